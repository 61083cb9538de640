package io.fairlead.job.trigger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.core.event.Topics;
import io.fairlead.core.inbox.BadEvent;
import io.fairlead.core.inbox.Inbox;
import io.fairlead.core.inbox.ReceivedEvent;
import io.fairlead.core.json.Storable;
import io.fairlead.job.job.Jobs;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Starts the jobs that events set off. A job, its trigger's count and the event's row in the inbox are one transaction, so an
 * event that is delivered twice starts each job once. An event that nobody waits for costs a look-up and leaves no row.
 */
@ApplicationScoped
public class EventTriggers {

    static final String CHANNEL = "triggers";

    private static final Logger LOG = Logger.getLogger(EventTriggers.class);
    private static final String PREFIX = "ce_";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final String DEPTH = "select depth from job_chain where job_id = $1";

    private final Inbox inbox;
    private final WaitingTriggers waitingTriggers;
    private final Triggers triggers;
    private final Firing firing;
    private final Jobs jobs;
    private final ObjectMapper json;

    EventTriggers(
            Inbox inbox,
            WaitingTriggers waitingTriggers,
            Triggers triggers,
            Firing firing,
            Jobs jobs,
            ObjectMapper json) {
        this.inbox = inbox;
        this.waitingTriggers = waitingTriggers;
        this.triggers = triggers;
        this.firing = firing;
        this.jobs = jobs;
        this.json = json;
    }

    /**
     * What is known of a record before it is read.
     *
     * @param refused see {@link Firing#fire}
     */
    private record Told(Map<String, String> attributes, Instant time, Map<UUID, String> refused) {}

    @Incoming(CHANNEL)
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        Map<String, String> attributes = attributes(record);
        Instant time = Instant.ofEpochMilli(record.timestamp());
        String type = attributes.get("type");
        if (type != null && !Storable.is(type)) {
            return Uni.createFrom().failure(new BadEvent("its ce_type cannot be kept: it " + Storable.MESSAGE));
        }
        Told told = new Told(attributes, time, new ConcurrentHashMap<>());
        return Uni.createFrom()
                .deferred(() -> waitingTriggers.of(record, type))
                .onFailure()
                .invoke(failure -> LOG.warnf("topic=%s retry=true reason=%s", record.topic(), failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .chain(waiting -> waiting.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : inbox.apply(record, (transaction, event) -> fire(transaction, event, told)));
    }

    /** Looks again: what is switched off meanwhile starts nothing. */
    private Uni<Void> fire(SqlConnection transaction, ReceivedEvent event, Told told) {
        return triggers.ofEvent(transaction, event.topic(), event.type(), told.time())
                .chain(waiting -> each(
                        waiting.stream()
                                .filter(trigger -> EventMatch.matches(
                                        trigger.definition().event(), told.attributes(), event.data()))
                                .toList(),
                        transaction,
                        event,
                        told));
    }

    private Uni<Void> each(List<Trigger> waiting, SqlConnection transaction, ReceivedEvent event, Told told) {
        if (waiting.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        ObjectNode document = document(event, told.attributes());
        return job(event)
                .map(job -> transaction
                        .preparedQuery(DEPTH)
                        .execute(Tuple.of(job))
                        .map(rows ->
                                rows.size() == 0 ? 0 : rows.iterator().next().getInteger("depth")))
                .orElse(Uni.createFrom().item(0))
                .chain(depth -> Multi.createFrom()
                        .iterable(waiting)
                        .onItem()
                        .transformToUniAndConcatenate(trigger -> seen(transaction, trigger, event)
                                .chain(seen -> seen
                                        ? firing.fire(transaction, trigger, document, depth + 1, told.refused())
                                        : Uni.createFrom().voidItem()))
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    /** Of jobs, a trigger hears of those only that its writer sees. */
    private Uni<Boolean> seen(SqlConnection transaction, Trigger trigger, ReceivedEvent event) {
        return job(event)
                .map(job -> jobs.find(transaction, job, trigger.person()).map(Optional::isPresent))
                .orElse(Uni.createFrom().item(true));
    }

    /** The job that an event tells of. */
    private static Optional<UUID> job(ReceivedEvent event) {
        try {
            return event.topic().equals(Topics.JOBS_EVENTS)
                    ? Optional.of(UUID.fromString(event.key()))
                    : Optional.empty();
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new BadEvent("its key is no job's id");
        }
    }

    private ObjectNode document(ReceivedEvent event, Map<String, String> attributes) {
        ObjectNode document = json.createObjectNode();
        attributes.forEach(document::put);
        document.put("topic", event.topic());
        document.put("key", event.key());
        return document.set("data", event.data());
    }

    private static Map<String, String> attributes(ConsumerRecord<String, byte[]> record) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (header.key().startsWith(PREFIX) && header.value() != null) {
                attributes.put(
                        header.key().substring(PREFIX.length()), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return attributes;
    }
}
