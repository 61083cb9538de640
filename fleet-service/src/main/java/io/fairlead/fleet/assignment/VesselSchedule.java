package io.fairlead.fleet.assignment;

import io.fairlead.core.rows.Rows;
import io.fairlead.fleet.schedule.Schedule;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A schedule that a vessel sails. */
public record VesselSchedule(
        String vessel,
        Schedule schedule,
        @Schema(nullable = true) String role,
        @Schema(nullable = true) String note,
        boolean exclusive,
        Instant linkedAt,
        String linkedBy) {

    static VesselSchedule from(Row row) {
        return new VesselSchedule(
                row.getString("vessel"),
                Schedule.from(row),
                row.getString("role"),
                row.getString("note"),
                row.getBoolean("exclusive"),
                Rows.instant(row, "linked_at"),
                row.getString("linked_by"));
    }
}
