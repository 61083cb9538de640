package io.fairlead.fleet.schedule;

import io.fairlead.core.rows.Rows;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What some vessels do in a span of time.
 *
 * @param version grows by one with each change, also of its vessels; also the ETag
 */
public record Schedule(
        long id,
        String name,
        ScheduleKind kind,
        ScheduleStatus status,
        Instant start,
        Instant end,
        List<Activity> activities,
        @Schema(description = "Grows by one with each change, also of its vessels.") long version,
        Instant createdAt,
        Instant updatedAt,
        String updatedBy) {

    /** Reads a row that has the schedule's columns under their own names. */
    public static Schedule from(Row row) {
        return new Schedule(
                row.getLong("id"),
                row.getString("name"),
                ScheduleKind.fromString(row.getString("kind")),
                ScheduleStatus.fromString(row.getString("status")),
                Rows.instant(row, "starts_at"),
                Rows.instant(row, "ends_at"),
                activities(row.getJsonArray("activities")),
                row.getLong("version"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "updated_at"),
                row.getString("updated_by"));
    }

    private static List<Activity> activities(JsonArray json) {
        return json.stream()
                .map(JsonObject.class::cast)
                .map(activity -> new Activity(
                        Instant.parse(activity.getString("start")),
                        Instant.parse(activity.getString("end")),
                        activity.getString("place"),
                        activity.getString("note")))
                .toList();
    }
}
