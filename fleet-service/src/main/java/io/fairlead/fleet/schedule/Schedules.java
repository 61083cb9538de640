package io.fairlead.fleet.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.patch.IfMatch;
import io.fairlead.core.patch.Patches;
import io.fairlead.core.patch.Preconditions;
import io.fairlead.core.problem.Problems;
import io.fairlead.core.rows.Rows;
import io.fairlead.fleet.change.Change;
import io.fairlead.fleet.change.Changes;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schedules in the database, each change with its history and its event, which also name the vessels. */
@ApplicationScoped
public class Schedules {

    private static final String VISIBLE =
            """
            ($1::text[] is null or exists (
                select from vessel_schedule link where link.schedule = schedule.id and link.vessel = any($1)))
            """;
    private static final String LIST =
            """
            select * from schedule
            where %s and ($2::text is null or kind = $2) and ($3::text is null or status = $3)
              and ($4::timestamptz is null or ends_at > $4) and ($5::timestamptz is null or starts_at < $5)
              and ($6::timestamptz is null or (starts_at, id) > ($6, $7::bigint))
            order by starts_at, id limit $8
            """
                    .formatted(VISIBLE);
    private static final String FIND = "select * from schedule where " + VISIBLE + " and id = $2";
    private static final String DELETE = "delete from schedule where id = $1";

    private final Pool pool;
    private final ScheduleRows rows;
    private final Changes changes;
    private final Patches patches;
    private final Caller caller;

    Schedules(Pool pool, ScheduleRows rows, Changes changes, Patches patches, Caller caller) {
        this.pool = pool;
        this.rows = rows;
        this.changes = changes;
        this.patches = patches;
        this.caller = caller;
    }

    /** Registers a schedule. */
    Uni<Schedule> register(SqlConnection transaction, NewSchedule schedule) {
        return rows.insert(transaction, schedule.normal())
                .call(registered -> changes.append(
                        transaction,
                        List.of(new ScheduleState(registered, List.of()).change("registered", List.of()))));
    }

    /** One page of the schedules that the caller may see, by start. */
    Uni<Page<Schedule>> list(ScheduleFilter filter, Paging paging) {
        Optional<SpanKey> after = SpanKey.after(paging);
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(scope())
                .addString(filter.kind())
                .addString(filter.status())
                .addOffsetDateTime(filter.from())
                .addOffsetDateTime(filter.to())
                .addOffsetDateTime(after.map(SpanKey::start).orElse(null))
                .addLong(after.map(SpanKey::id).orElse(null))
                .addInteger(paging.fetch());
        return pool.preparedQuery(LIST)
                .execute(parameters)
                .map(found -> Page.of(Rows.list(found, Schedule::from), paging, SpanKey::of));
    }

    /** A schedule; fails with 404 when there is none or the caller sees none of its vessels. */
    public Uni<Schedule> get(long id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.tuple().addArrayOfString(scope()).addLong(id))
                .map(found -> Rows.first(found, Schedule::from).orElseThrow(() -> unknown(id)));
    }

    /** Changes a schedule; fails with 412 when it is not the version that the caller has seen. */
    Uni<Schedule> patch(SqlConnection transaction, long id, IfMatch condition, JsonNode patch) {
        return locked(transaction, id, condition).chain(state -> {
            NewSchedule current = NewSchedule.of(state.schedule());
            NewSchedule changed = patches.apply(current, patch).normal();
            return changed.equals(current)
                    ? Uni.createFrom().item(state.schedule())
                    : rows.update(transaction, id, changed)
                            .call(() -> Exclusivity.check(transaction, id))
                            .call(now -> changes.append(
                                    transaction,
                                    List.of(new ScheduleState(now, state.vessels()).change("changed", List.of()))));
        });
    }

    /** Deletes a schedule and its links; its history stays. */
    Uni<Void> delete(SqlConnection transaction, long id, IfMatch condition) {
        return locked(transaction, id, condition)
                .call(() -> transaction.preparedQuery(DELETE).execute(Tuple.of(id)))
                .chain(state -> changes.append(transaction, List.of(state.deletion())));
    }

    /** Registers and changes many at once, and tells all changes together. */
    public Uni<Void> writeAll(SqlConnection transaction, List<NewSchedule> added, Map<Long, NewSchedule> changed) {
        List<Uni<Change>> all = new ArrayList<>();
        added.forEach(schedule -> all.add(rows.insert(transaction, schedule)
                .map(now -> new ScheduleState(now, List.of()).change("registered", List.of()))));
        changed.forEach((id, schedule) -> all.add(rows.update(transaction, id, schedule)
                .call(() -> Exclusivity.check(transaction, id))
                .chain(now -> rows.vessels(transaction, id)
                        .map(vessels -> new ScheduleState(now, vessels).change("changed", List.of())))));
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(change -> change)
                .collect()
                .asList()
                .chain(changes -> this.changes.append(transaction, changes));
    }

    /** What is answered when there is no such schedule. */
    public static RuntimeException unknown(long id) {
        return Problems.notFound("There is no schedule " + id + ".");
    }

    private Uni<ScheduleState> locked(SqlConnection transaction, long id, IfMatch condition) {
        return rows.lock(transaction, id)
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .invoke(schedule -> Preconditions.check(condition, schedule.version()))
                .chain(schedule -> rows.vessels(transaction, id).map(vessels -> new ScheduleState(schedule, vessels)))
                .invoke(this::requireVisible);
    }

    private void requireVisible(ScheduleState state) {
        if (caller.readableVessels().isPresent()
                && state.vessels().stream().noneMatch(link -> caller.mayRead(link.vessel()))) {
            throw unknown(state.schedule().id());
        }
    }

    private String[] scope() {
        return caller.readableVessels()
                .map(codes -> codes.toArray(String[]::new))
                .orElse(null);
    }
}
