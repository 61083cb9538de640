package io.fairlead.telemetry.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.telemetry.reading.Reading;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PointsTest {

    @Property(tries = 300)
    void shouldMergeAsASortedMapWould(@ForAll("runs") List<List<Reading>> runs) {
        Points merged = Points.merge(runs.stream().map(Readings::points).toList());

        List<Reading> all = runs.stream().flatMap(List::stream).toList();
        assertThat(Readings.list(merged)).isEqualTo(Readings.sorted(all));
        assertThat(merged).isEqualTo(Readings.points(all)).hasSameHashCodeAs(Readings.points(all));
    }

    @Property(tries = 300)
    void shouldSliceByTime(@ForAll("readings") List<Reading> readings, @ForAll int one, @ForAll int other) {
        Points points = Readings.points(readings);
        long from = bound(points, one);
        long to = bound(points, other);

        assertThat(Readings.list(points.slice(from, to)))
                .isEqualTo(Readings.list(points).stream()
                        .filter(reading -> from <= reading.time() && reading.time() < to)
                        .toList());
    }

    private static long bound(Points points, int choice) {
        return points.size() == 0 ? choice : points.time(Math.floorMod(choice, points.size())) + choice % 2;
    }

    @Example
    void shouldLetTheLaterRunWinAmongEqualKeys() {
        Points earlier = Readings.points(List.of(Reading.at(1, 1), Reading.at(3, 3), Reading.at(5, 5)));
        Points later = Readings.points(List.of(Reading.at(3, 30), Reading.over(2, 3, 7)));

        assertThat(Readings.list(Points.merge(List.of(earlier, later))))
                .containsExactly(Reading.at(1, 1), Reading.over(2, 3, 7), Reading.at(3, 30), Reading.at(5, 5));
        assertThat(Points.merge(List.of(later, earlier)).value(2)).isEqualTo(3);
        assertThat(Points.merge(List.of())).isSameAs(Points.empty());
        assertThat(Points.merge(List.of(Points.empty(), earlier))).isSameAs(earlier);
    }

    @Example
    void shouldTellPlainNumbersFromTheRest() {
        assertThat(Readings.points(List.of(Reading.at(1, 1))).isPlain()).isTrue();
        assertThat(Readings.points(List.of(Reading.over(0, 1, 1))).isPlain()).isFalse();
        assertThat(Readings.points(List.of(new Reading(1, 1, null, "on", null))).isPlain())
                .isFalse();
        assertThat(Readings.points(List.of(new Reading(1, 1, 1.0, null, "BAD"))).isPlain())
                .isFalse();
        assertThat(Readings.points(List.of(Reading.over(0, 1, 1), Reading.at(2, 1)))
                        .slice(2, 3)
                        .isPlain())
                .isTrue();
    }

    @Example
    void shouldTellZeroesApart() {
        assertThat(Readings.points(List.of(Reading.at(1, 0.0))))
                .isNotEqualTo(Readings.points(List.of(Reading.at(1, -0.0))));
    }

    @Example
    void shouldRefuseWhatIsNeitherNumberNorText() {
        PointsBuilder builder = new PointsBuilder();

        assertThatThrownBy(() -> builder.add(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.add(1, 1, Double.POSITIVE_INFINITY, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.add(new Reading(1, 1, 1.0, "both", null)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.add(new Reading(1, 1, null, null, null)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(builder.size()).isZero();
    }

    @Provide
    Arbitrary<List<Reading>> readings() {
        return Readings.any();
    }

    @Provide
    Arbitrary<List<List<Reading>>> runs() {
        return Readings.any().list().ofMaxSize(6);
    }
}
