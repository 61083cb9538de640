package io.fairlead.telemetry.block;

import io.fairlead.core.Computation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Merges runs of readings: copies those that overlap no other, and goes through the others two by two. */
@Computation
final class PointsMerge {

    private PointsMerge() {}

    /** A run and its place in the list: the later one wins. */
    private record Run(int rank, Points points) {}

    static Points merge(List<Points> rising) {
        List<Run> runs = new ArrayList<>(rising.size());
        for (Points points : rising) {
            if (points.size() > 0) {
                runs.add(new Run(runs.size(), points));
            }
        }
        runs.sort((one, other) -> one.points.compare(0, other.points, 0));
        List<Points> apart = new ArrayList<>(runs.size());
        for (int from = 0, to; from < runs.size(); from = to) {
            to = overlapping(runs, from);
            List<Run> cluster = runs.subList(from, to);
            cluster.sort(Comparator.comparingInt(Run::rank));
            apart.add(two(cluster));
        }
        return apart.size() == 1 ? apart.get(0) : joined(apart);
    }

    /** The end of the runs that overlap one another, from a place on. */
    private static int overlapping(List<Run> runs, int from) {
        Points furthest = runs.get(from).points;
        int to = from + 1;
        while (to < runs.size() && furthest.compare(furthest.size() - 1, runs.get(to).points, 0) >= 0) {
            Points next = runs.get(to++).points;
            furthest = furthest.compare(furthest.size() - 1, next, next.size() - 1) < 0 ? next : furthest;
        }
        return to;
    }

    /** Halves the list until two are left: each reading is then copied as often as the list can be halved. */
    private static Points two(List<Run> cluster) {
        if (cluster.size() == 1) {
            return cluster.get(0).points;
        }
        int half = cluster.size() / 2;
        return two(two(cluster.subList(0, half)), two(cluster.subList(half, cluster.size())));
    }

    private static Points two(Points earlier, Points later) {
        Columns merged = new Columns(earlier.size() + later.size(), List.of(earlier, later));
        int i = 0;
        int j = 0;
        while (i < earlier.size() && j < later.size()) {
            int order = earlier.compare(i, later, j);
            if (order < 0) {
                merged.copy(earlier, i++, 1);
            } else {
                i += order == 0 ? 1 : 0;
                merged.copy(later, j++, 1);
            }
        }
        merged.copy(earlier, i, earlier.size() - i);
        merged.copy(later, j, later.size() - j);
        return merged.points();
    }

    private static Points joined(List<Points> apart) {
        Columns joined = new Columns(apart.stream().mapToInt(Points::size).sum(), apart);
        apart.forEach(points -> joined.copy(points, 0, points.size()));
        return joined.points();
    }

    /** The columns of what is merged: those that some run has. */
    private static final class Columns {

        private final long[] times;
        private final long[] starts;
        private final double[] values;
        private final String[] texts;
        private final String[] qualities;
        private int size;

        Columns(int capacity, List<Points> runs) {
            times = new long[capacity];
            values = new double[capacity];
            starts = runs.stream().anyMatch(run -> run.starts() != null) ? new long[capacity] : null;
            texts = runs.stream().anyMatch(run -> run.texts() != null) ? new String[capacity] : null;
            qualities = runs.stream().anyMatch(run -> run.qualities() != null) ? new String[capacity] : null;
        }

        void copy(Points from, int at, int length) {
            System.arraycopy(from.times(), at, times, size, length);
            System.arraycopy(from.values(), at, values, size, length);
            if (starts != null) {
                System.arraycopy(from.starts() == null ? from.times() : from.starts(), at, starts, size, length);
            }
            copy(from.texts(), texts, at, length);
            copy(from.qualities(), qualities, at, length);
            size += length;
        }

        private void copy(String[] from, String[] to, int at, int length) {
            if (from != null) {
                System.arraycopy(from, at, to, size, length);
            }
        }

        Points points() {
            return Points.of(
                    Arrays.copyOf(times, size),
                    starts == null ? null : Arrays.copyOf(starts, size),
                    Arrays.copyOf(values, size),
                    texts == null ? null : Arrays.copyOf(texts, size),
                    qualities == null ? null : Arrays.copyOf(qualities, size));
        }
    }
}
