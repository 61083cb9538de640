package io.fairlead.telemetry.store;

import static io.fairlead.telemetry.Api.reportPower;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FairleadTest
class StoreMetricsTest {

    @Inject
    KnownVessels vessels;

    @Inject
    StoreMetrics metrics;

    @Inject
    Sealer sealer;

    @Inject
    Compactor compactor;

    @Inject
    Partitions partitions;

    @Inject
    Pool pool;

    private String vessel;

    @BeforeEach
    void register() {
        vessel = "M" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(vessel, null);
        sealer.seal().await().indefinitely();
    }

    @Test
    void shouldTellWhatWaitsToBeSealed() {
        report("04:00:00");
        pool.query("update head set received_at = received_at - interval '4 minutes'")
                .executeAndAwait();
        measure();
        assertThat(metric("fairlead_store_unsealed_readings")).isEqualTo(1);
        assertThat(metric("fairlead_store_unsealed_age_seconds")).isBetween(240.0, 300.0);

        sealer.seal().await().indefinitely();
        measure();

        assertThat(metric("fairlead_store_unsealed_readings")).isZero();
        assertThat(metric("fairlead_store_unsealed_age_seconds")).isZero();
    }

    @Test
    void shouldTellHowLargeTheStoreIsAndSinceWhen() {
        partitions.dropBefore("block", "9").await().indefinitely();
        partitions.dropBefore("power_window", "9").await().indefinitely();
        report("04:00:00");
        sealer.seal().await().indefinitely();
        pool.query("analyze block").executeAndAwait();
        measure();

        assertThat(metric("fairlead_store_rows{table=\"block\"}")).isPositive();
        assertThat(metric("fairlead_store_table_bytes{table=\"block\"}")).isGreaterThanOrEqualTo(8192);
        assertThat(metric("fairlead_store_table_bytes{table=\"batch\"}")).isGreaterThanOrEqualTo(8192);
        assertThat(metric("fairlead_store_partitions{table=\"power_window\"}")).isEqualTo(1);
        assertThat(metric("fairlead_store_oldest_seconds{table=\"block\"}"))
                .isEqualTo(Instant.parse("2026-01-31T00:00:00Z").getEpochSecond());
        assertThat(metric("fairlead_store_oldest_seconds{table=\"power_window\"}"))
                .isEqualTo(Instant.parse("2026-01-01T00:00:00Z").getEpochSecond());
    }

    @Test
    void shouldTimeWhatSealedOrRewroteSomething() {
        double seals = metric("fairlead_store_seal_seconds_count");
        double compactions = metric("fairlead_store_compact_seconds_count");

        report("04:00:00");
        sealer.seal().await().indefinitely();
        report("04:05:00");
        sealer.seal().await().indefinitely();
        sealer.seal().await().indefinitely();
        compactor.compact().await().indefinitely();
        compactor.compact().await().indefinitely();

        assertThat(metric("fairlead_store_seal_seconds_count")).isEqualTo(seals + 2);
        assertThat(metric("fairlead_store_compact_seconds_count")).isEqualTo(compactions + 1);
    }

    @Test
    void shouldTellHowLongEachKindIsKept() {
        assertThat(metric("fairlead_retention_kept_days{kind=\"batches\"}")).isEqualTo(7);
        assertThat(metric("fairlead_retention_kept_days{kind=\"windows\"}")).isBetween(3652.0, 3653.0);
        for (String kind : new String[] {"readings", "results", "tokens", "inbox", "idempotency"}) {
            assertThat(metric("fairlead_retention_kept_days{kind=\"%s\"}".formatted(kind)))
                    .isPositive();
        }
        assertThat(metric("fairlead_retention_dropped_total{kind=\"windows\"}")).isNotNegative();
    }

    private void report(String time) {
        reportPower(
                        vessel,
                        "{\"vessel\":\"%s\",\"unit\":\"kW\",\"readings\":[{\"time\":\"2026-01-31T%sZ\",\"value\":1}]}"
                                .formatted(vessel, time))
                .statusCode(200);
    }

    private void measure() {
        metrics.measure().await().indefinitely();
    }

    private static double metric(String name) {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + name));
    }
}
