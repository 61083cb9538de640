package io.fairlead.fleet.schedule;

import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.core.rows.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/**
 * The check that an exclusive link asks for: its vessel sails no other schedule at the same time. It is made after the
 * change and with the vessels locked, so two changes at once cannot both pass; cancelled schedules do not count.
 */
public final class Exclusivity {

    private static final String LOCK =
            """
            select code from vessel
            where code in (select vessel from vessel_schedule where schedule = $1)
            order by code for no key update
            """;
    private static final String OVERLAPS =
            """
            select mine.vessel, other.schedule
            from vessel_schedule mine
            join schedule this on this.id = mine.schedule and this.status <> 'cancelled'
            join vessel_schedule other on other.vessel = mine.vessel and other.schedule <> mine.schedule
             and other.starts_at < mine.ends_at and other.ends_at > mine.starts_at
             and (other.exclusive or mine.exclusive)
            join schedule that on that.id = other.schedule and that.status <> 'cancelled'
            where mine.schedule = $1
            order by mine.vessel, other.schedule limit 100
            """;

    private Exclusivity() {}

    /** Passes if no vessel of the schedule is promised twice; fails with 409 naming each vessel that is. */
    public static Uni<Void> check(SqlConnection transaction, long schedule) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(schedule))
                .chain(() -> transaction.preparedQuery(OVERLAPS).execute(Tuple.of(schedule)))
                .map(rows -> Rows.list(rows, Exclusivity::error))
                .invoke(Exclusivity::requireNone)
                .replaceWithVoid();
    }

    private static FieldError error(Row row) {
        return FieldError.body(
                "/vessel",
                "Vessel %s sails schedule %d at the same time."
                        .formatted(row.getString("vessel"), row.getLong("schedule")));
    }

    private static void requireNone(List<FieldError> overlaps) {
        if (!overlaps.isEmpty()) {
            throw Problems.conflict("vessel-taken", "An exclusive link allows no other at the same time.", overlaps);
        }
    }
}
