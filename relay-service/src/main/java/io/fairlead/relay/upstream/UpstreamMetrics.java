package io.fairlead.relay.upstream;

import io.fairlead.core.metrics.Measurement;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What may still be asked of upstreams, on schedule. The budget is measured in the database and is the same on every
 * instance; the rest is what this instance knows. Upstreams are named by administrators, so there are few.
 */
@ApplicationScoped
class UpstreamMetrics {

    private static final double NEVER_ASKED = Double.NEGATIVE_INFINITY;

    private final Upstreams upstreams;
    private final UpstreamTurns turns;
    private final UpstreamGate gate;
    private final MultiGauge budget;
    private final MultiGauge resting;

    UpstreamMetrics(MeterRegistry meters, Upstreams upstreams, UpstreamTurns turns, UpstreamGate gate) {
        this.upstreams = upstreams;
        this.turns = turns;
        this.gate = gate;
        this.budget = MultiGauge.builder("fairlead.relay.upstream.budget")
                .description("Requests that the upstream's limit would let through at once; below 0, how many wait")
                .baseUnit("requests")
                .register(meters);
        this.resting = MultiGauge.builder("fairlead.relay.upstream.rest")
                .description("For how long the upstream is left alone, because it fails or has asked for it")
                .baseUnit("seconds")
                .register(meters);
    }

    /** Measures what is in the database. */
    @Scheduled(every = "${fairlead.metrics.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return Measurement.of("upstreams", turns.ahead().invoke(this::show));
    }

    private void show(Map<String, Double> ahead) {
        List<Row<?>> budgets = new ArrayList<>();
        List<Row<?>> rests = new ArrayList<>();
        for (Upstreams.Known known : upstreams.all()) {
            Upstream upstream = known.upstream();
            Tags name = Tags.of("upstream", upstream.name());
            rests.add(Row.of(name, gate.resting(upstream).toMillis() / 1e3));
            upstream.limit()
                    .ifPresent(limit ->
                            budgets.add(Row.of(name, limit.left(ahead.getOrDefault(upstream.name(), NEVER_ASKED)))));
        }
        budget.register(budgets, true);
        resting.register(rests, true);
    }
}
