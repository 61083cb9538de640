package io.fairlead.job.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.event.Event;
import io.fairlead.core.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Tells of jobs' changes, in the transaction of the change: on {@code jobs.events}, to those who listen over HTTP, and to
 * subscribers, whose deliveries are made from the rows that are written here.
 */
@ApplicationScoped
public class Announcer {

    private static final String KEEP =
            """
            with event as (
                select job_id, version, type, data::json as data
                from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[]) as event(job_id, version, type, data)
            ), kept as (
                insert into job_event (job_id, version, type, data) select job_id, version, type, data from event
            )
            insert into webhook_delivery (job_id, version, event, url)
            select job_id, version, type, url
            from event join job_subscriber using (job_id)
            cross join lateral (
                select case
                    when type = 'job.successful' then success_uri
                    when type in ('job.failed', 'job.dismissed') then failed_uri
                    when type = 'job.running' and (data ->> 'attempt')::integer = 1 then in_progress_uri
                end as url
            ) as told
            where url is not null
            """;

    private final Outbox outbox;
    private final ObjectMapper json;

    Announcer(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    /** Tells where these jobs stand now. */
    public Uni<Void> tell(SqlConnection transaction, List<Job> jobs) {
        return tell(transaction, jobs, List.of());
    }

    /**
     * Tells where these jobs stand now, and what else came of it: all in one call, as the outbox asks for. Both statements
     * are sent at once and answered in their order.
     */
    Uni<Void> tell(SqlConnection transaction, List<Job> jobs, List<Event> more) {
        if (jobs.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Event> events = JobEvent.of(jobs);
        Tuple parameters = Tuple.tuple()
                .addArrayOfUUID(jobs.stream().map(Job::id).toArray(UUID[]::new))
                .addArrayOfLong(jobs.stream().map(Job::version).toArray(Long[]::new))
                .addArrayOfString(events.stream().map(Event::type).toArray(String[]::new))
                .addArrayOfString(events.stream().map(this::data).toArray(String[]::new));
        return Uni.join()
                .all(
                        transaction.preparedQuery(KEEP).execute(parameters).replaceWithVoid(),
                        outbox.append(
                                transaction,
                                Stream.concat(events.stream(), more.stream()).toList()))
                .andFailFast()
                .replaceWithVoid();
    }

    private String data(Event event) {
        try {
            return json.writeValueAsString(event.data());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an event's data cannot be written as JSON: " + event.type(), e);
        }
    }
}
