package io.fairlead.core.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer as a service would write it: counts what it is told, per name. */
@ApplicationScoped
class NotesConsumer {

    private final Inbox inbox;
    private final AtomicInteger outages = new AtomicInteger();

    NotesConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    /** The next attempts fail as if the database were away. */
    void failNext(int attempts) {
        outages.set(attempts);
    }

    @Incoming("vessels")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return inbox.apply(record, this::count);
    }

    private Uni<Void> count(SqlConnection transaction, ReceivedEvent event) {
        if (!event.data().hasNonNull("name")) {
            throw new BadEvent("it has no name");
        }
        String sql =
                "insert into note (name, count) values ($1, 1) on conflict (name) do update set count = note.count + 1";
        return transaction
                .preparedQuery(sql)
                .execute(Tuple.of(event.data().get("name").asText()))
                .invoke(() -> {
                    if (outages.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        throw new IllegalStateException("the database is away");
                    }
                })
                .replaceWithVoid();
    }
}
