package io.fairlead.telemetry.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.telemetry.reading.PowerUnit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** What holds for windows of power, whichever their method and whichever end belongs to them. */
class PowerLawsTest {

    private static final long DAY = 1_769_817_600L;
    private static final long NANOS = 1_000_000_000L;

    @Property
    void shouldEqualTheSlowReference(
            @ForAll("readings") List<PowerReading> readings, @ForAll Closed closed, @ForAll("gaps") Duration gap) {
        SlowPower slow = new SlowPower(closed, gap.toNanos());

        assertThat(new MeanPower(closed, gap).windows(readings)).isEqualTo(slow.mean(readings));
        assertThat(new TimeWeightedPower(closed, gap).windows(readings)).isEqualTo(slow.timeWeighted(readings));
    }

    /** Late, shuffled, split and repeated: after each piece only what it touches is made anew, from what decides it. */
    @Property
    void shouldEndInTheSameWindowsWhenReadingsComePieceByPiece(
            @ForAll("readings") List<PowerReading> readings,
            @ForAll Closed closed,
            @ForAll("gaps") Duration gap,
            @ForAll("methods") WindowMethod method,
            @ForAll Random random) {
        PowerWindows power = PowerWindows.of(method, closed, gap);
        List<PowerReading> arrivals = new ArrayList<>(readings);
        arrivals.addAll(readings.subList(0, readings.size() / 3));
        Collections.shuffle(arrivals, random);
        TreeMap<Long, PowerReading> stored = new TreeMap<>();
        TreeMap<Long, Window> kept = new TreeMap<>();

        for (PowerReading reading : arrivals) {
            stored.put(reading.time(), reading);
            Span touched = power.touched(reading.time());
            Span inputs = power.inputs(touched);
            power.windows(stored.subMap(inputs.from(), inputs.to()).values()).stream()
                    .filter(window -> touched.holds(window.end()))
                    .forEach(window -> kept.put(window.end(), window));
        }

        assertThat(new ArrayList<>(kept.values())).isEqualTo(power.windows(readings));
    }

    @Property
    void shouldNotDependOnTheOrder(
            @ForAll("readings") List<PowerReading> readings,
            @ForAll Closed closed,
            @ForAll("methods") WindowMethod method,
            @ForAll Random random) {
        PowerWindows power = PowerWindows.of(method, closed, Duration.ofMinutes(5));
        List<PowerReading> shuffled = new ArrayList<>(readings);
        Collections.shuffle(shuffled, random);

        assertThat(power.windows(shuffled)).isEqualTo(power.windows(readings));
    }

    @Property
    void shouldAddUpToTheIntegralOfTheHeldValues(
            @ForAll("readings") List<PowerReading> readings, @ForAll Closed closed, @ForAll("gaps") Duration gap) {
        List<Window> windows = new TimeWeightedPower(closed, gap).windows(readings);

        List<Long> times = readings.stream().map(PowerReading::time).sorted().toList();
        BigDecimal integral = BigDecimal.ZERO;
        for (PowerReading reading : readings) {
            int i = times.indexOf(reading.time());
            int neighbour = closed == Closed.LEFT ? i + 1 : i - 1;
            long hold = neighbour < 0 || neighbour == times.size()
                    ? gap.toNanos()
                    : Math.min(gap.toNanos(), Math.abs(times.get(neighbour) - reading.time()));
            integral = integral.add(reading.kW().multiply(BigDecimal.valueOf(hold)));
        }
        BigDecimal sum = windows.stream().map(Window::kWh).reduce(BigDecimal.ZERO, BigDecimal::add);
        // Each window is rounded to a milliwatt, so by half of one for a quarter of an hour at most.
        BigDecimal rounding = new BigDecimal("0.000000125").multiply(BigDecimal.valueOf(windows.size()));
        BigDecimal off = sum.multiply(BigDecimal.valueOf(3_600_000_000_000L))
                .subtract(integral)
                .abs();
        assertThat(off).isLessThanOrEqualTo(rounding.multiply(BigDecimal.valueOf(3_600_000_000_000L)));
    }

    @Property
    void shouldCoverNoMoreThanAWindow(
            @ForAll("readings") List<PowerReading> readings,
            @ForAll Closed closed,
            @ForAll("gaps") Duration gap,
            @ForAll("methods") WindowMethod method) {
        assertThat(PowerWindows.of(method, closed, gap).windows(readings)).allSatisfy(window -> {
            assertThat(window.coverageSeconds()).isBetween(0, 900);
            assertThat(window.minKW()).isLessThanOrEqualTo(window.maxKW());
            assertThat(window.meanKW()).isLessThanOrEqualTo(window.maxKW().add(new BigDecimal("0.000001")));
        });
    }

    @Property
    void shouldReadADoubleAsTheDecimalThatItWasMadeFrom(
            @ForAll("decimals") BigDecimal decimal, @ForAll PowerUnit unit) {
        PowerReading reading = unit.reading(0, decimal.doubleValue());

        assertThat(reading.kW()).isEqualByComparingTo(unit.toKilo(decimal));
    }

    @Property
    void shouldReadAnyDoubleAsTheSlowWayDoes(
            @ForAll @DoubleRange(min = 0, max = 1e9) double value, @ForAll PowerUnit unit) {
        assertThat(unit.reading(0, value).kW()).isEqualByComparingTo(unit.toKilo(BigDecimal.valueOf(value)));
    }

    @Provide
    Arbitrary<BigDecimal> decimals() {
        return Arbitraries.integers().between(0, 9).flatMap(scale -> Arbitraries.longs()
                .between(0, 999_999_999_999_999L)
                .map(unscaled -> BigDecimal.valueOf(unscaled, scale)));
    }

    @Provide
    Arbitrary<WindowMethod> methods() {
        return Arbitraries.of(WindowMethod.MEAN, WindowMethod.TIME_WEIGHTED);
    }

    @Provide
    Arbitrary<Duration> gaps() {
        return Arbitraries.of(
                Duration.ofNanos(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(40));
    }

    /** Often on a line between windows, and of any precision. */
    @Provide
    Arbitrary<List<PowerReading>> readings() {
        Arbitrary<Long> seconds = Arbitraries.longs().between(0, 8_000).map(second -> second * NANOS);
        Arbitrary<Long> lines = Arbitraries.longs().between(0, 9).map(line -> line * QuarterHours.LENGTH);
        Arbitrary<Long> besides = lines.flatMap(line -> Arbitraries.of(line - 1, line + 1));
        Arbitrary<Long> time = Arbitraries.oneOf(seconds, lines, besides);
        Arbitrary<BigDecimal> kW = Arbitraries.oneOf(
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, BigDecimal.valueOf(50_000))
                        .ofScale(2),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, BigDecimal.ONE)
                        .ofScale(9),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, BigDecimal.valueOf(1_000_000_000))
                        .ofScale(6));
        return Combinators.combine(time, kW)
                .as((nanos, value) -> new PowerReading(DAY * NANOS + nanos, value))
                .list()
                .ofMaxSize(30)
                .uniqueElements(PowerReading::time);
    }
}
