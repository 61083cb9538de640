package io.fairlead.job;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.function.Function;

/** Whether PostgreSQL goes on with one plan of a statement, or makes one for each call. */
public final class KeptPlans {

    /** PostgreSQL makes five plans for the parameters that it is given before it weighs whether one will do. */
    private static final int CALLS = 8;

    private static final String KEPT =
            """
            select coalesce(sum(generic_plans), 0) as calls from pg_prepared_statements
            where position($1 in statement) > 0 and statement not like '%pg_prepared_statements%'
            """;

    private KeptPlans() {}

    /**
     * Calls some times and says how many of these were done by a plan that was there. What was changed is rolled back.
     *
     * @param part of the statement's text, by which it is known
     */
    public static long calls(Pool pool, String part, Function<SqlConnection, Uni<?>> call) {
        return pool.withConnection(connection -> connection.begin().chain(transaction -> Multi.createFrom()
                        .range(0, CALLS)
                        .onItem()
                        .transformToUniAndConcatenate(i -> call.apply(connection))
                        .collect()
                        .asList()
                        .chain(() -> connection.preparedQuery(KEPT).execute(Tuple.of(part)))
                        .eventually(transaction::rollback)))
                .map(rows -> rows.iterator().next().getLong("calls"))
                .await()
                .indefinitely();
    }
}
