package io.fairlead.fleet.exchange;

import io.fairlead.fleet.change.Change;
import io.fairlead.fleet.change.Changes;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes many rows with one statement text and tells all changes at once. */
final class Imported {

    private Imported() {}

    /** Runs a statement that returns its row once per tuple, pipelined, and appends the changes that the rows make. */
    static Uni<Void> write(
            SqlConnection transaction, String sql, List<Tuple> rows, Function<Row, Change> change, Changes changes) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(sql)
                .executeBatch(rows)
                .map(results -> changes(results, change))
                .chain(all -> changes.append(transaction, all));
    }

    private static List<Change> changes(RowSet<Row> results, Function<Row, Change> change) {
        List<Change> all = new ArrayList<>();
        for (RowSet<Row> result = results; result != null; result = result.next()) {
            result.forEach(row -> all.add(change.apply(row)));
        }
        return all;
    }
}
