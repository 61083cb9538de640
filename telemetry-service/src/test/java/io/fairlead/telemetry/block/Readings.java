package io.fairlead.telemetry.block;

import io.fairlead.telemetry.reading.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Readings of all the kinds that ships send, and stranger ones. */
final class Readings {

    private static final Comparator<Reading.Key> ORDER =
            Comparator.comparingLong(Reading.Key::time).thenComparingLong(Reading.Key::start);

    private Readings() {}

    /** Runs of one kind each: regular or not, decimals or any doubles, intervals, texts, qualities. */
    static Arbitrary<List<Reading>> any() {
        return Combinators.combine(steps(), values(), lengths(), texts(), qualities())
                .as(Readings::readings)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(runs -> runs.stream().flatMap(List::stream).toList());
    }

    static Arbitrary<Points> points() {
        return any().map(Readings::points);
    }

    static Points points(List<Reading> readings) {
        PointsBuilder builder = new PointsBuilder();
        readings.forEach(builder::add);
        return builder.build();
    }

    static List<Reading> list(Points points) {
        return IntStream.range(0, points.size()).mapToObj(points::reading).toList();
    }

    /** What a sorted map would make of them: the last of each time and start. */
    static List<Reading> sorted(List<Reading> readings) {
        TreeMap<Reading.Key, Reading> sorted = new TreeMap<>(ORDER);
        readings.forEach(reading -> sorted.put(reading.key(), reading));
        return List.copyOf(sorted.values());
    }

    private static List<Reading> readings(
            List<Long> steps, List<Double> values, List<Long> lengths, List<String> texts, List<String> qualities) {
        List<Reading> readings = new ArrayList<>();
        long time = 0;
        for (int i = 0; i < Math.min(steps.size(), values.size()); i++) {
            time += steps.get(i);
            String text = at(texts, i);
            readings.add(new Reading(
                    time, time - at(lengths, i), text == null ? values.get(i) : null, text, at(qualities, i)));
        }
        return readings;
    }

    private static <T> T at(List<T> few, int i) {
        return few.get(i % few.size());
    }

    private static Arbitrary<List<Long>> steps() {
        return Arbitraries.oneOf(
                        Arbitraries.just(5_000_000_000L),
                        Arbitraries.of(1_000_000L, 2_000_000L, 0L),
                        Arbitraries.longs().between(4_999_990_000L, 5_000_010_000L),
                        Arbitraries.frequency(Tuple.of(20, 1_000_000_000L), Tuple.of(1, 86_400_000_000_000L)),
                        Arbitraries.longs())
                .list()
                .ofMaxSize(300);
    }

    static Arbitrary<List<Double>> values() {
        Arbitrary<Double> decimals =
                Arbitraries.integers().between(-1_000_000, 1_000_000).map(i -> i / 100.0);
        return Arbitraries.of(0, 1, 2, 3, 4, 5, 6).flatMap(kind -> (switch (kind) {
                    case 0 -> decimals;
                    case 1 -> Arbitraries.integers().map(i -> (double) i);
                    case 2 -> Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
                    case 3 -> Arbitraries.of(0.0, -0.0, 1e-300, -1e300, Double.MIN_VALUE, Double.MAX_VALUE, 0.1);
                    case 4 -> Arbitraries.just(42.42);
                    case 5 -> Arbitraries.frequencyOf(
                            Tuple.of(200, decimals), Tuple.of(1, Arbitraries.of(Math.PI, -0.0)));
                    default -> Arbitraries.floats().map(f -> (double) f).filter(Double::isFinite);
                })
                .list()
                .ofMaxSize(300));
    }

    private static Arbitrary<List<Long>> lengths() {
        return Arbitraries.oneOf(
                Arbitraries.just(List.of(0L)),
                Arbitraries.just(List.of(900_000_000_000L)),
                Arbitraries.of(0L, 60_000_000_000L, 1L).list().ofSize(7));
    }

    private static Arbitrary<List<String>> texts() {
        return Arbitraries.oneOf(
                Arbitraries.just(Collections.<String>singletonList(null)),
                Arbitraries.of("on", "off", "")
                        .injectNull(0.5)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(9),
                Arbitraries.strings().ofMaxLength(5).list().ofMinSize(1).ofMaxSize(20));
    }

    private static Arbitrary<List<String>> qualities() {
        return Arbitraries.oneOf(
                Arbitraries.just(Collections.<String>singletonList(null)),
                Arbitraries.of("GOOD", "BAD")
                        .injectNull(0.7)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(9));
    }
}
