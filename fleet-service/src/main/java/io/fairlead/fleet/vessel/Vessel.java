package io.fairlead.fleet.vessel;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A vessel or offshore unit of the fleet: what the API answers with and what its event carries.
 *
 * @param version grows by one with each change; also the ETag
 */
public record Vessel(
        String code,
        String name,
        VesselType type,
        String imo,
        String mmsi,
        String flag,
        String timeZone,
        LocalDate commissioned,
        VesselStatus status,
        long version,
        Instant createdAt,
        Instant updatedAt,
        String updatedBy) {

    static Vessel from(Row row) {
        return new Vessel(
                row.getString("code"),
                row.getString("name"),
                VesselType.fromString(row.getString("type")),
                row.getString("imo"),
                row.getString("mmsi"),
                row.getString("flag"),
                row.getString("time_zone"),
                row.getLocalDate("commissioned"),
                VesselStatus.fromString(row.getString("status")),
                row.getLong("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getString("updated_by"));
    }
}
