package io.fairlead.telemetry.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.telemetry.reading.Reading;
import io.fairlead.telemetry.window.QuarterHours;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SummaryTest {

    @Property(tries = 300)
    void shouldSayWhatASlowLookSays(@ForAll("readings") List<Reading> readings) {
        Summary summary = Summary.of(Readings.points(readings));

        Map<Long, List<Reading>> buckets = Readings.sorted(readings).stream()
                .filter(reading -> reading.value() != null)
                .collect(Collectors.groupingBy(
                        reading -> QuarterHours.startOf(reading.time()), TreeMap::new, Collectors.toList()));
        assertThat(summary.size()).isEqualTo(buckets.size());
        int i = 0;
        for (Map.Entry<Long, List<Reading>> bucket : buckets.entrySet()) {
            assertThat(summary.start(i)).isEqualTo(bucket.getKey());
            check(summary, i++, bucket.getValue());
        }
    }

    private static void check(Summary summary, int i, List<Reading> readings) {
        Reading last = readings.get(readings.size() - 1);
        double sum = 0;
        for (Reading reading : readings) {
            sum += reading.value();
        }
        assertThat(summary.count(i)).isEqualTo(readings.size());
        assertThat(summary.sum(i)).isEqualTo(sum);
        assertThat(summary.min(i))
                .isEqualTo(readings.stream().mapToDouble(Reading::value).min().orElseThrow());
        assertThat(summary.max(i))
                .isEqualTo(readings.stream().mapToDouble(Reading::value).max().orElseThrow());
        assertThat(summary.first(i)).isEqualTo(readings.get(0).value());
        assertThat(summary.last(i)).isEqualTo(last.value());
        assertThat(summary.lastTime(i)).isEqualTo(last.time());
    }

    @Property(tries = 300)
    void shouldGiveBackEveryBit(@ForAll("readings") List<Reading> readings) {
        Summary summary = Summary.of(Readings.points(readings));

        assertThat(Summary.decode(summary.encode())).isEqualTo(summary).hasSameHashCodeAs(summary);
    }

    @Property(tries = 300)
    void shouldNeverHangNorRunOutOfMemoryWhenTheCheckSumFits(
            @ForAll("readings") List<Reading> readings, @ForAll long seed) {
        byte[] bytes = Damage.sealed(Summary.of(Readings.points(readings)).encode(), new Random(seed));

        try {
            assertThat(Summary.decode(bytes).size()).isLessThanOrEqualTo(Columns.MOST);
        } catch (CorruptBlock expected) {
            assertThat(expected).hasMessageEndingWith(".");
        }
        assertThatThrownBy(() -> Summary.decode(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(CorruptBlock.class);
    }

    @Property(tries = 200)
    void shouldBeOneAgainAfterASplit(@ForAll("readings") List<Reading> readings, @ForAll int choice) {
        Points points = Readings.points(readings);
        Summary whole = Summary.of(points);
        long middle = points.size() == 0 ? 0 : QuarterHours.startOf(points.time(Math.floorMod(choice, points.size())));

        Summary before = Summary.of(points.slice(Long.MIN_VALUE, middle));
        Summary after = Summary.of(points.slice(middle, Long.MAX_VALUE));

        assertThat(Summary.merge(after, before)).isEqualTo(whole);
        assertThat(whole.between(Long.MIN_VALUE, middle)).isEqualTo(before);
        assertThat(whole.between(middle, Long.MAX_VALUE)).isEqualTo(after);
    }

    @Example
    void shouldRefuseToMergeTheSameBucket() {
        Summary one = Summary.of(Readings.points(List.of(Reading.at(1, 1))));

        assertThatThrownBy(() -> Summary.merge(one, one)).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void shouldTakeAKilobyteForADay() {
        Random random = new Random(1);
        PointsBuilder builder = new PointsBuilder();
        long cents = 81_255;
        for (int i = 0; i < 17_280; i++) {
            cents += Math.round(random.nextGaussian() * 20);
            builder.add(i * 5_000_000_000L, cents / 100.0);
        }

        assertThat(Summary.of(builder.build()).encode()).hasSizeLessThan(1024);
    }

    /** Within what nanoseconds can say with a window around it. */
    @Provide
    Arbitrary<List<Reading>> readings() {
        Arbitrary<Long> step = Arbitraries.longs().between(-100_000_000_000L, 400_000_000_000L);
        Arbitrary<Reading> reading = Combinators.combine(step, Arbitraries.of("on", null, null), Arbitraries.integers())
                .as((time, text, number) ->
                        new Reading(time * 20, time * 20, text == null ? number / 100.0 : null, text, null));
        Arbitrary<List<Reading>> any = Readings.any().map(readings -> readings.stream()
                .filter(r -> Math.abs(r.time() / 4) < Long.MAX_VALUE / 5)
                .toList());
        return Arbitraries.oneOf(reading.list().ofMaxSize(200), any);
    }
}
