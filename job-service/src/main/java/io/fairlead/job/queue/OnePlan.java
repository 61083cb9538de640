package io.fairlead.job.queue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Has PostgreSQL do a statement by one plan, which it keeps for each connection. Left to itself it weighs whether a plan for just these
 * parameters might be cheaper, by estimates that change with the table, and then makes one for each call, which takes longer
 * than the statement.
 *
 * <p>The one plan must be good for tables of any size and any number of rows given: so such statements look jobs up by arrays
 * of ids, for which the primary key serves best in any case.
 */
public final class OnePlan {

    private static final String FOR_THIS_TRANSACTION = "set local plan_cache_mode = force_generic_plan";

    private OnePlan() {}

    /** Executes a statement, and whatever follows in its transaction, by plans that are kept; both are sent at once. */
    public static Uni<RowSet<Row>> execute(SqlConnection transaction, String sql, Tuple parameters) {
        return Uni.join()
                .all(
                        transaction.query(FOR_THIS_TRANSACTION).execute(),
                        transaction.preparedQuery(sql).execute(parameters))
                .andFailFast()
                .map(answers -> answers.get(1));
    }
}
