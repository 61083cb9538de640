package io.fairlead.fleet.assignment;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.fleet.change.Changes;
import io.fairlead.fleet.schedule.Exclusivity;
import io.fairlead.fleet.schedule.ScheduleRows;
import io.fairlead.fleet.schedule.ScheduleState;
import io.fairlead.fleet.schedule.ScheduleVessel;
import io.fairlead.fleet.schedule.Schedules;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Links vessels to schedules. Links are part of their schedule: a change of them is a new version of it, and its event
 * tells all of them. So who changes links locks the schedule, then the vessels in the order of their codes.
 */
@ApplicationScoped
public class Assignments {

    /** How many vessels may sail one schedule: so many still fit into one event. */
    static final int MOST_VESSELS = 500;

    private static final String UPSERT =
            """
            insert into vessel_schedule (vessel, schedule, role, note, exclusive, starts_at, ends_at,
                                         linked_at, linked_by)
            select link.vessel, schedule.id, link.role, link.note, link.exclusive, starts_at, ends_at, $6, $7
            from unnest($2::text[], $3::text[], $4::text[], $5::boolean[]) as link(vessel, role, note, exclusive),
                 schedule
            where schedule.id = $1
            on conflict (schedule, vessel) do update
               set role = excluded.role, note = excluded.note, exclusive = excluded.exclusive,
                   linked_at = excluded.linked_at, linked_by = excluded.linked_by
             where (vessel_schedule.role, vessel_schedule.note, vessel_schedule.exclusive)
                is distinct from (excluded.role, excluded.note, excluded.exclusive)
            """;
    private static final String DELETE = "delete from vessel_schedule where schedule = $1 and vessel = $2";

    private final ScheduleRows schedules;
    private final LinkedVessels vessels;
    private final Changes changes;
    private final Caller caller;
    private final Clock clock;

    Assignments(ScheduleRows schedules, LinkedVessels vessels, Changes changes, Caller caller, Clock clock) {
        this.schedules = schedules;
        this.vessels = vessels;
        this.changes = changes;
        this.caller = caller;
        this.clock = clock;
    }

    /** Links all vessels or, when one of them cannot be linked, none; returns all links of the schedule. */
    Uni<List<ScheduleVessel>> link(SqlConnection transaction, long schedule, List<NewLink> links, List<String> at) {
        return schedules
                .lock(transaction, schedule)
                .map(found -> found.orElseThrow(() -> Schedules.unknown(schedule)))
                .chain(() -> vessels.requireActive(transaction, links, at))
                .chain(() -> transaction.preparedQuery(UPSERT).execute(row(schedule, links)))
                .chain(written -> written.rowCount() == 0
                        ? schedules.vessels(transaction, schedule)
                        : Exclusivity.check(transaction, schedule)
                                .chain(() -> tell(transaction, schedule, "linked", List.of())));
    }

    /** Takes a vessel off a schedule; fails with 404 when it does not sail it. */
    Uni<Void> unlink(SqlConnection transaction, long schedule, String vessel) {
        return schedules
                .lock(transaction, schedule)
                .map(found -> found.orElseThrow(() -> Schedules.unknown(schedule)))
                .chain(() -> transaction.preparedQuery(DELETE).execute(Tuple.of(schedule, vessel)))
                .invoke(deleted -> {
                    if (deleted.rowCount() == 0 || !caller.mayRead(vessel)) {
                        throw Problems.notFound("Vessel %s does not sail schedule %d.".formatted(vessel, schedule));
                    }
                })
                .chain(() -> tell(transaction, schedule, "unlinked", List.of(vessel)))
                .replaceWithVoid();
    }

    private Uni<List<ScheduleVessel>> tell(SqlConnection transaction, long schedule, String action, List<String> left) {
        return schedules.touch(transaction, schedule).chain(now -> schedules
                .vessels(transaction, schedule)
                .invoke(Assignments::requireNotTooMany)
                .call(links ->
                        changes.append(transaction, List.of(new ScheduleState(now, links).change(action, left)))));
    }

    private Tuple row(long schedule, List<NewLink> links) {
        return Tuple.tuple()
                .addLong(schedule)
                .addArrayOfString(links.stream().map(NewLink::vessel).toArray(String[]::new))
                .addArrayOfString(links.stream().map(NewLink::role).toArray(String[]::new))
                .addArrayOfString(links.stream().map(NewLink::note).toArray(String[]::new))
                .addArrayOfBoolean(links.stream()
                        .map(link -> Boolean.TRUE.equals(link.exclusive()))
                        .toArray(Boolean[]::new))
                .addOffsetDateTime(OffsetDateTime.now(clock))
                .addString(caller.name());
    }

    private static void requireNotTooMany(List<ScheduleVessel> links) {
        if (links.size() > MOST_VESSELS) {
            String detail = "At most " + MOST_VESSELS + " vessels sail one schedule.";
            throw Problems.conflict("too-many-vessels", detail, List.of(FieldError.body("/vessels", detail)));
        }
    }
}
