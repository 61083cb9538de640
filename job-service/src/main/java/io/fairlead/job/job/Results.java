package io.fairlead.job.job;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What successful jobs found out, as the one who submitted them wanted it. */
@ApplicationScoped
public class Results {

    private static final String WANTED =
            """
            select job.response, output.name, output.value::text as value
            from job left join job_output as output
                on output.job_id = coalesce(job.reused_from, job.id) and (job.outputs is null or output.name = any(job.outputs))
            where job.id = $1
            order by output.name
            """;
    private static final String ONE =
            """
            select value::text as value
            from job join job_output as output on output.job_id = coalesce(job.reused_from, job.id)
            where job.id = $1 and name = $2
            """;

    private final Pool pool;

    Results(Pool pool) {
        this.pool = pool;
    }

    /**
     * The outputs that were asked for.
     *
     * @param raw whether each is to be given as it is
     * @param values each as JSON text, by name
     */
    record Wanted(boolean raw, Map<String, String> values) {}

    Uni<Wanted> wanted(UUID job) {
        return pool.preparedQuery(WANTED).execute(Tuple.of(job)).map(rows -> {
            Map<String, String> values = new LinkedHashMap<>();
            boolean raw = false;
            for (var row : rows) {
                raw = row.getString("response").equals(ExecuteRequest.Delivery.RAW.toString());
                if (row.getString("name") != null) {
                    values.put(row.getString("name"), row.getString("value"));
                }
            }
            return new Wanted(raw, values);
        });
    }

    /** One output as JSON text, whether it was asked for or not. */
    Uni<Optional<String>> output(UUID job, String name) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(job, name))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getString("value")));
    }
}
