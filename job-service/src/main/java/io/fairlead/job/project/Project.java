package io.fairlead.job.project;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What jobs belong to: its members see them. */
public record Project(
        @Schema(examples = "north-sea") String id,
        String name,
        @Schema(nullable = true) String description,
        @Schema(description = "Whether it takes no more jobs.") boolean archived,
        @Schema(nullable = true, description = "The caller's role; null for an administrator who is no member.")
                ProjectRole role,
        @Schema(description = "Who made it.") String createdBy,
        Instant created,
        Instant updated,
        long version) {

    static Project of(Row row) {
        return new Project(
                row.getString("id"),
                row.getString("name"),
                row.getString("description"),
                row.getBoolean("archived"),
                ProjectRole.parse(row.getString("role")),
                row.getString("created_by_name"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getLong("version"));
    }
}
