package io.fairlead.telemetry.store;

import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.block.Summary;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What series come to in 15 minutes, from the summaries beside the blocks: no block is read. Where blocks of a series
 * overlap, because something came late or was corrected, its readings are read after all.
 */
@ApplicationScoped
public class Summaries {

    private static final String SEALED =
            """
            select series_id, t0, t1, summary from block
            where series_id = any($1) and day between $2 and $3 and t1 >= $4 and t0 < $5
            order by series_id, t0
            """;

    private final HeadTable heads;
    private final Readings readings;

    Summaries(HeadTable heads, Readings readings) {
        this.heads = heads;
        this.readings = readings;
    }

    private record Sealed(long first, long last, Summary summary) {}

    /**
     * The summaries of some series of some vessels, by series and in the order of their times.
     *
     * @param from a multiple of 15 minutes since 1970, in nanoseconds
     * @param to the same, exclusive
     */
    public Uni<Map<Long, List<Summary>>> between(
            SqlClient client, Collection<String> vessels, Collection<Long> series, long from, long to) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfLong(series.toArray(Long[]::new))
                .addLocalDate(BlockTable.day(from))
                .addLocalDate(BlockTable.day(to - 1))
                .addLong(from)
                .addLong(to);
        return heads.overlapping(client, vessels, series, from, to).chain(recent -> client.preparedQuery(SEALED)
                .execute(parameters)
                .chain(rows -> untangled(client, vessels, older(rows), recent, from, to)));
    }

    private Uni<Map<Long, List<Summary>>> untangled(
            SqlClient client,
            Collection<String> vessels,
            Map<Long, List<Sealed>> older,
            Map<Long, List<Points>> recent,
            long from,
            long to) {
        Map<Long, List<Summary>> found = new HashMap<>();
        List<Long> tangled = new ArrayList<>();
        older.forEach((id, blocks) -> {
            Points head = Points.merge(recent.getOrDefault(id, List.of())).slice(from, to);
            if (rising(blocks, head)) {
                found.put(id, join(blocks, head, from, to));
            } else {
                tangled.add(id);
            }
        });
        recent.forEach((id, runs) -> {
            if (!older.containsKey(id)) {
                found.put(id, List.of(Summary.of(Points.merge(runs).slice(from, to))));
            }
        });
        return tangled.isEmpty()
                ? Uni.createFrom().item(found)
                : readings.between(client, vessels, tangled, from, to).map(all -> {
                    all.forEach((id, points) -> found.put(id, List.of(Summary.of(points))));
                    return found;
                });
    }

    /** Whether each block, and then the head, begins after the one before it has ended. */
    private static boolean rising(List<Sealed> blocks, Points head) {
        for (int i = 1; i < blocks.size(); i++) {
            if (blocks.get(i).first() <= blocks.get(i - 1).last()) {
                return false;
            }
        }
        return head.size() == 0 || head.time(0) > blocks.get(blocks.size() - 1).last();
    }

    private static List<Summary> join(List<Sealed> blocks, Points head, long from, long to) {
        List<Summary> joined = new ArrayList<>(blocks.size() + 1);
        blocks.forEach(block -> joined.add(block.summary().between(from, to)));
        joined.add(Summary.of(head));
        return joined;
    }

    private static Map<Long, List<Sealed>> older(Iterable<Row> rows) {
        Map<Long, List<Sealed>> found = new HashMap<>();
        for (Row row : rows) {
            found.computeIfAbsent(row.getLong("series_id"), first -> new ArrayList<>())
                    .add(new Sealed(
                            row.getLong("t0"),
                            row.getLong("t1"),
                            Summary.decode(row.getBuffer("summary").getBytes())));
        }
        return found;
    }
}
