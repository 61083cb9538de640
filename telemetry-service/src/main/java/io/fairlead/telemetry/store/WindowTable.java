package io.fairlead.telemetry.store;

import io.fairlead.core.rows.Rows;
import io.fairlead.telemetry.window.QuarterHours;
import io.fairlead.telemetry.window.Span;
import io.fairlead.telemetry.window.Window;
import io.fairlead.telemetry.window.WindowFlag;
import io.fairlead.telemetry.window.WindowState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The windows of all series. A window that says the same as before is left alone. */
@ApplicationScoped
class WindowTable {

    private static final String ENSURE = "select ensure_window_month(month) from unnest($1::timestamptz[]) month";
    private static final String KEEP =
            """
            insert into power_window as known (series_id, window_end, kwh, mean_kw, min_kw, max_kw, readings,
                coverage_seconds, method, flags, state, revision, changed_at)
            select n.series_id, n.window_end, n.kwh, n.mean_kw, n.min_kw, n.max_kw, n.readings,
                n.coverage_seconds, n.method, string_to_array(n.flags, ','), 'provisional', 1, $11
            from unnest($1::bigint[], $2::timestamptz[], $3::numeric[], $4::numeric[], $5::numeric[], $6::numeric[],
                $7::int[], $8::int[], $9::text[], $10::text[])
                as n(series_id, window_end, kwh, mean_kw, min_kw, max_kw, readings, coverage_seconds, method, flags)
            on conflict (series_id, window_end) do update
                set kwh = excluded.kwh, mean_kw = excluded.mean_kw, min_kw = excluded.min_kw,
                    max_kw = excluded.max_kw, readings = excluded.readings,
                    coverage_seconds = excluded.coverage_seconds, method = excluded.method, flags = excluded.flags,
                    revision = known.revision + 1, changed_at = excluded.changed_at,
                    state = case when known.state = 'provisional' then 'provisional' else 'revised' end
                where (known.kwh, known.mean_kw, known.min_kw, known.max_kw, known.readings, known.coverage_seconds,
                        known.method, known.flags)
                    is distinct from (excluded.kwh, excluded.mean_kw, excluded.min_kw, excluded.max_kw,
                        excluded.readings, excluded.coverage_seconds, excluded.method, excluded.flags)
            returning series_id, window_end, state, revision
            """;

    private static final String FILLED =
            """
            select window_end from power_window
            where series_id = $1 and window_end > $2 and window_end <= $3 and readings > 0
            """;

    /** One window, computed for its series. */
    record Computed(Series series, Window window) {}

    private record Key(long series, long end) {}

    /**
     * Keeps windows of series that the caller has locked.
     *
     * @param now when they change, if they do
     * @return those that are new or changed
     */
    Uni<List<WindowChange>> keep(SqlConnection transaction, List<Computed> windows, Instant now) {
        if (windows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return transaction
                .preparedQuery(ENSURE)
                .execute(Tuple.of(months(windows)))
                .chain(() -> transaction
                        .preparedQuery(KEEP)
                        .execute(columns(windows).addOffsetDateTime(now.atOffset(ZoneOffset.UTC))))
                .map(rows -> changes(windows, rows));
    }

    private static Object months(List<Computed> windows) {
        return windows.stream()
                .map(WindowTable::end)
                .map(end -> end.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS))
                .distinct()
                .sorted()
                .toArray(OffsetDateTime[]::new);
    }

    /** The ends of a series' windows in a span that have readings, as far as this transaction sees. */
    Uni<List<Long>> filled(SqlConnection transaction, Series series, Span span) {
        return transaction
                .preparedQuery(FILLED)
                .execute(Tuple.of(series.id(), utc(span.from()), utc(span.to())))
                .map(rows -> Rows.list(rows, WindowTable::end));
    }

    private static Tuple columns(List<Computed> windows) {
        return Tuple.tuple()
                .addArrayOfLong(
                        windows.stream().map(computed -> computed.series().id()).toArray(Long[]::new))
                .addArrayOfOffsetDateTime(windows.stream().map(WindowTable::end).toArray(OffsetDateTime[]::new))
                .addArrayOfBigDecimal(decimals(windows, Window::kWh))
                .addArrayOfBigDecimal(decimals(windows, Window::meanKW))
                .addArrayOfBigDecimal(decimals(windows, Window::minKW))
                .addArrayOfBigDecimal(decimals(windows, Window::maxKW))
                .addArrayOfInteger(integers(windows, Window::count))
                .addArrayOfInteger(integers(windows, Window::coverageSeconds))
                .addArrayOfString(texts(windows, window -> window.method().text()))
                .addArrayOfString(texts(windows, WindowTable::flags));
    }

    private static String flags(Window window) {
        return window.flags().stream().map(WindowFlag::text).sorted().collect(Collectors.joining(","));
    }

    private static String[] texts(List<Computed> windows, Function<Window, String> part) {
        return windows.stream().map(computed -> part.apply(computed.window())).toArray(String[]::new);
    }

    private static BigDecimal[] decimals(List<Computed> windows, Function<Window, BigDecimal> part) {
        return windows.stream().map(computed -> part.apply(computed.window())).toArray(BigDecimal[]::new);
    }

    private static Integer[] integers(List<Computed> windows, Function<Window, Integer> part) {
        return windows.stream().map(computed -> part.apply(computed.window())).toArray(Integer[]::new);
    }

    private static OffsetDateTime end(Computed computed) {
        return utc(computed.window().end());
    }

    private static OffsetDateTime utc(long nanos) {
        return QuarterHours.instant(nanos).atOffset(ZoneOffset.UTC);
    }

    private static long end(Row row) {
        return QuarterHours.nanos(row.getOffsetDateTime("window_end").toInstant());
    }

    private static List<WindowChange> changes(List<Computed> windows, RowSet<Row> rows) {
        Map<Key, Computed> byKey = new HashMap<>();
        windows.forEach(computed ->
                byKey.put(new Key(computed.series().id(), computed.window().end()), computed));
        List<WindowChange> changes = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Computed computed = byKey.get(new Key(row.getLong("series_id"), end(row)));
            changes.add(new WindowChange(
                    computed.series(),
                    computed.window(),
                    WindowState.of(row.getString("state")),
                    row.getInteger("revision")));
        }
        return changes;
    }
}
