package io.fairlead.core.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.event.CloudEvents;
import io.fairlead.core.json.Storable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Applies each event once, however often Kafka delivers it: the event's id is kept in the transaction of what it caused.
 *
 * <p>An event that fails for a reason that may pass (the database is away) is tried again and holds back what comes
 * after it in its partition, so the order stays. One that can never be applied, a {@link BadEvent}, fails the message,
 * which the channel's failure strategy puts to the dead letters.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final String KEEP = "insert into inbox (source, event_id) values ($1, $2) on conflict do nothing";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Pool pool;
    private final ObjectMapper json;

    Inbox(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /**
     * Runs the work in a transaction if this event has not been applied yet.
     *
     * @param record the record as Kafka delivered it
     * @param work what the event causes, on the transaction's connection
     * @return done when the event is applied, now or earlier; fails with {@link BadEvent} only
     */
    public Uni<Void> apply(
            ConsumerRecord<String, byte[]> record, BiFunction<SqlConnection, ReceivedEvent, Uni<Void>> work) {
        return Uni.createFrom().item(() -> read(record)).chain(event -> once(event, work)
                .onFailure(failure -> !(failure instanceof BadEvent))
                .invoke(failure -> LOG.warnf(
                        "topic=%s event=%s retry=true reason=%s", record.topic(), event.id(), failure.getMessage()))
                .onFailure(failure -> !(failure instanceof BadEvent))
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely());
    }

    private Uni<Void> once(ReceivedEvent event, BiFunction<SqlConnection, ReceivedEvent, Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(() -> pool.withTransaction(transaction -> transaction
                        .preparedQuery(KEEP)
                        .execute(Tuple.of(event.source(), event.id()))
                        .chain(kept ->
                                kept.rowCount() == 0 ? Uni.createFrom().voidItem() : work.apply(transaction, event))));
    }

    private ReceivedEvent read(ConsumerRecord<String, byte[]> record) {
        String id = required(record, "ce_id");
        String source = required(record, "ce_source");
        String type = required(record, "ce_type");
        return new ReceivedEvent(
                id, source, type, record.topic(), record.key(), time(record), data(record.value()), json);
    }

    private static String required(ConsumerRecord<String, byte[]> record, String header) {
        String value = CloudEvents.get(record.headers(), header);
        if (value == null || value.isBlank()) {
            throw new BadEvent("it has no " + header + " header, so it is no CloudEvent in binary mode");
        }
        if (!Storable.is(value)) {
            throw new BadEvent("its " + header + " cannot be kept: it " + Storable.MESSAGE);
        }
        return value;
    }

    private static OffsetDateTime time(ConsumerRecord<String, byte[]> record) {
        String time = CloudEvents.get(record.headers(), "ce_time");
        try {
            return time == null ? null : OffsetDateTime.parse(time);
        } catch (DateTimeParseException e) {
            throw new BadEvent("its ce_time is no RFC 3339 time");
        }
    }

    private JsonNode data(byte[] value) {
        try {
            return value == null ? null : json.readTree(value);
        } catch (IOException e) {
            throw new BadEvent("its data is not JSON");
        }
    }
}
