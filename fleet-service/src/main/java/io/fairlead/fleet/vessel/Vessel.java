package io.fairlead.fleet.vessel;

import io.fairlead.core.rows.Rows;
import io.fairlead.fleet.change.Change;
import io.fairlead.fleet.change.Subject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A vessel or offshore unit of the fleet: what the API answers with and what its event carries.
 *
 * @param version grows by one with each change; also the ETag
 */
public record Vessel(
        String code,
        String name,
        VesselType type,
        @Schema(nullable = true) String imo,
        @Schema(nullable = true) String mmsi,
        @Schema(nullable = true) String flag,
        String timeZone,
        @Schema(nullable = true, description = "Deadweight (DWT) in tonnes.") Integer deadweightTonnes,
        @Schema(nullable = true, description = "Gross tonnage (GT), without unit.") Integer grossTonnage,
        @Schema(nullable = true) LocalDate commissioned,
        @Schema(nullable = true) Position position,
        VesselStatus status,
        long version,
        Instant createdAt,
        Instant updatedAt,
        String updatedBy) {

    /** Reads a row that has the columns of a vessel under their own names. */
    public static Vessel from(Row row) {
        return new Vessel(
                row.getString("code"),
                row.getString("name"),
                VesselType.fromString(row.getString("type")),
                row.getString("imo"),
                row.getString("mmsi"),
                row.getString("flag"),
                row.getString("time_zone"),
                row.getInteger("deadweight_tonnes"),
                row.getInteger("gross_tonnage"),
                row.getLocalDate("commissioned"),
                position(row),
                VesselStatus.fromString(row.getString("status")),
                row.getLong("version"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "updated_at"),
                row.getString("updated_by"));
    }

    /** That this state came about. */
    public Change change(String action) {
        return new Change(Subject.VESSEL, code, action, version, List.of(code), this);
    }

    private static Position position(Row row) {
        Instant time = Rows.instant(row, "position_time");
        return time == null ? null : new Position(row.getDouble("latitude"), row.getDouble("longitude"), time);
    }
}
