package io.fairlead.telemetry.analytics;

import io.fairlead.telemetry.analytics.PublishReceipt.Item;
import io.fairlead.telemetry.analytics.PublishReceipt.Outcome;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes results: a new one, a correction whose predecessor is kept, or nothing when it is known. A handful of
 * statements, however many results there are.
 */
@ApplicationScoped
class ResultTable {

    /** Writers of one (name, vessel, period, model) take turns; the keys share 1,024 locks, taken in one order. */
    private static final String LOCK =
            """
            with lock as materialized (
                select pg_advisory_xact_lock(id) from (
                    select distinct (hashtextextended(current_schema() || '/analytics_result', 1) & -1024)
                        | (hashtextextended(slot, 0) & 1023) as id
                    from unnest($1::text[]) slot order by id) ids
            )
            select count(*) from lock
            """;

    private static final String FIND =
            """
            select u.position, r.id, r.revision, r.digest = u.digest or exists (
                select from analytics_result_revision v
                where v.result_id = r.id and v.digest = u.digest
                    and (u.produced_at is null or v.produced_at = u.produced_at)) as known
            from %s
            join analytics_result r using (name, vessel, start_at, end_at, model_name, model_version, run_id)
            """
                    .formatted(ResultColumns.ALL);
    private static final String ARCHIVE =
            """
            insert into analytics_result_revision
            select r.id, r.revision, r.type, r.value, r.unit, r.parameters, r.metrics, r.produced_at, r.recorded_at,
                r.recorded_by, r.digest, r.size
            from %s
            join analytics_result r using (name, vessel, start_at, end_at, model_name, model_version, run_id)
            """
                    .formatted(ResultColumns.KEYS);
    private static final String KEEP =
            """
            insert into analytics_result as known
                (name, vessel, start_at, end_at, model_name, model_version, run_id, type, value, number, unit,
                parameters, metrics, produced_at, recorded_at, recorded_by, digest, size)
            select u.name, u.vessel, u.start_at, u.end_at, u.model_name, u.model_version, u.run_id, u.type,
                u.value::jsonb, case when u.type = 'number' then u.value::double precision end, u.unit,
                u.parameters::jsonb, u.metrics::jsonb, coalesce(u.produced_at, $16), $16, $17, u.digest, u.size
            from %s order by u.position
            on conflict (name, vessel, start_at, end_at, model_name, model_version, run_id) do update set
                (type, value, number, unit, parameters, metrics, produced_at, recorded_at, recorded_by, digest, size)
                = (excluded.type, excluded.value, excluded.number, excluded.unit, excluded.parameters,
                    excluded.metrics, excluded.produced_at, excluded.recorded_at, excluded.recorded_by,
                    excluded.digest, excluded.size),
                revision = known.revision + 1
            """
                    .formatted(ResultColumns.ALL);
    private static final String NAME =
            """
            insert into analytics_name (name, vessel, type, unit)
            select distinct u.name, u.vessel, u.type, coalesce(u.unit, '') from %s order by 1, 2, 3, 4
            on conflict do nothing
            """
                    .formatted(ResultColumns.ALL);
    private static final String SUPERSEDE =
            """
            with newest as (
                select distinct on (s.name, s.vessel, s.start_at, s.end_at, s.model_name) s.*
                from (select distinct name, vessel, start_at, end_at, model_name from %s) u
                join analytics_result s using (name, vessel, start_at, end_at, model_name)
                order by s.name, s.vessel, s.start_at, s.end_at, s.model_name, s.produced_at desc, s.id desc
            )
            update analytics_result r set current = (r.id = newest.id) from newest
            where (r.name, r.vessel, r.start_at, r.end_at, r.model_name)
                = (newest.name, newest.vessel, newest.start_at, newest.end_at, newest.model_name)
                and r.current <> (r.id = newest.id)
            """
                    .formatted(ResultColumns.KEYS);

    private final Clock clock;

    ResultTable(Clock clock) {
        this.clock = clock;
    }

    private record Known(long id, int revision, boolean same) {}

    /**
     * Keeps results whose keys all differ.
     *
     * @param by who sent them
     * @return what became of each
     */
    Uni<List<Item>> keep(SqlConnection transaction, List<NewResult> results, String by) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.tuple().addArrayOfString(ResultColumns.texts(results, NewResult::slot)))
                .chain(() -> find(transaction, results))
                .chain(before -> {
                    List<NewResult> changed = new ArrayList<>();
                    List<NewResult> corrected = new ArrayList<>();
                    for (int i = 0; i < results.size(); i++) {
                        Known known = before.get(i);
                        if (known == null || !known.same()) {
                            changed.add(results.get(i));
                        }
                        if (known != null && !known.same()) {
                            corrected.add(results.get(i));
                        }
                    }
                    return write(transaction, changed, corrected, by)
                            .chain(() -> find(transaction, results))
                            .map(after -> outcomes(before, after));
                });
    }

    private Uni<Void> write(SqlConnection transaction, List<NewResult> changed, List<NewResult> corrected, String by) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple rows = ResultColumns.all(changed)
                .addOffsetDateTime(OffsetDateTime.now(clock))
                .addString(by);
        Uni<Void> archived = corrected.isEmpty()
                ? Uni.createFrom().voidItem()
                : run(transaction, ARCHIVE, ResultColumns.keys(corrected));
        return archived.chain(() -> run(transaction, KEEP, rows))
                .chain(() -> run(transaction, NAME, ResultColumns.all(changed)))
                .chain(() -> run(transaction, SUPERSEDE, ResultColumns.keys(changed)));
    }

    private static Uni<Void> run(SqlConnection transaction, String sql, Tuple parameters) {
        return transaction.preparedQuery(sql).execute(parameters).replaceWithVoid();
    }

    private static Uni<Map<Integer, Known>> find(SqlConnection transaction, List<NewResult> results) {
        return transaction
                .preparedQuery(FIND)
                .execute(ResultColumns.all(results))
                .map(rows -> {
                    Map<Integer, Known> known = new HashMap<>();
                    for (Row row : rows) {
                        known.put(
                                (int) (row.getLong("position") - 1),
                                new Known(row.getLong("id"), row.getInteger("revision"), row.getBoolean("known")));
                    }
                    return known;
                });
    }

    private static List<Item> outcomes(Map<Integer, Known> before, Map<Integer, Known> after) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            Known now = after.get(i);
            Known then = before.get(i);
            Outcome outcome = then == null
                    ? Outcome.CREATED
                    : then.revision() == now.revision() ? Outcome.UNCHANGED : Outcome.CORRECTED;
            items.add(new Item(Long.toString(now.id()), now.revision(), outcome));
        }
        return items;
    }
}
