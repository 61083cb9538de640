package io.fairlead.core.stream;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.MultiSelectFirstUntilOtherOp;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends streams when the service stops, as a stream that ends by itself: its reader comes back with the last id it has seen.
 * Not at once, for then it would come back here: only when gateways have had the time to hear that this instance is
 * not ready any more.
 */
@ApplicationScoped
public class Closing {

    private final BroadcastProcessor<Boolean> signal = BroadcastProcessor.create();
    private final Vertx vertx;
    private final Optional<Duration> delay;
    private volatile boolean ended;

    Closing(Vertx vertx, @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
        this.vertx = vertx;
        this.delay = delay;
    }

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        vertx.setTimer(Math.max(1, delay.orElse(Duration.ZERO).toMillis()), timer -> end());
    }

    private void end() {
        ended = true;
        signal.onNext(true);
        signal.onComplete();
    }

    /** Whether streams end: nobody is to wait here for what may come. */
    public boolean ended() {
        return ended;
    }

    /** The stream, which also ends when the service does. To be used with {@link Multi#plug}. */
    public <T> Multi<T> ending(Multi<T> stream) {
        return new MultiSelectFirstUntilOtherOp<>(stream, signal);
    }
}
