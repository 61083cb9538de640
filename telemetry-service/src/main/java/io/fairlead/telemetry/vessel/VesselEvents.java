package io.fairlead.telemetry.vessel;

import io.fairlead.core.inbox.Inbox;
import io.fairlead.core.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns from {@code fleet.vessels} which vessels there are: only a known vessel may report. */
@ApplicationScoped
public class VesselEvents {

    private final Inbox inbox;
    private final Vessels vessels;

    VesselEvents(Inbox inbox, Vessels vessels) {
        this.inbox = inbox;
        this.vessels = vessels;
    }

    @Incoming("vessels")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return inbox.apply(record, this::apply);
    }

    private Uni<Void> apply(SqlConnection transaction, ReceivedEvent event) {
        if (event.data() == null || event.data().isNull()) {
            return vessels.retire(transaction, event.key());
        }
        return vessels.keep(transaction, event.dataAs(VesselChanged.class).complete());
    }
}
