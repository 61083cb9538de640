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

/** Tells of jobs' changes, in the transaction of the change: on {@code jobs.events}, and to those who listen over HTTP. */
@ApplicationScoped
public class Announcer {

    private static final String KEEP =
            """
            insert into job_event (job_id, version, type, data)
            select job_id, version, type, data::json
            from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[]) as event(job_id, version, type, data)
            """;

    private final Outbox outbox;
    private final ObjectMapper json;

    Announcer(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    /** Tells where these jobs stand now. Both statements are sent at once and answered in their order. */
    public Uni<Void> tell(SqlConnection transaction, List<Job> jobs) {
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
                        outbox.append(transaction, events))
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
