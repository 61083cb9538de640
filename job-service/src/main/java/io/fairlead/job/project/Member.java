package io.fairlead.job.project;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is in a project. */
public record Member(
        @Schema(description = "The subject of the person's, or the service's, tokens.") String subject,
        @Schema(nullable = true, description = "For people.") String name,
        ProjectRole role) {

    static Member of(Row row) {
        return new Member(row.getString("subject"), row.getString("name"), ProjectRole.parse(row.getString("role")));
    }
}
