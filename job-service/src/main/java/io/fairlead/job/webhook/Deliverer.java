package io.fairlead.job.webhook;

import io.fairlead.job.job.CallbackBody;
import io.fairlead.job.subscriber.WebhookConfig;
import io.fairlead.job.webhook.Deliveries.Due;
import io.fairlead.job.webhook.Deliveries.Room;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Tells subscribers. Each try is claimed first and its outcome kept after, so a delivery may be made twice when an instance
 * dies in between, which its id shows, and is never forgotten.
 */
@ApplicationScoped
public class Deliverer {

    private static final Logger LOG = Logger.getLogger(Deliverer.class);

    private final Deliveries deliveries;
    private final WebhookClient client;
    private final CallbackBody bodies;
    private final Secrets secrets;
    private final WebhookConfig config;
    private final Clock clock;
    private final DeliveryPauses pauses;
    private final DeliverySlots slots;
    private final AtomicBoolean claiming = new AtomicBoolean();
    private volatile boolean moreMayBeDue;

    Deliverer(
            Deliveries deliveries,
            WebhookClient client,
            CallbackBody bodies,
            Secrets secrets,
            WebhookConfig config,
            Clock clock) {
        this.deliveries = deliveries;
        this.client = client;
        this.bodies = bodies;
        this.secrets = secrets;
        this.config = config;
        this.clock = clock;
        this.pauses = new DeliveryPauses(config.pauses());
        this.slots = new DeliverySlots(config.connections(), config.connectionsPerReceiver());
    }

    /**
     * Begins those that are due and does not wait for them. A receiver that is slow holds up no other, unless there are as many
     * such as take all places together; whenever a try ends, the next that is due is begun.
     */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> everySecond() {
        return begin();
    }

    private Uni<Void> begin() {
        if (!claiming.compareAndSet(false, true)) {
            return Uni.createFrom().voidItem();
        }
        return claim(clock.instant())
                .onTermination()
                .invoke(() -> claiming.set(false))
                .invoke(due -> due.forEach(delivery -> deliver(delivery)
                        .onTermination()
                        .invoke(this::goOn)
                        .subscribe()
                        .with(done -> {}, Deliverer::warn)))
                .replaceWithVoid()
                .onFailure()
                .invoke(Deliverer::warn)
                .onFailure()
                .recoverWithNull();
    }

    private void goOn() {
        if (moreMayBeDue) {
            begin().subscribe().with(done -> {});
        }
    }

    private static void warn(Throwable failure) {
        LOG.warnf("webhooks=failed reason=%s", failure.getMessage());
    }

    private Uni<List<Due>> claim(Instant now) {
        Room room = slots.room();
        return room.most() == 0
                ? Uni.createFrom().item(List.of())
                : deliveries.claim(room, now, lease()).invoke(slots::take).invoke(due -> moreMayBeDue = !due.isEmpty());
    }

    /** Longer than a try can last. */
    private Duration lease() {
        return config.timeout().multipliedBy(3);
    }

    /**
     * Makes the deliveries that were due by then, and waits for them.
     *
     * @return how many were tried
     */
    Uni<Integer> deliver(Instant now) {
        return claim(now)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(0)
                        : Uni.join()
                                .all(due.stream().map(this::deliver).toList())
                                .andFailFast()
                                .map(List::size));
    }

    /** A message that cannot be made counts as a try: it is given up in the end as one that nobody takes. */
    private Uni<Void> deliver(Due delivery) {
        Instant started = clock.instant();
        return bodies.of(delivery.job(), delivery.event(), delivery.data(), delivery.base())
                .chain(body -> secrets.of(delivery.owner())
                        .chain(signing -> client.post(delivery.url(), headers(delivery, signing, started, body), body)))
                .onFailure()
                .invoke(failure -> LOG.warnf("delivery=%s message=failed reason=%s", delivery.id(), failure))
                .onFailure()
                .recoverWithItem(Answer.none("The message could not be made."))
                .chain(answer -> keep(delivery, answer, started))
                .onTermination()
                .invoke(() -> slots.free(delivery));
    }

    private static Map<String, String> headers(Due delivery, List<Secrets.Secret> signing, Instant time, String body) {
        String id = "msg_" + delivery.id();
        List<byte[]> keys = signing.stream().map(Secrets.Secret::bytes).toList();
        return Map.of(
                "Content-Type",
                "application/json",
                "User-Agent",
                "fairlead-job-service",
                "Link",
                "<" + delivery.base().resolve("api/v1/jobs/" + delivery.job()) + ">; rel=\"monitor\"",
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(time.getEpochSecond()),
                "webhook-signature",
                WebhookSignature.of(keys, id, time, body));
    }

    private Uni<Void> keep(Due delivery, Answer answer, Instant started) {
        Instant finished = clock.instant();
        if (answer.isDelivered() || answer.isGone()) {
            return deliveries.end(delivery, answer.isGone() ? "gone" : "delivered", null, answer, started, finished);
        }
        Instant next = pauses.after(
                        delivery.attempt(),
                        answer.retryAfter(),
                        ThreadLocalRandom.current().nextDouble())
                .map(finished::plus)
                .orElse(null);
        return deliveries.end(delivery, next == null ? "failed" : "waiting", next, answer, started, finished);
    }
}
