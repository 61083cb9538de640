package io.fairlead.fleet.assignment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.PreparedQuery;
import io.vertx.mutiny.sqlclient.Query;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;

/** A pool that keeps the text of each statement sent through it, and refuses the ways around that. */
final class CountingPool extends Pool {

    final List<String> statements = new ArrayList<>();

    CountingPool(Pool pool) {
        super(pool.getDelegate());
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        statements.add(sql);
        return super.preparedQuery(sql);
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        statements.add(sql);
        return super.query(sql);
    }

    @Override
    public Uni<SqlConnection> getConnection() {
        throw new AssertionError("statements on a connection would not be counted");
    }
}
