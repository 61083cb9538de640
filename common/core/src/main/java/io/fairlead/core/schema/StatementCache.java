package io.fairlead.core.schema;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Keeps no prepared statement whose columns are those that a table happens to have. PostgreSQL refuses such a statement for
 * good ("cached plan must not change result type") as soon as a migration adds a column, so an older binary would fail
 * on the schema of a newer one until it is started again.
 */
@Singleton
class StatementCache implements PgPoolCreator {

    /** A star for columns, but not that of unnest, whose columns stand in the statement itself. */
    private static final Pattern COLUMNS_OF_A_TABLE =
            Pattern.compile("(?:\\b(?:select|returning)\\s+|[,.]\\s*)\\*(?!\\s+from\\s+unnest\\b)");

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList()
                .forEach(options -> options.setPreparedStatementCacheSqlFilter(StatementCache::mayBeKept));
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }

    static boolean mayBeKept(String sql) {
        return !COLUMNS_OF_A_TABLE.matcher(sql).find();
    }
}
