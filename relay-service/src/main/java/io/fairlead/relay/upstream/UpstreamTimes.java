package io.fairlead.relay.upstream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Measures how this instance's requests to upstreams end. */
@ApplicationScoped
class UpstreamTimes {

    private final MeterRegistry meters;

    UpstreamTimes(MeterRegistry meters) {
        this.meters = meters;
    }

    /** The same exchange, measured up to the head of the answer. */
    Uni<Exchange> measured(Upstream upstream, Uni<Exchange> exchange) {
        return Uni.createFrom().deferred(() -> {
            Timer.Sample since = Timer.start(meters);
            return exchange.onItemOrFailure()
                    .invoke((answer, failure) -> since.stop(timer(upstream, failure == null ? "answered" : "failed")));
        });
    }

    /** The upstream was not asked, because it rests or its limit is used up. */
    void refused(Upstream upstream) {
        timer(upstream, "refused").record(Duration.ZERO);
    }

    private Timer timer(Upstream upstream, String outcome) {
        return Timer.builder("fairlead.relay.upstream.requests")
                .description("Requests to upstreams up to the head of their answer, by how they ended")
                .tag("upstream", upstream.name())
                .tag("outcome", outcome)
                .register(meters);
    }
}
