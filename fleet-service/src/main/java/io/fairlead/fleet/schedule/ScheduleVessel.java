package io.fairlead.fleet.schedule;

import io.fairlead.core.rows.Rows;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A vessel that sails a schedule.
 *
 * @param exclusive whether the vessel may sail no other schedule at the same time
 */
public record ScheduleVessel(
        String vessel,
        @Schema(nullable = true) String role,
        @Schema(nullable = true) String note,
        boolean exclusive,
        Instant linkedAt,
        String linkedBy) {

    /** Reads a row of the link table. */
    public static ScheduleVessel from(Row row) {
        return new ScheduleVessel(
                row.getString("vessel"),
                row.getString("role"),
                row.getString("note"),
                row.getBoolean("exclusive"),
                Rows.instant(row, "linked_at"),
                row.getString("linked_by"));
    }
}
