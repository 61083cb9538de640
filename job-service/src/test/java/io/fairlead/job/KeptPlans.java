package io.fairlead.job;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.function.Function;

/** Whether PostgreSQL goes on with one plan of a statement, or makes one for each call. */
public final class KeptPlans {

    private static final int CALLS = 3;

    private static final String KEPT =
            """
            select coalesce(sum(generic_plans), 0) as kept, coalesce(sum(custom_plans), 0) as made from pg_prepared_statements
            where position($1 in statement) > 0 and statement not like '%pg_prepared_statements%'
            """;

    private KeptPlans() {}

    /**
     * How calls were done by one connection.
     *
     * @param kept by the plan that is kept
     * @param made by one made for just that call
     */
    public record Calls(long kept, long made) {

        /** Whether all were done by the plan that is kept. */
        public boolean byOnePlan() {
            return kept >= CALLS && made == 0;
        }
    }

    /**
     * Calls some times and says how that was done. What was changed is rolled back.
     *
     * @param part of the statement's text, by which it is known
     */
    public static Calls calls(Pool pool, String part, Function<SqlConnection, Uni<?>> call) {
        return pool.withConnection(connection -> connection.begin().chain(transaction -> Multi.createFrom()
                        .range(0, CALLS)
                        .onItem()
                        .transformToUniAndConcatenate(i -> call.apply(connection))
                        .collect()
                        .asList()
                        .chain(() -> connection.preparedQuery(KEPT).execute(Tuple.of(part)))
                        .eventually(transaction::rollback)))
                .map(rows -> rows.iterator().next())
                .map(row -> new Calls(row.getLong("kept"), row.getLong("made")))
                .await()
                .indefinitely();
    }
}
