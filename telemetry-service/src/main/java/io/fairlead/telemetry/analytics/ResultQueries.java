package io.fairlead.telemetry.analytics;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.paging.Cursor;
import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.problem.Problems;
import io.fairlead.core.rows.Rows;
import io.fairlead.core.time.Rfc3339;
import io.fairlead.telemetry.reading.TimeRange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Reads results. A page holds at most the asked number of results and about {@value #MOST_BYTES} bytes of values, one
 * result at least: a page of large series is short, and no answer is larger than memory allows.
 */
@ApplicationScoped
class ResultQueries {

    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final String ORDER = "order by r.start_at desc, r.id desc";

    /** Cuts candidates, in their order, where the values before have reached the limit; values are read after that. */
    private static final String BOUNDED = "select " + Result.COLUMNS
            + """
                    , r.found from (
                        select c.*, count(*) over () as found,
                            sum(c.size) over (order by %1$s rows between unbounded preceding and 1 preceding) as before
                        from (%2$s) c) r
                    where coalesce(r.before, 0) < %3$d
                    order by %4$s
                    """;

    private static final String GET = "select " + Result.COLUMNS + " from analytics_result r where r.id = $1";
    private static final String HISTORY =
            """
            select r.id, r.name, r.vessel, r.start_at, r.end_at, r.model_name, r.model_version, r.run_id,
                v.type, v.value, v.unit, v.parameters, v.metrics, v.produced_at, v.recorded_at, v.recorded_by,
                v.revision, v.size, v.revision = r.revision and r.current as current
            from analytics_result r cross join lateral (
                select r.type, r.value, r.unit, r.parameters, r.metrics, r.produced_at, r.recorded_at, r.recorded_by,
                    r.revision, r.size
                union all
                select type, value, unit, parameters, metrics, produced_at, recorded_at, recorded_by, revision, size
                from analytics_result_revision where result_id = r.id) v
            where r.id = $1 and v.revision < $2
            order by v.revision desc limit $3
            """;

    private final Pool pool;
    private final Caller caller;

    ResultQueries(Pool pool, Caller caller) {
        this.pool = pool;
        this.caller = caller;
    }

    /** Results whose period touches the asked time, newest start first. */
    Uni<Page<Result>> list(ResultFilter filter, Paging paging) {
        Conditions conditions = scoped(filter.conditions());
        paging.after(2).ifPresent(key -> {
            String start = conditions.parameter(time(key.get(0)));
            String id = conditions.parameter(number(key.get(1)));
            conditions.add("(r.start_at, r.id) < (" + start + ", " + id + ")");
        });
        TimeRange range = filter.range();
        String from = conditions.parameter(range.start());
        String to = conditions.parameter(range.end());
        String limit = conditions.parameter(paging.fetch());
        String branch = "(select r.* from analytics_result r where " + conditions.sql() + " and %s " + ORDER + " limit "
                + limit + ")";
        String within = branch.formatted("r.start_at >= " + from + " and r.start_at < " + to);
        // What began before and reaches in is found by its period: only those rows are looked at.
        String reaching = branch.formatted("r.end_at > r.start_at and r.start_at < " + from
                + " and tstzrange(r.start_at, r.end_at) @> " + from + "::timestamptz");
        String candidates = filter.start == null
                ? within
                : "select * from (" + within + " union all " + reaching + ") r " + ORDER + " limit " + limit;
        return page(
                bounded(candidates, "start_at desc, id desc"),
                conditions.parameters(),
                paging,
                result -> List.of(result.start().toString(), result.id()));
    }

    /** The newest current result of each name and vessel. */
    Uni<Page<Result>> latest(List<String> names, List<String> vessels, Paging paging) {
        Conditions conditions = scoped(new Conditions().in("r.name", names).in("r.vessel", vessels));
        paging.after(2).ifPresent(key -> {
            String name = conditions.parameter(text(key.get(0)));
            String vessel = conditions.parameter(text(key.get(1)));
            conditions.add("(r.name, r.vessel) > (" + name + ", " + vessel + ")");
        });
        String candidates =
                """
                select newest.* from (
                    select distinct r.name, r.vessel from analytics_name r where %s order by 1, 2 limit %s) k
                cross join lateral (
                    select * from analytics_result r
                    where r.name = k.name and r.vessel = k.vessel and r.current
                    order by r.start_at desc, r.id desc limit 1) newest
                """
                        .formatted(conditions.sql(), conditions.parameter(paging.fetch()));
        return page(
                bounded(candidates, "name, vessel"),
                conditions.parameters(),
                paging,
                result -> List.of(result.name(), result.vessel() == null ? "" : result.vessel()));
    }

    /** A result; fails with 404 when there is none or the caller may not see it. */
    Uni<Result> get(long id) {
        return pool.preparedQuery(GET).execute(Tuple.of(id)).map(rows -> list(rows).stream()
                .filter(this::readable)
                .findFirst()
                .orElseThrow(() -> Problems.notFound("There is no result " + id + ".")));
    }

    /** All revisions of a result, newest first. */
    Uni<Page<Result>> history(long id, Paging paging) {
        int before = paging.after(1)
                .map(key -> (int) Math.min(Integer.MAX_VALUE, number(key.get(0))))
                .orElse(Integer.MAX_VALUE);
        return get(id).chain(() -> page(
                bounded(HISTORY, "revision desc"),
                Tuple.of(id, before, paging.fetch()),
                paging,
                result -> List.of("" + result.revision())));
    }

    private Uni<Page<Result>> page(String sql, Tuple parameters, Paging paging, Function<Result, List<String>> key) {
        return pool.preparedQuery(sql).execute(parameters).map(rows -> {
            List<Result> found = list(rows);
            List<Result> items = found.subList(0, Math.min(found.size(), paging.limit()));
            boolean more = !items.isEmpty() && rows.iterator().next().getLong("found") > items.size();
            return new Page<>(items, more ? Cursor.encode(key.apply(items.get(items.size() - 1))) : null);
        });
    }

    private static String bounded(String candidates, String order) {
        String outer = "r." + order.replace(", ", ", r.");
        return BOUNDED.formatted(order, candidates, MOST_BYTES, outer);
    }

    private Conditions scoped(Conditions conditions) {
        caller.readableVessels()
                .ifPresent(codes ->
                        conditions.add("r.vessel = any(", conditions.parameter(codes.toArray(String[]::new)) + ")"));
        return conditions;
    }

    private boolean readable(Result result) {
        return caller.mayRead(result.vessel() == null ? "" : result.vessel());
    }

    private static List<Result> list(RowSet<Row> rows) {
        return Rows.list(rows, Result::from);
    }

    private static Instant time(String part) {
        try {
            return Rfc3339.parse(part);
        } catch (DateTimeException e) {
            throw Paging.badCursor();
        }
    }

    private static long number(String part) {
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException e) {
            throw Paging.badCursor();
        }
    }

    private static String text(String part) {
        if (part.indexOf('\0') >= 0) {
            throw Paging.badCursor();
        }
        return part;
    }
}
