package io.fairlead.job.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testkit.FairleadTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

@FairleadTest
class QueueMetricsTest {

    @Inject
    QueueRows rows;

    @Inject
    Claimer claimer;

    @Inject
    Rescuer rescuer;

    @Inject
    QueueMetrics metrics;

    @Inject
    MeterRegistry meters;

    private final Instant now = Instant.now();

    @Test
    void shouldCountJobsByStateAndProcessAndTellHowLongTheOldestHasWaited() {
        String process = rows.newProcess();
        rows.insert(process, 4, now.minusSeconds(90), 2);
        rows.insert(process, null, "a", "no-such-licence", now.minusSeconds(900), 1);
        claim(process, now);

        metrics.measure().await().indefinitely();

        assertThat(jobs("queued", process)).isEqualTo(2);
        assertThat(jobs("running", process)).isEqualTo(1);
        assertThat(search("fairlead.queue.oldest.age", process).gauge().value()).isBetween(90.0, 150.0);
        assertThat(value("fairlead.leases.held")).isPositive();
        assertThat(value("fairlead.leases.workers")).isPositive();
    }

    @Test
    void shouldForgetAProcessThatHasNoJobsAnyMore() {
        String process = rows.newProcess();
        rows.insert(process, 4, now, 1);
        metrics.measure().await().indefinitely();
        assertThat(jobs("queued", process)).isEqualTo(1);

        claim(process, now);
        metrics.measure().await().indefinitely();

        assertThat(search("fairlead.queue.jobs", process).tag("state", "queued").gauge())
                .isNull();
        assertThat(search("fairlead.queue.oldest.age", process).gauge()).isNull();
    }

    @Test
    void shouldCountLeasesOfWorkersThatWentSilent() {
        String process = rows.newProcess();
        Instant longAgo = now.minusSeconds(3600);
        rows.insert(process, 4, longAgo, 1);
        claim(process, longAgo);
        metrics.measure().await().indefinitely();
        double before = expired();

        rescuer.rescue(now).await().indefinitely();

        assertThat(expired()).isGreaterThan(before);
    }

    private void claim(String process, Instant at) {
        assertThat(claimer.claim("a-worker", Set.of(process), 1, at).await().indefinitely())
                .hasSize(1);
    }

    private double jobs(String state, String process) {
        return search("fairlead.queue.jobs", process)
                .tag("state", state)
                .gauge()
                .value();
    }

    private Search search(String name, String process) {
        return Search.in(meters).name(name).tag("process", process);
    }

    private double value(String name) {
        return meters.get(name).gauge().value();
    }

    private double expired() {
        return meters.get("fairlead.leases.expired")
                .tag("state", "queued")
                .counter()
                .count();
    }
}
