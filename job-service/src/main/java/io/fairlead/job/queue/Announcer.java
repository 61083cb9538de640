package io.fairlead.job.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import io.fairlead.core.event.Event;
import io.fairlead.core.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

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
    private final Wake wake;
    private final ObjectMapper json;

    Announcer(Outbox outbox, Wake wake, ObjectMapper json) {
        this.outbox = outbox;
        this.wake = wake;
        this.json = json;
    }

    /** Tells where these jobs stand now; their rows were written in this transaction. */
    public Uni<Void> tell(SqlConnection transaction, List<Job> jobs) {
        return tell(transaction, jobs, JobEvent.of(jobs), List.of());
    }

    /**
     * Tells of jobs that were made together for several requests.
     *
     * @param traces the trace of each job's request, null where there is none
     */
    public Uni<Void> tellNew(SqlConnection transaction, List<Job> jobs, List<String> traces) {
        return tell(
                transaction,
                jobs,
                IntStream.range(0, jobs.size())
                        .mapToObj(i -> JobEvent.of(jobs.get(i)).within(traces.get(i)))
                        .toList(),
                List.of());
    }

    /** Tells where these jobs stand now, and what else came of it. */
    Uni<Void> tell(SqlConnection transaction, List<Job> jobs, List<Event> more) {
        return tell(transaction, jobs, JobEvent.of(jobs), more);
    }

    /** All statements are sent at once and answered in their order. */
    private Uni<Void> tell(SqlConnection transaction, List<Job> jobs, List<Event> told, List<Event> more) {
        if (jobs.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        wake.afterCommit(transaction, jobs);
        List<String> data = told.stream().map(this::data).toList();
        List<Event> written = IntStream.range(0, told.size())
                .mapToObj(i -> told.get(i).with(new RawValue(data.get(i))))
                .toList();
        Tuple parameters = Tuple.tuple()
                .addArrayOfUUID(jobs.stream().map(Job::id).toArray(UUID[]::new))
                .addArrayOfLong(jobs.stream().map(Job::version).toArray(Long[]::new))
                .addArrayOfString(told.stream().map(Event::type).toArray(String[]::new))
                .addArrayOfString(data.toArray(String[]::new));
        return Uni.join()
                .all(
                        transaction.preparedQuery(KEEP).execute(parameters).replaceWithVoid(),
                        outbox.appendGuarded(transaction, written),
                        outbox.append(transaction, more))
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
