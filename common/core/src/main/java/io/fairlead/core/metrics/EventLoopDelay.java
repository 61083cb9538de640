package io.fairlead.core.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How late each event loop comes to what is due on it: what blocks one holds up every request on it. */
@Startup
@ApplicationScoped
class EventLoopDelay {

    private static final Duration EVERY = Duration.ofMillis(500);

    private final Vertx vertx;
    private final Timer delay;

    EventLoopDelay(Vertx vertx, MeterRegistry meters) {
        this.vertx = vertx;
        this.delay = Timer.builder("fairlead.eventloop.delay")
                .description("How late an event loop comes to what is due on it")
                .register(meters);
    }

    @PostConstruct
    void start() {
        for (EventExecutor loop : ((VertxInternal) vertx).getEventLoopGroup()) {
            next(loop);
        }
    }

    private void next(EventExecutor loop) {
        long due = System.nanoTime() + EVERY.toNanos();
        loop.schedule(() -> came(loop, due), EVERY.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void came(EventExecutor loop, long due) {
        delay.record(Math.max(0, System.nanoTime() - due), TimeUnit.NANOSECONDS);
        if (!loop.isShuttingDown()) {
            next(loop);
        }
    }
}
