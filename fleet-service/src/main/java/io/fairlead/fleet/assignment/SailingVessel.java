package io.fairlead.fleet.assignment;

import io.fairlead.core.rows.Rows;
import io.fairlead.fleet.vessel.Vessel;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A vessel that sails a schedule, as a selection of schedules answers with. */
public record SailingVessel(
        @Schema(description = "The id of the schedule.") long schedule,
        Vessel vessel,
        @Schema(nullable = true) String role,
        @Schema(nullable = true) String note,
        boolean exclusive,
        Instant linkedAt,
        String linkedBy) {

    static SailingVessel from(Row row) {
        return new SailingVessel(
                row.getLong("schedule"),
                Vessel.from(row),
                row.getString("role"),
                row.getString("note"),
                row.getBoolean("exclusive"),
                Rows.instant(row, "linked_at"),
                row.getString("linked_by"));
    }
}
