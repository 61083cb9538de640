package io.fairlead.fleet.equipment;

import io.fairlead.fleet.change.Change;
import io.fairlead.fleet.change.Subject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A piece of equipment on a vessel: what the API answers with and what its event carries.
 *
 * @param vessel the code of the vessel that it stands on
 * @param version grows by one with each change; also the ETag
 */
public record Equipment(
        String code,
        String vessel,
        String name,
        @Schema(nullable = true) String type,
        @Schema(nullable = true) String location,
        @Schema(nullable = true) String serial,
        List<String> channels,
        EquipmentStatus status,
        long version,
        Instant createdAt,
        Instant updatedAt,
        String updatedBy) {

    public static Equipment from(Row row) {
        return new Equipment(
                row.getString("code"),
                row.getString("vessel"),
                row.getString("name"),
                row.getString("type"),
                row.getString("location"),
                row.getString("serial"),
                List.of(row.getArrayOfStrings("channels")),
                EquipmentStatus.fromString(row.getString("status")),
                row.getLong("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getString("updated_by"));
    }

    /** That this state came about. */
    public Change change(String action) {
        return new Change(Subject.EQUIPMENT, code, action, version, List.of(vessel), this);
    }
}
