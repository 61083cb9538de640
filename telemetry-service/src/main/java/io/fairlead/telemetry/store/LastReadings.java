package io.fairlead.telemetry.store;

import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.reading.Reading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The newest reading of each series, wherever it lies. */
@ApplicationScoped
public class LastReadings {

    private static final String SEALED =
            "select series_id, time, start, value, text, quality from series_last where series_id = any($1)";

    private final Pool pool;
    private final HeadTable heads;

    LastReadings(Pool pool, HeadTable heads) {
        this.pool = pool;
        this.heads = heads;
    }

    /** The newest readings of some series of one vessel; nothing for a series without any. */
    public Uni<Map<Long, Reading>> of(String vessel, Collection<Long> series) {
        Tuple ids = Tuple.tuple().addArrayOfLong(series.toArray(Long[]::new));
        return heads.overlapping(pool, List.of(vessel), series, Long.MIN_VALUE, Long.MAX_VALUE)
                .chain(recent -> pool.preparedQuery(SEALED).execute(ids).map(rows -> {
                    Map<Long, Reading> newest = new HashMap<>();
                    rows.forEach(row -> newest.put(row.getLong("series_id"), LastTable.reading(row)));
                    recent.forEach((id, runs) -> newest.merge(id, newest(runs), LastReadings::later));
                    return newest;
                }));
    }

    private static Reading newest(List<Points> runs) {
        return runs.stream()
                .map(points -> points.reading(points.size() - 1))
                .reduce(LastReadings::later)
                .orElseThrow();
    }

    /** The later of two readings; of one key, the second. */
    private static Reading later(Reading one, Reading other) {
        int byTime = Long.compare(one.time(), other.time());
        int order = byTime != 0 ? byTime : Long.compare(one.start(), other.start());
        return order > 0 ? one : other;
    }
}
