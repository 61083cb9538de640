package io.fairlead.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testkit.FairleadTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody publishes here, so what is appended stays. */
@FairleadTest
@TestProfile(OutboxMetricsTest.NobodyPublishes.class)
class OutboxMetricsTest {

    @Inject
    OutboxMetrics metrics;

    @Inject
    MeterRegistry meters;

    @Inject
    Pool pool;

    @Test
    void shouldTellHowMuchWaitsAndForHowLong() {
        pool.query("delete from outbox").executeAndAwait();
        metrics.measure().await().indefinitely();
        assertThat(gauge("fairlead.outbox.waiting")).isZero();
        assertThat(gauge("fairlead.outbox.oldest.age")).isZero();

        pool.query("insert into outbox (topic, key, type, time) select 't', 'k', 'x', now() - interval '90 seconds' * n"
                        + " from generate_series(2, 1, -1) n")
                .executeAndAwait();
        metrics.measure().await().indefinitely();

        assertThat(gauge("fairlead.outbox.waiting")).isEqualTo(2);
        assertThat(gauge("fairlead.outbox.oldest.age")).isBetween(180.0, 240.0);
        assertThat(gauge("fairlead.outbox.leading")).isZero();
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    public static class NobodyPublishes implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fairlead.outbox.enabled", "false");
        }
    }
}
