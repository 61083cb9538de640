package io.fairlead.telemetry.kafka;

import io.fairlead.core.event.CloudEvents;
import io.fairlead.core.event.Event;
import io.fairlead.core.event.Topics;
import io.fairlead.core.inbox.BadEvent;
import io.fairlead.core.inbox.Inbox;
import io.fairlead.core.outbox.Outbox;
import io.fairlead.core.record.RecordName;
import io.fairlead.telemetry.vessel.Sender;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * The door on {@code telemetry.readings}. Records of type {@code telemetry.readings.reported} are taken in; what this
 * service tells there of accepted batches, {@code telemetry.readings.accepted}, is passed over.
 *
 * <p>A record that cannot be kept is told on {@code telemetry.rejected} and not tried again. One that fails for a reason
 * that may pass, such as a database or an identity provider that is away, holds back what follows it.
 */
@ApplicationScoped
public class ReadingRecords {

    private static final Logger LOG = Logger.getLogger(ReadingRecords.class);
    private static final String REPORTED = "telemetry.readings.reported";
    private static final String ACCEPTED = "telemetry.readings.accepted";
    private static final String REJECTED = "telemetry.record.rejected";

    private final RecordSender senders;
    private final ReportedRecords reported;
    private final Inbox inbox;
    private final Outbox outbox;

    ReadingRecords(RecordSender senders, ReportedRecords reported, Inbox inbox, Outbox outbox) {
        this.senders = senders;
        this.reported = reported;
        this.inbox = inbox;
        this.outbox = outbox;
    }

    @Incoming("readings")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        if (ACCEPTED.equals(CloudEvents.get(record.headers(), "ce_type"))) {
            return Uni.createFrom().voidItem();
        }
        return senders.of(record)
                .chain(sender -> keep(record, sender))
                .onFailure(BadEvent.class)
                .recoverWithUni(failure -> reject(record, (BadEvent) failure));
    }

    /** An event's id is kept together with its verified sender: nobody can use up another's ids. */
    private Uni<Void> keep(ConsumerRecord<String, byte[]> record, Sender sender) {
        return Uni.createFrom()
                .item(() -> RecordName.given(record, sender.subject(), REPORTED))
                .chain(named -> inbox.apply(named, (transaction, event) -> reported.keep(transaction, record, sender)));
    }

    private Uni<Void> reject(ConsumerRecord<String, byte[]> record, BadEvent refusal) {
        String vessel = RecordName.printable(record.key());
        RecordRejected data = new RecordRejected(
                vessel,
                "kafka",
                record.topic(),
                record.partition(),
                record.offset(),
                RecordName.printable(CloudEvents.get(record.headers(), "ce_source")),
                RecordName.printable(CloudEvents.get(record.headers(), "ce_id")),
                refusal.getMessage(),
                refusal instanceof RefusedRecord refused ? refused.errors() : List.of());
        LOG.warnf(
                "topic=%s partition=%d offset=%d rejected=true reason=%s",
                record.topic(), record.partition(), record.offset(), refusal.getMessage());
        Event told = Event.of(Topics.TELEMETRY_REJECTED, vessel == null ? "" : vessel, REJECTED, data);
        return inbox.apply(RecordName.byPlace(record), (transaction, event) -> outbox.append(transaction, told));
    }
}
