package io.fairlead.job.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.job.queue.JobEvent;
import io.fairlead.job.subscriber.WebhookConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.UUID;

/**
 * What a subscriber is sent, as the standard's callback class has it: the results when the job succeeded, always as one
 * document; else its status as it was then. Results that are too large to be pushed, or came in parts, are left to be
 * fetched: then it is the status too, which links to them.
 */
@ApplicationScoped
public class CallbackBody {

    private static final String SUCCESSFUL = "job.successful";
    private static final String RESULTS =
            """
            with wanted as not materialized (
                select output.name, output.value
                from job join job_output as output
                    on output.job_id = coalesce(job.reused_from, job.id) and (job.outputs is null or output.name = any(job.outputs))
                where job.id = $1
            )
            select case when (select coalesce(sum(octet_length(value::text)), 0) from wanted) <= $2
                    and not exists (select from wanted where value is null)
                then (select coalesce(json_object_agg(name, value order by name), '{}')::text from wanted) end as body
            """;

    private final Pool pool;
    private final WebhookConfig config;
    private final ObjectMapper json;

    CallbackBody(Pool pool, WebhookConfig config, ObjectMapper json) {
        this.pool = pool;
        this.config = config;
        this.json = json;
    }

    /**
     * The body, always the same for the same event.
     *
     * @param event what happened, such as {@code job.successful}
     * @param data the event's data as JSON
     * @param base where this API is
     */
    public Uni<String> of(UUID job, String event, String data, URI base) {
        return event.equals(SUCCESSFUL)
                ? pool.preparedQuery(RESULTS)
                        .execute(Tuple.of(job, config.largestResults()))
                        .map(rows -> rows.iterator().next().getString("body"))
                        .map(results -> results == null ? status(data, base) : results)
                : Uni.createFrom().item(() -> status(data, base));
    }

    private String status(String data, URI base) {
        try {
            JobEvent event = json.readerFor(JobEvent.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(data);
            return json.writeValueAsString(StatusInfo.of(event, base));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored event is not JSON", e);
        }
    }
}
