package io.fairlead.telemetry.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.telemetry.block.HeadBody;
import io.fairlead.telemetry.block.PointsBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ReadingsTablesTest {

    @Test
    void shouldGoOnInATableWhenTheSameChannelsReportAgain() {
        ReadingsTables tables = new ReadingsTables();
        tables.add(List.of(part(1, 10, 20), part(2, 10, 20), part(3, 15)));
        tables.add(List.of(part(1, 30), part(2, 30), part(3, 35)));

        assertThat(tables.tables()).hasSize(2);
        assertThat(tables.tables().get(0).series()).containsExactly(1L, 2L);
        assertThat(tables.tables().get(0).pieces()).hasSize(2);
        assertThat(tables.tables().get(1).series()).containsExactly(3L);
    }

    @Test
    void shouldBeginATableWhenOneOfItsChannelsHasBeenInAnotherSince() {
        ReadingsTables tables = new ReadingsTables();
        tables.add(List.of(part(1, 10), part(2, 10)));
        tables.add(List.of(part(2, 10)));
        tables.add(List.of(part(1, 10), part(2, 10)));

        assertThat(tables.tables()).hasSize(3);
    }

    @Property
    void shouldEndWithTheLaterOfTwoReadingsWhenReadFromTheFirstToTheLast(
            @ForAll("batches") List<List<HeadBody.Part>> batches) {
        Map<List<Long>, Double> expected = new HashMap<>();
        ReadingsTables tables = new ReadingsTables();
        int readings = 0;
        for (List<HeadBody.Part> batch : batches) {
            tables.add(batch);
            for (HeadBody.Part part : batch) {
                keep(part, expected);
                readings += part.points().size();
            }
        }

        Map<List<Long>, Double> told = new HashMap<>();
        int tellings = 0;
        for (ReadingsTables.Table table : tables.tables()) {
            for (List<HeadBody.Part> piece : table.pieces()) {
                assertThat(piece).extracting(HeadBody.Part::series).isEqualTo(table.series());
                for (HeadBody.Part part : piece) {
                    keep(part, told);
                    tellings += part.points().size();
                }
            }
        }
        assertThat(told).isEqualTo(expected);
        assertThat(tellings).isEqualTo(readings);
    }

    @Provide
    Arbitrary<List<List<HeadBody.Part>>> batches() {
        Arbitrary<Integer> series = Arbitraries.integers().between(1, 4);
        Arbitrary<List<Integer>> times =
                Arbitraries.integers().between(1, 3).list().ofMinSize(1).ofMaxSize(2);
        Arbitrary<Map<Integer, List<Integer>>> batch =
                Arbitraries.maps(series, times).ofMinSize(1).ofMaxSize(3);
        return Combinators.combine(batch.list().ofMaxSize(6), Arbitraries.randoms())
                .as((all, random) -> all.stream()
                        .map(one -> {
                            List<HeadBody.Part> parts = new ArrayList<>();
                            one.forEach((id, at) -> parts.add(part(id, random.nextDouble(), at)));
                            return parts;
                        })
                        .toList());
    }

    private static void keep(HeadBody.Part part, Map<List<Long>, Double> kept) {
        for (int i = 0; i < part.points().size(); i++) {
            kept.put(
                    List.of(part.series(), part.points().time(i)), part.points().value(i));
        }
    }

    private static HeadBody.Part part(long series, Integer... times) {
        return part(series, 1, List.of(times));
    }

    private static HeadBody.Part part(long series, double value, List<Integer> times) {
        PointsBuilder points = new PointsBuilder();
        times.forEach(time -> points.add(time, value + time));
        return new HeadBody.Part(series, points.build());
    }
}
