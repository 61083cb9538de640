package io.fairlead.telemetry.sensors;

import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.rows.Rows;
import io.fairlead.telemetry.aggregate.Windows;
import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.block.Summary;
import io.fairlead.telemetry.store.Readings;
import io.fairlead.telemetry.store.Series;
import io.fairlead.telemetry.store.SeriesTable;
import io.fairlead.telemetry.store.Summaries;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Windows of sensors: from summaries where the windows are made of whole quarters of an hour, else from readings. */
@ApplicationScoped
public class SensorWindows {

    private static final String OF_VESSEL =
            """
            select s.* from series s
            where s.vessel = $1 and s.reported and ($2::text[] is null or s.channel = any($2)) and s.id > $3
            order by s.id limit $4
            """;
    private static final String ONE = "select s.* from series s where s.vessel = $1 and s.id = $2";
    private static final String OF_FLEET =
            """
            select s.* from series s join vessel v on v.code = s.vessel
            where s.channel = $1 and s.reported and ($2::text[] is null or s.vessel = any($2)) and s.id > $3
            order by s.id limit $4
            """;

    private final Pool pool;
    private final Summaries summaries;
    private final Readings readings;

    SensorWindows(Pool pool, Summaries summaries, Readings readings) {
        this.pool = pool;
        this.summaries = summaries;
        this.readings = readings;
    }

    /** The windows of one channel; nothing when the vessel has no such channel. */
    Uni<List<ChannelWindows>> ofChannel(String vessel, long channel, WindowQuestion question) {
        return series(ONE, Tuple.of(vessel, channel)).chain(series -> answer(series, question));
    }

    /**
     * The windows of a vessel's channels.
     *
     * @param channels only those of these names; null for all
     */
    Uni<Page<ChannelWindows>> ofVessel(String vessel, List<String> channels, WindowQuestion question, Paging paging) {
        String[] names = channels == null || channels.isEmpty() ? null : array(channels);
        return page(OF_VESSEL, vessel, names, question, paging);
    }

    /**
     * The windows of a channel name on several vessels.
     *
     * @param vessels only those, if any; null for all
     */
    Uni<Page<ChannelWindows>> ofFleet(String channel, List<String> vessels, WindowQuestion question, Paging paging) {
        return page(OF_FLEET, channel, array(vessels), question, paging);
    }

    /** The windows of a channel name over several vessels together. */
    Uni<List<SensorWindow>> combined(String channel, List<String> vessels, WindowQuestion question) {
        Tuple parameters = Tuple.of(channel, array(vessels), 0L, Integer.MAX_VALUE);
        return series(OF_FLEET, parameters)
                .chain(series -> windows(series, question).map(found -> {
                    Windows all = empty(question);
                    found.values().forEach(all::add);
                    return SensorWindow.of(all, question.length(), question.functions());
                }));
    }

    private Uni<Page<ChannelWindows>> page(
            String query, String key, String[] filter, WindowQuestion question, Paging paging) {
        Tuple parameters = Tuple.of(key, filter, Sensors.after(paging), paging.fetch());
        return series(query, parameters)
                .chain(series -> answer(series, question))
                .map(found -> Page.of(
                        found, paging, windows -> List.of(windows.channel().id())));
    }

    /** The windows of some series. */
    public Uni<List<ChannelWindows>> answer(List<Series> series, WindowQuestion question) {
        return windows(series, question).map(found -> series.stream()
                .map(own -> new ChannelWindows(
                        own.vessel(),
                        ChannelView.of(own),
                        SensorWindow.of(
                                found.getOrDefault(own.id(), empty(question)),
                                question.length(),
                                question.functions())))
                .toList());
    }

    private Uni<Map<Long, Windows>> windows(List<Series> series, WindowQuestion question) {
        List<Long> ids = series.stream().map(Series::id).toList();
        List<String> vessels = series.stream().map(Series::vessel).distinct().toList();
        return question.byQuarterHours()
                ? summaries
                        .between(pool, vessels, ids, question.from(), question.to())
                        .map(found -> ofSummaries(found, question))
                : readings.between(pool, vessels, ids, question.from(), question.to())
                        .map(found -> ofReadings(found, question));
    }

    private static Map<Long, Windows> ofSummaries(Map<Long, List<Summary>> found, WindowQuestion question) {
        Map<Long, Windows> windows = new HashMap<>();
        found.forEach((id, parts) -> {
            Windows own = empty(question);
            parts.forEach(own::add);
            windows.put(id, own);
        });
        return windows;
    }

    private static Map<Long, Windows> ofReadings(Map<Long, Points> found, WindowQuestion question) {
        Map<Long, Windows> windows = new HashMap<>();
        found.forEach((id, points) -> {
            Windows own = empty(question);
            own.add(points);
            windows.put(id, own);
        });
        return windows;
    }

    private static Windows empty(WindowQuestion question) {
        return new Windows(question.length(), question.from(), question.to());
    }

    private Uni<List<Series>> series(String query, Tuple parameters) {
        return pool.preparedQuery(query).execute(parameters).map(rows -> Rows.list(rows, SeriesTable::series));
    }

    /** No texts are none: who may see no vessel does not see all. */
    private static String[] array(List<String> texts) {
        return texts == null ? null : texts.toArray(String[]::new);
    }
}
