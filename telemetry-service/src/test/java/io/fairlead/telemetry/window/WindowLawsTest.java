package io.fairlead.telemetry.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for windows whatever is reported. */
class WindowLawsTest {

    private static final long DAY = 1_769_817_600L;
    private static final long NANOS = 1_000_000_000L;

    private final MeanPower power = new MeanPower(Duration.ofMinutes(5));

    @Property
    void shouldAddUpToTheReportedEnergy(@ForAll("reports") List<EnergyReport> reports) {
        BigDecimal reported =
                reports.stream().map(report -> report.wh().movePointLeft(3)).reduce(BigDecimal.ZERO, BigDecimal::add);

        BigDecimal inWindows =
                EnergyWindows.windows(reports).stream().map(Window::kWh).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(inWindows).isEqualByComparingTo(reported);
    }

    @Property
    void shouldEqualTheSlowReferenceForEnergy(@ForAll("reports") List<EnergyReport> reports) {
        assertEqual(EnergyWindows.windows(reports), SlowWindows.energyKWh(reports));
    }

    @Property
    void shouldEqualTheSlowReferenceForPower(@ForAll("readings") List<PowerReading> readings) {
        assertEqual(power.windows(readings), SlowWindows.powerKWh(readings));
    }

    @Property
    void shouldNotDependOnTheOrder(
            @ForAll("reports") List<EnergyReport> reports,
            @ForAll("readings") List<PowerReading> readings,
            @ForAll Random random) {
        List<EnergyReport> shuffledReports = new ArrayList<>(reports);
        List<PowerReading> shuffledReadings = new ArrayList<>(readings);
        Collections.shuffle(shuffledReports, random);
        Collections.shuffle(shuffledReadings, random);

        assertThat(EnergyWindows.windows(shuffledReports)).isEqualTo(EnergyWindows.windows(reports));
        assertThat(power.windows(shuffledReadings)).isEqualTo(power.windows(readings));
    }

    @Property
    void shouldCoverNoMoreThanAWindow(@ForAll("reports") List<EnergyReport> reports) {
        assertThat(EnergyWindows.windows(reports)).allSatisfy(window -> {
            assertThat(window.coverageSeconds()).isBetween(0, 900);
            assertThat(window.minKW()).isLessThanOrEqualTo(window.maxKW());
        });
    }

    @Provide
    Arbitrary<List<EnergyReport>> reports() {
        Arbitrary<Integer> start = Arbitraries.integers().between(0, 20_000);
        Arbitrary<Integer> length = Arbitraries.integers().between(0, 10_000);
        Arbitrary<BigDecimal> wh = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(1_000_000))
                .ofScale(3);
        return Combinators.combine(start, length, wh)
                .as((from, seconds, energy) ->
                        new EnergyReport((DAY + from) * NANOS, (DAY + from + seconds) * NANOS, energy))
                .list()
                .ofMaxSize(20)
                .uniqueElements(report -> report.start() + "/" + report.end());
    }

    @Provide
    Arbitrary<List<PowerReading>> readings() {
        Arbitrary<Integer> time = Arbitraries.integers().between(0, 5_000);
        Arbitrary<BigDecimal> kW = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(50_000))
                .ofScale(2);
        return Combinators.combine(time, kW)
                .as((seconds, value) -> new PowerReading((DAY + seconds) * NANOS, value))
                .list()
                .ofMaxSize(50)
                .uniqueElements(PowerReading::time);
    }

    private static void assertEqual(List<Window> windows, Map<Long, BigDecimal> reference) {
        Map<Long, BigDecimal> plain = new TreeMap<>();
        reference.forEach((end, kWh) -> plain.put(end, Decimals.plain(kWh)));
        Map<Long, BigDecimal> computed = new TreeMap<>();
        windows.forEach(window -> computed.put(window.end(), window.kWh()));
        assertThat(computed).isEqualTo(plain);
    }
}
