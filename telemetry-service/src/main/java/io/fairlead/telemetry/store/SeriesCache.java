package io.fairlead.telemetry.store;

import io.fairlead.telemetry.reading.Channel;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The series that this instance has met. A series whose readings were accepted once keeps its unit and quantity, so what
 * the cache says of it stays true; other series are not kept in it.
 */
@ApplicationScoped
class SeriesCache {

    private static final int MOST = 100_000;
    private static final String BY_ID = "select %s from series s where s.id = any($1)".formatted(SeriesTable.COLUMNS);

    private final Pool pool;
    private final SeriesTable table;
    private final Map<String, Map<Channel, Series>> byVessel = new ConcurrentHashMap<>();
    private final Map<Long, Series> byId = new ConcurrentHashMap<>();

    SeriesCache(Pool pool, SeriesTable table) {
        this.pool = pool;
        this.table = table;
    }

    /** The series of a vessel's channels, in their order; those that are new are made, in a transaction of their own. */
    Uni<List<Series>> of(String vessel, List<Channel> channels) {
        Map<Channel, Series> known = byVessel.computeIfAbsent(vessel, first -> new ConcurrentHashMap<>());
        List<Series> found = new ArrayList<>(channels.size());
        List<Channel> missing = new ArrayList<>();
        for (Channel channel : channels) {
            Series series = known.get(channel);
            if (series == null) {
                missing.add(channel);
            }
            found.add(series);
        }
        if (missing.isEmpty()) {
            return Uni.createFrom().item(found);
        }
        return pool.withTransaction(transaction -> table.lock(transaction, vessel, missing))
                .invoke(made -> Units.require(missing, made))
                .map(made -> completed(found, channels, keep(known, missing, made)));
    }

    /** Series by their ids. */
    Uni<Map<Long, Series>> byId(Collection<Long> ids) {
        Long[] missing = ids.stream().filter(id -> !byId.containsKey(id)).toArray(Long[]::new);
        Uni<Void> loaded = missing.length == 0
                ? Uni.createFrom().voidItem()
                : pool.preparedQuery(BY_ID)
                        .execute(Tuple.tuple().addArrayOfLong(missing))
                        .invoke(rows -> rows.forEach(row -> remember(SeriesTable.series(row))))
                        .replaceWithVoid();
        return loaded.map(done -> {
            Map<Long, Series> found = new HashMap<>();
            ids.forEach(id -> found.put(id, byId.get(id)));
            return found;
        });
    }

    private static void trim(Map<?, ?> cache) {
        if (cache.size() >= MOST) {
            cache.clear();
        }
    }

    private Map<Channel, Series> keep(Map<Channel, Series> known, List<Channel> channels, List<Series> made) {
        Map<String, Series> byIdentity = new HashMap<>();
        made.forEach(series -> byIdentity.put(series.channel().identity(), series));
        Map<Channel, Series> kept = new HashMap<>();
        channels.forEach(channel -> kept.put(channel, byIdentity.get(channel.identity())));
        trim(known);
        known.putAll(kept);
        made.forEach(this::remember);
        return kept;
    }

    private void remember(Series series) {
        trim(byId);
        byId.put(series.id(), series);
    }

    private static List<Series> completed(List<Series> found, List<Channel> channels, Map<Channel, Series> more) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i) == null) {
                found.set(i, more.get(channels.get(i)));
            }
        }
        return found;
    }
}
