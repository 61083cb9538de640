package io.fairlead.telemetry.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for windows of counters whatever they show. */
class CounterLawsTest {

    private static final long DAY = 1_769_817_600L;
    private static final long NANOS = 1_000_000_000L;

    @Property
    void shouldAddUpToTheDifferenceOfLastAndFirstWhenACounterOnlyRises(@ForAll("risen") List<CounterReading> readings) {
        BigDecimal sum =
                CounterWindows.windows(readings).stream().map(Window::kWh).reduce(BigDecimal.ZERO, BigDecimal::add);

        BigDecimal risen = readings.isEmpty()
                ? BigDecimal.ZERO
                : readings.get(readings.size() - 1)
                        .wh()
                        .subtract(readings.get(0).wh());
        assertThat(sum).isEqualByComparingTo(risen.movePointLeft(3));
    }

    @Property
    void shouldEqualTheSlowReference(@ForAll("readings") List<CounterReading> readings) {
        Map<WindowFlag, Set<Long>> flagged = new TreeMap<>();
        for (CounterReading reading : readings) {
            previous(readings, reading.time()).ifPresent(previous -> flag(previous, reading, flagged));
        }

        List<Window> windows = CounterWindows.windows(readings);

        assertThat(windows.stream().collect(Collectors.toMap(Window::end, Window::kWh)))
                .isEqualTo(plain(SlowWindows.energyKWh(SlowWindows.steps(readings))));
        for (WindowFlag flag : WindowFlag.values()) {
            List<Long> odd = windows.stream()
                    .filter(window -> window.flags().contains(flag))
                    .map(Window::end)
                    .toList();
            assertThat(odd).isEqualTo(List.copyOf(flagged.getOrDefault(flag, new TreeSet<>())));
        }
    }

    /** Late, shuffled, split and repeated: after each piece only what it touches is made anew, from what decides it. */
    @Property
    void shouldEndInTheSameWindowsWhenReadingsComePieceByPiece(
            @ForAll("readings") List<CounterReading> readings, @ForAll Random random) {
        List<CounterReading> arrivals = new ArrayList<>(readings);
        arrivals.addAll(readings.subList(0, readings.size() / 2));
        Collections.shuffle(arrivals, random);
        EnergyStore store = new EnergyStore();
        TreeMap<Long, Window> kept = new TreeMap<>();

        for (CounterReading reading : arrivals) {
            store.keep(new EnergyReport(reading.time(), reading.time(), reading.wh()));
            Span touched =
                    CounterWindows.touched(reading.time(), store.previous(reading.time()), store.next(reading.time()));
            CounterWindows.windows(store.inputs(touched).stream()
                            .map(report -> new CounterReading(report.end(), report.wh()))
                            .toList())
                    .stream()
                    .filter(window -> touched.holds(window.end()))
                    .forEach(window -> kept.put(window.end(), window));
        }

        assertThat(new ArrayList<>(kept.values())).isEqualTo(CounterWindows.windows(readings));
    }

    private static Optional<CounterReading> previous(List<CounterReading> readings, long time) {
        return readings.stream()
                .filter(other -> other.time() < time)
                .max(Comparator.comparingLong(CounterReading::time));
    }

    private static void flag(CounterReading previous, CounterReading reading, Map<WindowFlag, Set<Long>> flagged) {
        if (reading.wh().compareTo(previous.wh()) >= 0) {
            return;
        }
        boolean reset = reading.wh().doubleValue() < 0.9 * previous.wh().doubleValue();
        long start = Math.max(previous.time(), reading.time() - EnergyReports.LONGEST.toNanos());
        for (long end = QuarterHours.endOf(start); end - QuarterHours.LENGTH < reading.time(); ) {
            flagged.computeIfAbsent(
                            reset ? WindowFlag.COUNTER_RESET : WindowFlag.COUNTER_DROP, first -> new TreeSet<>())
                    .add(end);
            end += QuarterHours.LENGTH;
        }
    }

    private static Map<Long, BigDecimal> plain(Map<Long, BigDecimal> reference) {
        return reference.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Decimals.plain(entry.getValue())));
    }

    @Provide
    Arbitrary<List<CounterReading>> risen() {
        return readings().map(readings -> {
            List<Long> times =
                    readings.stream().map(CounterReading::time).sorted().toList();
            List<BigDecimal> values =
                    readings.stream().map(CounterReading::wh).sorted().toList();
            List<CounterReading> risen = new ArrayList<>();
            for (int i = 0; i < times.size(); i++) {
                risen.add(new CounterReading(times.get(i), values.get(i)));
            }
            return risen;
        });
    }

    /** Near each other mostly, so that drops of a little are as common as resets; now and then weeks apart. */
    @Provide
    Arbitrary<List<CounterReading>> readings() {
        Arbitrary<Long> time = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.longs().between(0, 20_000)),
                Tuple.of(1, Arbitraries.longs().between(0, 70 * 86_400L)));
        Arbitrary<BigDecimal> wh = Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(800), BigDecimal.valueOf(1_000))
                .ofScale(3);
        return Combinators.combine(time, wh)
                .as((seconds, value) -> new CounterReading((DAY + seconds) * NANOS, value))
                .list()
                .ofMaxSize(12)
                .uniqueElements(CounterReading::time);
    }
}
