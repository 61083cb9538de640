package io.fairlead.telemetry.power;

import io.fairlead.core.paging.Cursor;
import io.fairlead.telemetry.power.VesselPower.Available;
import io.fairlead.telemetry.store.Settlement;
import io.fairlead.telemetry.store.WindowRules;
import io.fairlead.telemetry.window.Decimals;
import io.fairlead.telemetry.window.RollUp;
import io.fairlead.telemetry.window.WindowFlag;
import io.fairlead.telemetry.window.WindowMethod;
import io.fairlead.telemetry.window.WindowState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A vessel's windows, summed over its channels and by interval. Where one meter reports its power, its energy or its
 * counter it counts once: by the channel that covers most of the window, by energy before counter before power where
 * they cover the same.
 */
@ApplicationScoped
class VesselWindows {

    private static final int MILLIWATT = 6;
    private static final String AVAILABLE =
            """
            select min(w.first) - interval '15 minutes' as first, max(w.last) as last
            from series s
            cross join lateral (
                select min(window_end) as first, max(window_end) as last from power_window where series_id = s.id) w
            where s.vessel = $1 and s.quantity <> 'other' and ($2::bigint is null or s.id = $2)
            """;
    private static final String WINDOWS =
            """
            with by_meter as (
                select distinct on (w.window_end, s.meter) w.window_end, w.kwh, w.min_kw, w.max_kw, w.readings,
                    w.coverage_seconds, w.method, nullif(array_to_string(w.flags, ','), '') as flags,
                    sum(w.revision) over same_end as revisions,
                    bool_or(w.state = 'provisional') over same_end as provisional,
                    bool_or(w.state = 'revised') over same_end as revised
                from series s
                join power_window w on w.series_id = s.id
                where s.vessel = $1 and ($2::bigint is null or s.id = $2)
                    and w.window_end >= $3::timestamptz + interval '15 minutes'
                    and w.window_end < $4::timestamptz + interval '15 minutes'
                window same_end as (partition by w.window_end)
                order by w.window_end, s.meter, w.coverage_seconds desc,
                    array_position(array['energy', 'counter', 'power'], s.quantity), s.id
            ), by_window as (
                select window_end, sum(kwh) as kwh, sum(min_kw) as min_kw, sum(max_kw) as max_kw,
                    sum(readings) as readings,
                    coalesce(min(coverage_seconds) filter (where readings > 0), 0) as coverage_seconds,
                    max(revisions) as revision,
                    bool_or(provisional) as provisional, bool_or(revised) as revised,
                    string_agg(method, ',') as methods, string_agg(flags, ',') as flags
                from by_meter group by window_end
            )
            select width_bucket(window_end - interval '15 minutes', $5::timestamptz[]) as number, sum(kwh) as kwh,
                min(min_kw) as min_kw, max(max_kw) as max_kw, sum(readings)::int as readings,
                sum(coverage_seconds)::bigint as coverage_seconds, count(*) filter (where readings > 0)::int as windows,
                sum(revision)::bigint as revision, bool_or(provisional) as provisional, bool_or(revised) as revised,
                string_agg(distinct methods, ',') as methods, string_agg(distinct flags, ',') as flags
            from by_window group by number
            """;

    private final Pool pool;
    private final WindowRules rules;
    private final Settlement settlement;

    VesselWindows(Pool pool, WindowRules rules, Settlement settlement) {
        this.pool = pool;
        this.rules = rules;
        this.settlement = settlement;
    }

    /**
     * The power of a vessel.
     *
     * @param channel only that of one channel; null for the sum of all
     */
    Uni<VesselPower> answer(String vessel, Long channel, PowerQuestion question) {
        return settlement
                .settle(vessel)
                .chain(() -> pool.withTransaction(transaction -> transaction
                        .preparedQuery(AVAILABLE)
                        .execute(Tuple.of(vessel, channel))
                        .map(rows -> available(rows.iterator().next()))
                        .chain(available -> {
                            PowerPage page = PowerPage.of(
                                    question.range(), question.rollUp(), question.from(), question.limit(), available);
                            return windows(transaction, vessel, channel, page)
                                    .map(windows -> power(vessel, question, available, page, windows));
                        })));
    }

    private Uni<List<PowerWindow>> windows(SqlConnection transaction, String vessel, Long channel, PowerPage page) {
        if (page.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Tuple parameters = Tuple.of(vessel, channel, utc(page.start()), utc(page.end()))
                .addArrayOfOffsetDateTime(
                        page.bounds().stream().map(VesselWindows::utc).toArray(OffsetDateTime[]::new));
        return transaction.preparedQuery(WINDOWS).execute(parameters).map(rows -> page.filled(known(rows, page)));
    }

    private VesselPower power(
            String vessel, PowerQuestion question, Available available, PowerPage page, List<PowerWindow> windows) {
        return new VesselPower(
                vessel,
                question.range().start(),
                question.range().end(),
                question.rollUp().interval(),
                question.rollUp().zone().getId(),
                rules.closed(),
                rules.method(),
                available,
                windows,
                page.more() ? Cursor.encode(question.key(page.end())) : null);
    }

    private static Map<Integer, PowerWindow> known(RowSet<Row> rows, PowerPage page) {
        Map<Integer, PowerWindow> known = new HashMap<>();
        rows.forEach(row -> {
            int number = row.getInteger("number");
            known.put(
                    number,
                    window(row, page.bounds().get(number - 1), page.bounds().get(number)));
        });
        return known;
    }

    private static PowerWindow window(Row row, Instant start, Instant end) {
        BigDecimal kWh = decimal(row, "kwh");
        return new PowerWindow(
                start,
                end,
                kWh,
                meanKW(kWh, Duration.between(start, end)),
                decimal(row, "min_kw"),
                decimal(row, "max_kw"),
                row.getInteger("readings"),
                row.getLong("coverage_seconds"),
                row.getInteger("windows"),
                RollUp.windows(start, end),
                texts(row, "methods", WindowMethod::of),
                texts(row, "flags", WindowFlag::of),
                state(row),
                row.getLong("revision"));
    }

    private static BigDecimal meanKW(BigDecimal kWh, Duration length) {
        return Decimals.plain(
                kWh.multiply(BigDecimal.valueOf(Duration.ofHours(1).toSeconds()))
                        .divide(BigDecimal.valueOf(length.toSeconds()), MILLIWATT, RoundingMode.HALF_EVEN));
    }

    private static WindowState state(Row row) {
        if (row.getBoolean("provisional")) {
            return WindowState.PROVISIONAL;
        }
        return row.getBoolean("revised") ? WindowState.REVISED : WindowState.FINAL;
    }

    private static <T extends Enum<T>> List<T> texts(Row row, String column, Function<String, T> read) {
        String joined = row.getString(column);
        return joined == null
                ? List.of()
                : Arrays.stream(joined.split(",")).map(read).distinct().sorted().toList();
    }

    private static Available available(Row row) {
        return row.getOffsetDateTime("first") == null
                ? null
                : new Available(
                        row.getOffsetDateTime("first").toInstant(),
                        row.getOffsetDateTime("last").toInstant());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static BigDecimal decimal(Row row, String column) {
        BigDecimal number = row.getBigDecimal(column);
        return number == null ? null : Decimals.plain(number);
    }
}
