package io.fairlead.telemetry.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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

/** What holds for windows of energy whatever is reported. */
class EnergyLawsTest {

    private static final long DAY = 1_769_817_600L;
    private static final long NANOS = 1_000_000_000L;

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
    void shouldNotDependOnTheOrder(@ForAll("reports") List<EnergyReport> reports, @ForAll Random random) {
        List<EnergyReport> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, random);

        assertThat(EnergyWindows.windows(shuffled)).isEqualTo(EnergyWindows.windows(reports));
    }

    /** Late, shuffled, split and repeated: after each piece only what it touches is made anew, from what decides it. */
    @Property
    void shouldEndInTheSameWindowsWhenReportsComePieceByPiece(
            @ForAll("reports") List<EnergyReport> reports, @ForAll Random random) {
        List<EnergyReport> arrivals = new ArrayList<>(reports);
        arrivals.addAll(reports.subList(0, reports.size() / 2));
        Collections.shuffle(arrivals, random);
        EnergyStore store = new EnergyStore();
        TreeMap<Long, Window> kept = new TreeMap<>();

        for (EnergyReport report : arrivals) {
            store.keep(report);
            Span touched = EnergyWindows.touched(
                    report.start(), report.end(), store.previous(report.end()), store.next(report.end()));
            kept.subMap(touched.from(), false, touched.to(), true).clear();
            EnergyWindows.windows(store.inputs(touched)).stream()
                    .filter(window -> touched.holds(window.end()))
                    .forEach(window -> kept.put(window.end(), window));
        }

        assertThat(new ArrayList<>(kept.values())).isEqualTo(EnergyWindows.windows(reports));
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

    private static void assertEqual(List<Window> windows, Map<Long, BigDecimal> reference) {
        Map<Long, BigDecimal> plain = new TreeMap<>();
        reference.forEach((end, kWh) -> plain.put(end, Decimals.plain(kWh)));
        Map<Long, BigDecimal> computed = new TreeMap<>();
        windows.forEach(window -> computed.put(window.end(), window.kWh()));
        assertThat(computed).isEqualTo(plain);
    }
}
