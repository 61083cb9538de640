package io.fairlead.telemetry.power;

import io.fairlead.telemetry.power.VesselPower.Available;
import io.fairlead.telemetry.store.Settlement;
import io.fairlead.telemetry.window.Decimals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.StreamSupport;

/**
 * A vessel's windows, summed over its channels. Where one meter reports both power and energy it counts once: by the
 * channel that covers more of the window, the energy one if both cover the same.
 */
@ApplicationScoped
class VesselWindows {

    private static final Duration LENGTH = Duration.ofMinutes(15);
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
                select distinct on (w.window_end, s.meter) w.*,
                    sum(w.revision) over same_end as revisions,
                    bool_or(w.state = 'revised') over same_end as revised
                from series s
                join power_window w on w.series_id = s.id
                where s.vessel = $1 and ($2::bigint is null or s.id = $2)
                    and w.window_end > $3 and w.window_end < $4::timestamptz + interval '15 minutes'
                window same_end as (partition by w.window_end)
                order by w.window_end, s.meter, w.coverage_seconds desc, s.quantity = 'energy' desc, s.id
            )
            select window_end, sum(kwh) as kwh, sum(mean_kw) as mean_kw, sum(min_kw) as min_kw, sum(max_kw) as max_kw,
                sum(readings)::int as readings, min(coverage_seconds) as coverage_seconds,
                max(revisions)::int as revision, bool_or(revised) as revised
            from by_meter group by window_end
            """;

    private final Pool pool;
    private final Settlement settlement;

    VesselWindows(Pool pool, Settlement settlement) {
        this.pool = pool;
        this.settlement = settlement;
    }

    /**
     * The power of a vessel.
     *
     * @param channel only that of one channel; null for the sum of all
     */
    Uni<VesselPower> between(String vessel, Long channel, Instant start, Instant end) {
        return settlement
                .settle(vessel)
                .chain(() -> pool.withTransaction(transaction -> transaction
                        .preparedQuery(AVAILABLE)
                        .execute(Tuple.of(vessel, channel))
                        .map(rows -> available(rows.iterator().next()))
                        .chain(available -> transaction
                                .preparedQuery(WINDOWS)
                                .execute(Tuple.of(
                                        vessel, channel, start.atOffset(ZoneOffset.UTC), end.atOffset(ZoneOffset.UTC)))
                                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                        .map(VesselWindows::window)
                                        .toList())
                                .map(windows -> VesselPower.of(vessel, start, end, available, windows)))));
    }

    private static Available available(Row row) {
        return row.getOffsetDateTime("first") == null
                ? null
                : new Available(
                        row.getOffsetDateTime("first").toInstant(),
                        row.getOffsetDateTime("last").toInstant());
    }

    private static PowerWindow window(Row row) {
        Instant end = row.getOffsetDateTime("window_end").toInstant();
        return new PowerWindow(
                end.minus(LENGTH),
                end,
                decimal(row, "kwh"),
                decimal(row, "mean_kw"),
                decimal(row, "min_kw"),
                decimal(row, "max_kw"),
                row.getInteger("readings"),
                row.getInteger("coverage_seconds"),
                row.getBoolean("revised") ? "revised" : "provisional",
                row.getInteger("revision"));
    }

    private static BigDecimal decimal(Row row, String column) {
        return Decimals.plain(row.getBigDecimal(column));
    }
}
