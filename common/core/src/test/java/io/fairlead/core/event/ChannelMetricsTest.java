package io.fairlead.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.RealParts;
import io.fairlead.testkit.TopicWriter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@FairleadTest
class ChannelMetricsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    ChannelMetrics metrics;

    @Inject
    MeterRegistry meters;

    @Test
    void shouldTellOfWhatAChannelCouldNotApplyAndThatItGoesOn() {
        metrics.measure();
        double before = deadLetters();
        double finished = sum("fairlead.channel.finished");

        try (TopicWriter topic = TopicWriter.open()) {
            topic.send(Topics.FLEET_VESSELS, "MV1", "fleet.vessel.changed", "not JSON");
        }

        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            metrics.measure();
            assertThat(deadLetters()).isEqualTo(before + 1);
            assertThat(sum("fairlead.channel.finished")).isGreaterThan(finished);
        });
        assertThat(sum("fairlead.channel.lag")).isZero();
    }

    @Test
    void shouldCountWhatAGroupHasNotReadYet() throws Exception {
        String group = "nobody-" + System.nanoTime();
        try (TopicWriter topic = TopicWriter.open();
                TopicOffsets offsets = new TopicOffsets(Map.of("bootstrap.servers", RealParts.kafka()), "test")) {
            topic.send(Topics.JOBS_EVENTS, "a", "job.accepted", "{}");
            topic.send(Topics.JOBS_EVENTS, "a", "job.accepted", "{}");

            assertThat(offsets.places(group, List.of(Topics.JOBS_EVENTS)))
                    .anyMatch(place -> place.left() >= 2 && place.finished() == 0);
        }
    }

    private double deadLetters() {
        return meters.get("fairlead.dead.letters").gauge().value();
    }

    private double sum(String name) {
        return Search.in(meters).name(name).gauges().stream()
                .mapToDouble(gauge -> gauge.value())
                .sum();
    }
}
