package io.fairlead.telemetry.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.telemetry.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LttbTest {

    private static final long START = 1_769_817_600_000_000_000L;

    @Property
    void shouldKeepAsManyAsAskedInTheirOrderWithTheEnds(
            @ForAll @IntRange(min = 0, max = 3000) int size,
            @ForAll @IntRange(min = 3, max = 400) int most,
            @ForAll long seed) {
        List<Reading> all = readings(size, seed, 2);

        List<Reading> kept = Lttb.reduce(all, most);

        assertThat(kept).hasSize(Math.min(size, most)).isSubsetOf(all);
        assertThat(kept).extracting(Reading::time).isSorted().doesNotHaveDuplicates();
        if (size > 0) {
            assertThat(kept.get(0)).isEqualTo(all.get(0));
            assertThat(kept.get(kept.size() - 1)).isEqualTo(all.get(size - 1));
        }
    }

    @Property(tries = 200)
    void shouldChooseWhatTheThesisChooses(
            @ForAll @IntRange(min = 4, max = 800) int size,
            @ForAll @IntRange(min = 3, max = 100) int most,
            @ForAll long seed) {
        List<Reading> all = readings(size, seed, 3);

        assertThat(Lttb.reduce(all, most)).isEqualTo(most < size ? SlowLttb.reduce(all, most) : all);
    }

    @Property(tries = 300)
    void shouldHoldABoundedNumberWithTheEndsAndTheExtremesWhenThinning(
            @ForAll @IntRange(min = 1, max = 5000) int size,
            @ForAll @IntRange(min = 2, max = 60) int quads,
            @ForAll long seed) {
        List<Reading> all = readings(size, seed, 2);
        Thinning thinning = new Thinning(quads * 4);
        all.forEach(thinning::add);

        List<Reading> held = thinning.readings();

        assertThat(held).hasSizeLessThanOrEqualTo(quads * 4 + 4).isSubsetOf(all);
        assertThat(held).extracting(Reading::time).isSorted().doesNotHaveDuplicates();
        assertThat(held).contains(all.get(0), all.get(size - 1));
        assertThat(values(held).min().getAsDouble()).isEqualTo(values(all).min().getAsDouble());
        assertThat(values(held).max().getAsDouble()).isEqualTo(values(all).max().getAsDouble());
        if (size < quads * 4) {
            assertThat(held).isEqualTo(all);
        }
    }

    @Test
    void shouldKeepASpikeWhenTheRestIsFlat() {
        List<Reading> all = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            all.add(Reading.at(START + i * 1_000_000_000L, i == 7_777 ? 9 : 1));
        }

        assertThat(Lttb.reduce(all, 10)).contains(all.get(7_777));
    }

    private static java.util.stream.DoubleStream values(List<Reading> readings) {
        return readings.stream().mapToDouble(Reading::value);
    }

    /** A random walk at irregular times; with flat stretches, that is triangles of no size, below 3. */
    private static List<Reading> readings(int size, long seed, int flat) {
        Random random = new Random(seed);
        List<Reading> readings = new ArrayList<>();
        long time = START;
        double value = 0;
        for (int i = 0; i < size; i++) {
            time += 1 + random.nextInt(2_000_000_000);
            value += random.nextInt(3) >= flat ? 0 : random.nextGaussian();
            readings.add(Reading.at(time, value));
        }
        return readings;
    }
}
