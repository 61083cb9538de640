package io.fairlead.telemetry.store;

import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.reading.Reading;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads back what was accepted, wherever it lies. The head is read before the blocks: what is sealed between the two is
 * found twice, which merging undoes, and never missed.
 */
@ApplicationScoped
public class Readings {

    private final HeadTable heads;
    private final BlockTable blocks;

    Readings(HeadTable heads, BlockTable blocks) {
        this.heads = heads;
        this.blocks = blocks;
    }

    /**
     * The readings of some series of some vessels, by series; nothing for a series without any.
     *
     * @param from nanoseconds since 1970
     * @param to nanoseconds since 1970, exclusive
     */
    public Uni<Map<Long, Points>> between(
            SqlClient client, Collection<String> vessels, Collection<Long> series, long from, long to) {
        return overlapping(client, vessels, series, from, to, 0).map(found -> {
            Map<Long, Points> sliced = new HashMap<>();
            found.forEach((id, points) -> {
                Points slice = points.slice(from, to);
                if (slice.size() > 0) {
                    sliced.put(id, slice);
                }
            });
            return sliced;
        });
    }

    /**
     * The first readings of a series in a time span, read day by day until there are enough.
     *
     * @param after only those behind this one
     * @param most how many at most
     */
    public Uni<List<Reading>> first(
            SqlClient client, String vessel, long series, long from, long to, Reading.Key after, int most) {
        return blocks.daysFrom(client, series, from, to).chain(days -> {
            List<Reading> found = new ArrayList<>();
            return first(new Walk(client, vessel, series, to, after, most), from, days, found)
                    .replaceWith(found);
        });
    }

    /**
     * The readings of a series in a time span, piece by piece in the order of their times, as they are asked for. A piece
     * is what lies up to the end of one day that has blocks; none is empty.
     *
     * @param from nanoseconds since 1970
     * @param to nanoseconds since 1970, exclusive
     */
    public Multi<Points> byDay(SqlClient client, String vessel, long series, long from, long to) {
        return blocks.daysFrom(client, series, from, to)
                .onItem()
                .transformToMulti(ends -> Multi.createFrom().iterable(spans(from, to, ends)))
                .onItem()
                .transformToUniAndConcatenate(
                        span -> between(client, List.of(vessel), List.of(series), span.from(), span.to()))
                .filter(found -> found.containsKey(series))
                .map(found -> found.get(series));
    }

    private record Span(long from, long to) {}

    private static List<Span> spans(long from, long to, List<Long> dayEnds) {
        List<Span> spans = new ArrayList<>();
        long start = from;
        for (long end : dayEnds) {
            if (end > start && end < to) {
                spans.add(new Span(start, end));
                start = end;
            }
        }
        spans.add(new Span(start, to));
        return spans;
    }

    private record Walk(SqlClient client, String vessel, long series, long to, Reading.Key after, int most) {}

    /** Up to the end of one day that has blocks after the other, and at last to the end of the span. */
    private Uni<Void> first(Walk walk, long from, List<Long> dayEnds, List<Reading> found) {
        boolean rest = dayEnds.isEmpty();
        long to = rest ? walk.to() : Math.min(walk.to(), dayEnds.get(0));
        return between(walk.client(), List.of(walk.vessel()), List.of(walk.series()), from, to)
                .chain(points -> {
                    add(found, points.getOrDefault(walk.series(), Points.empty()), walk);
                    return rest || found.size() >= walk.most()
                            ? Uni.createFrom().voidItem()
                            : first(walk, to, dayEnds.subList(1, dayEnds.size()), found);
                });
    }

    private static void add(List<Reading> found, Points points, Walk walk) {
        for (int i = 0; i < points.size() && found.size() < walk.most(); i++) {
            boolean behind = points.time(i) > walk.after().time()
                    || points.time(i) == walk.after().time()
                            && points.start(i) > walk.after().start();
            if (behind) {
                found.add(points.reading(i));
            }
        }
    }

    /**
     * The readings of some series whose time is at or after one time and whose start lies before another; more may
     * come along.
     *
     * @param reach how long before its end an interval may start, in nanoseconds
     */
    Uni<Map<Long, Points>> overlapping(
            SqlClient client, Collection<String> vessels, Collection<Long> series, long from, long to, long reach) {
        return heads.overlapping(client, vessels, series, from, to)
                .chain(recent ->
                        blocks.overlapping(client, series, from, to, reach).map(older -> merge(older, recent)));
    }

    private static Map<Long, Points> merge(Map<Long, List<Points>> older, Map<Long, List<Points>> recent) {
        recent.forEach((id, runs) ->
                older.computeIfAbsent(id, first -> new ArrayList<>()).addAll(runs));
        Map<Long, Points> merged = new HashMap<>();
        older.forEach((id, runs) -> merged.put(id, Points.merge(runs)));
        return merged;
    }
}
