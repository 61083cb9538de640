package io.fairlead.core.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rate, errors and duration of each operation, the same in every service: {@code http_server_requests_seconds} by method,
 * route and status, as a histogram. What a caller makes up (a method, a path that is no route) shares one label value,
 * so that nobody can fill the memory of the service or of who scrapes it.
 */
@Singleton
class OperationMeters implements MeterFilter {

    static final String OTHER = "OTHER";

    private static final String REQUESTS = "http.server.requests";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** From a hit in memory (a millisecond) over statements and reports to a long poll (half a minute). */
    private static final double[] BOUNDS = Stream.of(
                    1, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    private final Routes routes;

    OperationMeters(Routes routes) {
        this.routes = routes;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().equals(REQUESTS)) {
            return id;
        }
        return id.replaceTags(id.getTags().stream().map(this::bounded).toList());
    }

    private Tag bounded(Tag tag) {
        return switch (tag.getKey()) {
            case "method" -> METHODS.contains(tag.getValue()) ? tag : Tag.of("method", OTHER);
            case "uri" -> Tag.of("uri", routes.named(tag.getValue()).orElse(OTHER));
            default -> tag;
        };
    }

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        if (!id.getName().equals(REQUESTS)) {
            return config;
        }
        return DistributionStatisticConfig.builder()
                .serviceLevelObjectives(BOUNDS)
                .build()
                .merge(config);
    }

    /** Kafka's clients count each topic a second time under an older spelling, with underscores for dots. */
    @Override
    public MeterFilterReply accept(Meter.Id id) {
        String topic = id.getName().startsWith("kafka.") ? id.getTag("topic") : null;
        return topic != null && topic.contains("_") ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
    }
}
