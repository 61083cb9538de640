package io.fairlead.telemetry.store;

import static io.fairlead.telemetry.Api.power;
import static io.fairlead.telemetry.Api.reportPower;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.telemetry.window.Closed;
import io.fairlead.telemetry.window.PowerReading;
import io.fairlead.telemetry.window.QuarterHours;
import io.fairlead.telemetry.window.SlowPower;
import io.fairlead.telemetry.window.Window;
import io.fairlead.testkit.FairleadTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A deployment that has chosen the other end and the other method. */
@FairleadTest
@TestProfile(WindowSettingsTest.RightAndTimeWeighted.class)
class WindowSettingsTest {

    private static final Instant START = Instant.parse("2026-01-31T00:00:00Z");

    @Inject
    KnownVessels vessels;

    @Test
    void shouldSayWhichEndAndWhichMethod() {
        vessels.active("RIGHT", null);
        send("RIGHT", List.of(new PowerReading(nanos(900), BigDecimal.valueOf(60))));

        power("RIGHT", "2026-01-31T00:00:00Z", "2026-01-31T01:00:00Z")
                .body("closed", equalTo("right"), "method", equalTo("time-weighted"))
                .body("windows.end", contains("2026-01-31T00:15:00Z"), "windows.kWh", contains(5))
                .body("windows[0].methods", contains("time-weighted"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldEqualTheReferenceInAnyOrder(long seed) {
        Random random = new Random(seed);
        Map<Long, PowerReading> readings = new TreeMap<>();
        for (int i = 0; i < 120; i++) {
            long second = random.nextInt(5) == 0 ? 900L * random.nextInt(20) : random.nextInt(18_000);
            readings.put(second, new PowerReading(nanos(second), BigDecimal.valueOf(36L * random.nextInt(100))));
        }
        String vessel = "RIGHT" + seed;
        vessels.active(vessel, null);

        List<PowerReading> left = new ArrayList<>(readings.values());
        Collections.shuffle(left, random);
        while (!left.isEmpty()) {
            List<PowerReading> piece = left.subList(0, Math.min(left.size(), 1 + random.nextInt(12)));
            send(vessel, piece);
            piece.clear();
        }

        List<Window> windows =
                new SlowPower(Closed.RIGHT, Duration.ofMinutes(5).toNanos()).timeWeighted(readings.values());
        Map<String, Float> expected = new TreeMap<>();
        windows.forEach(window -> expected.put(
                QuarterHours.instant(window.end()).toString(), window.kWh().floatValue()));
        assertThat(stored(vessel)).isEqualTo(expected);
    }

    private static Map<String, Float> stored(String vessel) {
        List<Map<String, Object>> windows = power(vessel, "2026-01-30T00:00:00Z", "2026-02-01T00:00:00Z")
                .extract()
                .path("windows");
        Map<String, Float> stored = new TreeMap<>();
        windows.stream()
                .filter(window -> !window.get("count").equals(0))
                .forEach(window -> stored.put((String) window.get("end"), ((Number) window.get("kWh")).floatValue()));
        return stored;
    }

    private static void send(String vessel, List<PowerReading> readings) {
        List<String> items = readings.stream()
                .map(reading ->
                        "{\"time\":\"%s\",\"value\":%s}".formatted(QuarterHours.instant(reading.time()), reading.kW()))
                .toList();
        reportPower(
                        vessel,
                        "{\"vessel\":\"%s\",\"unit\":\"kW\",\"readings\":[%s]}"
                                .formatted(vessel, String.join(",", items)))
                .statusCode(200);
    }

    private static long nanos(long second) {
        return QuarterHours.nanos(START.plusSeconds(second));
    }

    public static class RightAndTimeWeighted implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fairlead.windows.closed", "right", "fairlead.windows.method", "time-weighted");
        }
    }
}
