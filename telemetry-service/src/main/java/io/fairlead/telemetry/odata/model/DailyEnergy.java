package io.fairlead.telemetry.odata.model;

import io.fairlead.core.Computation;

/**
 * What vessels' days in UTC come to, summed as {@code GET /api/v1/power/{vessel}?interval=P1D} sums them: a meter counts
 * once, by the channel that covers most. The days are listed first, in the order of the key, and each is summed only when
 * its row is fetched, so that a page costs what is in it.
 */
@Computation
final class DailyEnergy {

    static final String FROM =
            """
            (select v.code as vessel, d::date as day
                from vessel v
                cross join lateral (
                    select min(w.first) as first, max(w.last) as last
                    from series s
                    cross join lateral (
                        select min(window_end) as first, max(window_end) as last
                        from power_window where series_id = s.id) w
                    where s.vessel = v.code and s.quantity <> 'other') known
                cross join lateral generate_series(
                    date_trunc('day', (known.first - interval '15 minutes') at time zone 'UTC'),
                    (known.last - interval '15 minutes') at time zone 'UTC', interval '1 day') d
                order by v.code, d::date) k
            cross join lateral (
                with by_meter as (
                    select distinct on (w.window_end, s.meter) w.window_end, w.kwh, w.min_kw, w.max_kw, w.readings,
                        w.coverage_seconds,
                        bool_or(w.state = 'provisional') over same_end as provisional,
                        bool_or(w.state = 'revised') over same_end as revised
                    from series s
                    join power_window w on w.series_id = s.id
                    where s.vessel = k.vessel
                        and w.window_end >= k.day::timestamp at time zone 'UTC' + interval '15 minutes'
                        and w.window_end < (k.day + 1)::timestamp at time zone 'UTC' + interval '15 minutes'
                    window same_end as (partition by w.window_end)
                    order by w.window_end, s.meter, w.coverage_seconds desc,
                        array_position(array['energy', 'counter', 'power'], s.quantity), s.id
                ), by_window as (
                    select window_end, sum(kwh) as kwh, sum(min_kw) as min_kw, sum(max_kw) as max_kw,
                        sum(readings) as readings,
                        coalesce(min(coverage_seconds) filter (where readings > 0), 0) as coverage_seconds,
                        bool_or(provisional) as provisional, bool_or(revised) as revised
                    from by_meter group by window_end
                )
                select sum(kwh) as kwh, min(min_kw) as min_kw, max(max_kw) as max_kw, sum(readings)::bigint as readings,
                    sum(coverage_seconds)::bigint as coverage_seconds,
                    count(*) filter (where readings > 0) as windows,
                    case when bool_or(provisional) then 'provisional' when bool_or(revised) then 'revised'
                        else 'final' end as state
                from by_window having count(*) > 0) e""";

    private DailyEnergy() {}
}
