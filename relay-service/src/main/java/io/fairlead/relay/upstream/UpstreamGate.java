package io.fairlead.relay.upstream;

import io.fairlead.relay.http.RetryAfter;
import io.fairlead.relay.upstream.UpstreamFailure.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Lets through to an upstream no more than it can take, over all instances, and nothing while it is down. */
@ApplicationScoped
class UpstreamGate {

    private static final Logger LOG = Logger.getLogger(UpstreamGate.class);

    private final UpstreamTurns turns;
    private final Clock clock;
    private final UpstreamTimes times;
    private final Map<String, UpstreamHealth> health = new ConcurrentHashMap<>();

    UpstreamGate(UpstreamTurns turns, Clock clock, UpstreamTimes times) {
        this.turns = turns;
        this.times = times;
        this.clock = clock;
    }

    /**
     * Asks an upstream when it is time to.
     *
     * @return the answer; fails with {@link UpstreamFailure} also when the upstream is not to be asked now
     */
    Uni<Exchange> through(Upstream upstream, Uni<Exchange> exchange) {
        return Uni.createFrom()
                .deferred(() -> enter(upstream))
                .onFailure()
                .invoke(() -> times.refused(upstream))
                .chain(() -> times.measured(upstream, exchange))
                .call(answered -> learn(upstream, answered))
                .onFailure(UpstreamGate::isFault)
                .invoke(failure -> failed(upstream, failure));
    }

    /** For how long an upstream is left alone from now on; zero when it is not. */
    Duration resting(Upstream upstream) {
        return of(upstream).resting(clock.instant());
    }

    private Uni<Void> enter(Upstream upstream) {
        Duration rest = of(upstream).rest(clock.instant());
        if (!rest.isZero()) {
            return Uni.createFrom().failure(new UpstreamFailure(upstream.name(), rest));
        }
        return upstream.limit().map(limit -> turn(upstream, limit)).orElseGet(() -> Uni.createFrom()
                .voidItem());
    }

    private Uni<Void> turn(Upstream upstream, RequestLimit limit) {
        return turns.take(upstream.name(), limit).chain(wait -> {
            if (wait.isEmpty()) {
                return Uni.createFrom().failure(new UpstreamFailure(upstream.name(), limit.patience()));
            }
            Uni<Void> now = Uni.createFrom().voidItem();
            return wait.get().isZero() ? now : now.onItem().delayIt().by(wait.get());
        });
    }

    private Uni<Void> learn(Upstream upstream, Exchange answered) {
        if (of(upstream).answered()) {
            LOG.infof("upstream=%s answers=true", upstream.name());
        }
        Instant now = clock.instant();
        Optional<Duration> rest = RetryAfter.of(answered.status(), answered.headers(), now);
        if (rest.isEmpty() || rest.get().isZero()) {
            return Uni.createFrom().voidItem();
        }
        if (upstream.limit().isPresent()) {
            return turns.pause(upstream.name(), UpstreamHealth.capped(rest.get()));
        }
        of(upstream).askedForRest(rest.get(), now);
        return Uni.createFrom().voidItem();
    }

    private void failed(Upstream upstream, Throwable failure) {
        if (of(upstream).failed(clock.instant())) {
            LOG.warnf("upstream=%s answers=false reason=%s", upstream.name(), failure.getMessage());
        }
    }

    private UpstreamHealth of(Upstream upstream) {
        return health.computeIfAbsent(upstream.name() + " " + upstream.base(), name -> new UpstreamHealth());
    }

    private static boolean isFault(Throwable failure) {
        return failure instanceof UpstreamFailure fault
                && (fault.kind() == Kind.UNREACHABLE || fault.kind() == Kind.TIMEOUT);
    }
}
