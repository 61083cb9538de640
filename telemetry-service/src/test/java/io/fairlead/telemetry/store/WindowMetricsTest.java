package io.fairlead.telemetry.store;

import static io.fairlead.telemetry.Api.reportPower;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@FairleadTest
class WindowMetricsTest {

    @Inject
    KnownVessels vessels;

    @Inject
    WindowMetrics metrics;

    @Inject
    MeterRegistry meters;

    @Test
    void shouldTellHowManyVesselsAreHowFarBehind() {
        measure();
        double fresh = vessels("30m");
        double late = vessels("1d");
        double longer = vessels("longer");

        report(Duration.ofMinutes(20));
        report(Duration.ofHours(9));
        report(Duration.ofDays(9));
        measure();

        assertThat(vessels("30m")).isEqualTo(fresh + 1);
        assertThat(vessels("1d")).isEqualTo(late + 1);
        assertThat(vessels("longer")).isEqualTo(longer + 1);
        assertThat(gauge("fairlead.windows.lateness")).isBetween(0.0, 1800.0);
    }

    @Test
    void shouldCountWhatBecameOfReadingsByTheirDoor() {
        double accepted = readings("accepted");
        double duplicate = readings("duplicate");
        String vessel = vessel();
        Instant time = Instant.now().minus(1, ChronoUnit.HOURS);

        power(vessel, time);
        power(vessel, time);

        assertThat(readings("accepted")).isEqualTo(accepted + 1);
        assertThat(readings("duplicate")).isEqualTo(duplicate + 1);
    }

    private void report(Duration ago) {
        power(vessel(), Instant.now().minus(ago).truncatedTo(ChronoUnit.SECONDS));
    }

    private String vessel() {
        String vessel = "W" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(vessel, null);
        return vessel;
    }

    private static void power(String vessel, Instant time) {
        reportPower(
                        vessel,
                        "{\"vessel\":\"%s\",\"unit\":\"kW\",\"readings\":[{\"time\":\"%s\",\"value\":1}]}"
                                .formatted(vessel, time))
                .statusCode(200);
    }

    private void measure() {
        metrics.measure().await().indefinitely();
    }

    private double vessels(String behind) {
        return meters.get("fairlead.windows.vessels")
                .tag("behind", behind)
                .gauge()
                .value();
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private double readings(String outcome) {
        var counter = Search.in(meters)
                .name("fairlead.intake.readings")
                .tag("door", "power")
                .tag("outcome", outcome)
                .counter();
        return counter == null ? 0 : counter.count();
    }
}
