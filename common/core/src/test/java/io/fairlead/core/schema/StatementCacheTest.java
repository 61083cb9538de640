package io.fairlead.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.RealParts;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a running service does while a migration expands its tables. */
@FairleadTest
class StatementCacheTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Pool pool;

    @Test
    void shouldGoOnWhenAMigrationAddsAColumnToATable() throws SQLException {
        migrate("create table expanding (name text)");
        SqlConnection connection = pool.getConnection().await().atMost(PATIENCE);
        try {
            insert(connection, "before");
            migrate("alter table expanding add column more text default 'new'");

            Row row = insert(connection, "after");

            assertThat(row.getString("name")).isEqualTo("after");
        } finally {
            connection.closeAndForget();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from vessel",
                "insert into vessel (code) values ($1) returning *",
                "select link.role, vessel.* from link join vessel using (code)",
                "select *, 1 from vessel",
                "select 1, * from vessel"
            })
    void shouldKeepNoStatementThatTakesATablesColumns(String sql) {
        assertThat(StatementCache.mayBeKept(sql)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select code from vessel",
                "select count(*) from vessel",
                "select a * b from vessel",
                "insert into vessel select * from unnest($1::text[])"
            })
    void shouldKeepTheOthers(String sql) {
        assertThat(StatementCache.mayBeKept(sql)).isTrue();
    }

    private static Row insert(SqlConnection connection, String name) {
        return connection
                .preparedQuery("insert into expanding (name) values ($1) returning *")
                .execute(Tuple.of(name))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next();
    }

    private static void migrate(String sql) throws SQLException {
        try (Connection connection = RealParts.connect("fleet")) {
            connection.createStatement().execute(sql);
        }
    }
}
