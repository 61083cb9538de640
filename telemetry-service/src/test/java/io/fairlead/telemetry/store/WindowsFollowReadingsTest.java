package io.fairlead.telemetry.store;

import static io.fairlead.telemetry.Api.power;
import static io.fairlead.telemetry.Api.reportPower;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.telemetry.window.CounterReading;
import io.fairlead.telemetry.window.EnergyReport;
import io.fairlead.telemetry.window.PowerReading;
import io.fairlead.telemetry.window.QuarterHours;
import io.fairlead.telemetry.window.SlowWindows;
import io.fairlead.testkit.FairleadTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shuffled, split, repeated and late: the windows in the store are those of the slow reference over all readings. */
@FairleadTest
class WindowsFollowReadingsTest {

    private static final long START = Instant.parse("2026-01-31T00:00:00Z").getEpochSecond();
    private static final long NANOS = 1_000_000_000L;

    @Inject
    KnownVessels vessels;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void shouldEqualTheReferenceForEnergyInAnyOrder(long seed) {
        Random random = new Random(seed);
        Map<String, EnergyReport> reports = new TreeMap<>();
        for (int i = 0; i < 40; i++) {
            long end = (START + 60 * random.nextInt(600)) * NANOS;
            long start = random.nextBoolean() ? end : end - (60L + 60 * random.nextInt(120)) * NANOS;
            reports.put(start + "/" + end, new EnergyReport(start, end, BigDecimal.valueOf(random.nextInt(5_000))));
        }
        String vessel = "E" + seed;

        sendInPieces(
                vessel,
                "kWh",
                reports.values().stream()
                        .map(WindowsFollowReadingsTest::json)
                        .collect(Collectors.toCollection(ArrayList::new)),
                random);

        assertThat(stored(vessel)).isEqualTo(plain(SlowWindows.energyKWh(reports.values())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldEqualTheReferenceForPowerInAnyOrder(long seed) {
        Random random = new Random(seed);
        Map<Long, PowerReading> readings = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            long time = (START + random.nextInt(20_000)) * NANOS;
            readings.put(time, new PowerReading(time, BigDecimal.valueOf(random.nextInt(500_000), 2)));
        }
        String vessel = "P" + seed;

        sendInPieces(
                vessel,
                "kW",
                readings.values().stream()
                        .map(WindowsFollowReadingsTest::json)
                        .collect(Collectors.toCollection(ArrayList::new)),
                random);

        assertThat(stored(vessel)).isEqualTo(plain(SlowWindows.powerKWh(readings.values())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shouldEqualTheReferenceForCountersInAnyOrder(long seed) {
        Random random = new Random(seed);
        Map<Long, EnergyReport> readings = new TreeMap<>();
        for (int i = 0; i < 40; i++) {
            long time = (START + 60 * random.nextInt(600)) * NANOS;
            readings.put(time, new EnergyReport(time, time, BigDecimal.valueOf(80_000 + random.nextInt(20_000))));
        }
        List<CounterReading> shown = readings.values().stream()
                .map(reading -> new CounterReading(reading.end(), reading.wh()))
                .toList();
        String vessel = "C" + seed;

        sendInPieces(
                vessel,
                "kWh\",\"quantity\":\"counter",
                readings.values().stream()
                        .map(WindowsFollowReadingsTest::json)
                        .collect(Collectors.toCollection(ArrayList::new)),
                random);

        assertThat(stored(vessel)).isEqualTo(plain(SlowWindows.energyKWh(SlowWindows.steps(shown))));
    }

    private void sendInPieces(String vessel, String unit, List<String> items, Random random) {
        vessels.active(vessel, null);
        List<String> left = new ArrayList<>(items);
        left.addAll(items.subList(0, items.size() / 3));
        Collections.shuffle(left, random);
        while (!left.isEmpty()) {
            List<String> piece = left.subList(0, Math.min(left.size(), 1 + random.nextInt(12)));
            reportPower(
                            vessel,
                            "{\"vessel\":\"%s\",\"unit\":\"%s\",\"readings\":[%s]}"
                                    .formatted(vessel, unit, String.join(",", piece)))
                    .statusCode(200);
            piece.clear();
        }
    }

    private static Map<String, BigDecimal> stored(String vessel) {
        List<Map<String, Object>> windows = power(vessel, "2026-01-30T00:00:00Z", "2026-02-02T00:00:00Z")
                .statusCode(200)
                .extract()
                .path("windows");
        return windows.stream()
                .filter(window -> !window.get("count").equals(0))
                .collect(Collectors.toMap(
                        window -> (String) window.get("end"),
                        window -> new BigDecimal(window.get("kWh").toString()).stripTrailingZeros(),
                        BigDecimal::add,
                        TreeMap::new));
    }

    private static Map<String, BigDecimal> plain(Map<Long, BigDecimal> reference) {
        Map<String, BigDecimal> plain = new TreeMap<>();
        reference.forEach((end, kWh) -> plain.put(
                QuarterHours.instant(end).toString(),
                new BigDecimal(Float.toString(kWh.floatValue())).stripTrailingZeros()));
        return plain;
    }

    private static String json(EnergyReport report) {
        Instant end = QuarterHours.instant(report.end());
        BigDecimal kWh = report.wh().movePointLeft(3);
        return report.hasStart()
                ? "{\"start\":\"%s\",\"end\":\"%s\",\"value\":%s}"
                        .formatted(QuarterHours.instant(report.start()), end, kWh)
                : "{\"time\":\"%s\",\"value\":%s}".formatted(end, kWh);
    }

    private static String json(PowerReading reading) {
        return "{\"time\":\"%s\",\"value\":%s}".formatted(QuarterHours.instant(reading.time()), reading.kW());
    }
}
