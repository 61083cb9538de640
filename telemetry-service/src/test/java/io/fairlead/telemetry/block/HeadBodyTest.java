package io.fairlead.telemetry.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.telemetry.block.HeadBody.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HeadBodyTest {

    @Property(tries = 200)
    void shouldGiveBackAllPartsAndEachAlone(@ForAll("parts") List<Part> parts) {
        byte[] body = HeadBody.encode(parts);

        assertThat(HeadBody.parts(body)).isEqualTo(parts);
        assertThat(HeadBody.series(body))
                .containsExactly(parts.stream().mapToLong(Part::series).toArray());
        parts.forEach(part -> assertThat(HeadBody.part(body, part.series())).isEqualTo(part.points()));
        assertThat(HeadBody.part(body, 77)).isSameAs(Points.empty());
    }

    @Property(tries = 200)
    void shouldRefuseWhatIsCutShortOrDamaged(@ForAll("parts") List<Part> parts, @ForAll long seed) {
        byte[] body = HeadBody.encode(parts);
        Random random = new Random(seed);
        byte[] damaged = body.clone();
        damaged[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));

        assertThatThrownBy(() -> HeadBody.parts(damaged)).isInstanceOf(CorruptBlock.class);
        assertThatThrownBy(() -> HeadBody.parts(Arrays.copyOf(body, random.nextInt(body.length))))
                .isInstanceOf(CorruptBlock.class);
    }

    @Property(tries = 200)
    void shouldNeverHangNorRunOutOfMemoryWhenTheCheckSumFits(@ForAll("parts") List<Part> parts, @ForAll long seed) {
        byte[] body = Damage.sealed(HeadBody.encode(parts), new Random(seed));

        try {
            HeadBody.parts(body);
        } catch (CorruptBlock expected) {
            assertThat(expected).hasMessageEndingWith(".");
        }
        try {
            HeadBody.part(
                    body, parts.isEmpty() ? 1 : parts.get(parts.size() - 1).series());
        } catch (CorruptBlock expected) {
            assertThat(expected).hasMessageEndingWith(".");
        }
    }

    @Example
    void shouldShareOneColumnOfTimes() {
        PointsBuilder one = new PointsBuilder();
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            one.add(i * 1_000_000_000L + random.nextInt(1_000_000_000), 1);
        }
        int alone = HeadBody.encode(List.of(new Part(1, one.build()))).length;
        int both = HeadBody.encode(List.of(new Part(1, one.build()), new Part(2, one.build()))).length;

        assertThat(both - alone).isLessThan(16);
    }

    @Example
    void shouldRefuseASeriesThatStandsTwice() {
        List<Part> twice = List.of(new Part(1, Points.empty()), new Part(1, Points.empty()));

        assertThatThrownBy(() -> HeadBody.encode(twice)).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<List<Part>> parts() {
        Arbitrary<List<Points>> points = Readings.points().list().ofMaxSize(4);
        Arbitrary<List<Integer>> choices =
                Arbitraries.integers().between(0, 3).list().ofMaxSize(8);
        return Combinators.combine(points, choices, Arbitraries.longs().greaterOrEqual(100))
                .as(HeadBodyTest::parts);
    }

    /** Some have the very same times as others. */
    private static List<Part> parts(List<Points> points, List<Integer> choices, long first) {
        List<Part> parts = new ArrayList<>();
        for (int choice : choices) {
            if (choice < points.size()) {
                parts.add(new Part(first + (choice + 1L) * parts.size() * 37, points.get(choice)));
            }
        }
        return parts.stream().map(Part::series).distinct().count() == parts.size() ? parts : List.of();
    }
}
