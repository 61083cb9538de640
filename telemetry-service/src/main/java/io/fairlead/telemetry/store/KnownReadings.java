package io.fairlead.telemetry.store;

import io.fairlead.telemetry.block.Points;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what the store has already of a batch. */
@ApplicationScoped
class KnownReadings {

    private final Readings readings;

    KnownReadings(Readings readings) {
        this.readings = readings;
    }

    /** The parts of a batch without the readings that the store has already; parts of which nothing is new are left out. */
    Uni<List<SeriesPoints>> without(SqlConnection transaction, String vessel, List<SeriesPoints> parts) {
        List<Long> ids = parts.stream().map(part -> part.series().id()).toList();
        Map<Long, List<Points>> stored = new HashMap<>();
        return Multi.createFrom()
                .iterable(spans(parts))
                .onItem()
                .transformToUniAndConcatenate(
                        span -> readings.between(transaction, List.of(vessel), ids, span.lower(), span.upper() + 1))
                .invoke(found -> found.forEach((id, points) ->
                        stored.computeIfAbsent(id, first -> new ArrayList<>()).add(points)))
                .collect()
                .last()
                .map(done -> novel(parts, stored));
    }

    /** The time spans in which a batch has readings, whichever its series. */
    private static List<Touched> spans(List<SeriesPoints> parts) {
        return Touched.merge(parts.stream()
                .flatMap(part -> Touched.by(part.series(), part.points()).stream())
                .toList());
    }

    private static List<SeriesPoints> novel(List<SeriesPoints> parts, Map<Long, List<Points>> stored) {
        List<SeriesPoints> novel = new ArrayList<>();
        for (SeriesPoints part : parts) {
            Points known = Points.merge(stored.getOrDefault(part.series().id(), List.of()));
            Points rest = Novelty.of(part.points(), known);
            if (rest.size() > 0) {
                novel.add(new SeriesPoints(part.series(), rest));
            }
        }
        return novel;
    }
}
