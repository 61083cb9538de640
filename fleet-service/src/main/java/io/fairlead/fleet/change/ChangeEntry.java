package io.fairlead.fleet.change;

import io.fairlead.core.rows.Rows;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A change as the history and the stream tell it.
 *
 * @param id grows with each change of the fleet; also the id of its event in the stream
 */
public record ChangeEntry(
        long id,
        @Schema(description = "vessel, equipment or schedule", examples = "vessel") String kind,
        @Schema(description = "The code or id of what changed.", examples = "MV102") String key,
        @Schema(examples = "registered") String action,
        @Schema(description = "The version that the change made.", examples = "1") long version,
        Instant changedAt,
        @Schema(examples = "operator") String changedBy,
        @Schema(description = "The whole state after the change; the last one when it was deleted.")
                Map<String, Object> state) {

    static ChangeEntry from(Row row) {
        return new ChangeEntry(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("key"),
                row.getString("action"),
                row.getLong("version"),
                Rows.instant(row, "changed_at"),
                row.getString("changed_by"),
                row.getJsonObject("state").getMap());
    }

    /** The same without the other vessels of a schedule, for a token that speaks for some vessels. */
    ChangeEntry seenBy(Optional<Set<String>> scope) {
        if (scope.isEmpty() || !(state.get("vessels") instanceof List<?> links)) {
            return this;
        }
        Map<String, Object> seen = new LinkedHashMap<>(state);
        seen.put(
                "vessels",
                links.stream()
                        .filter(link -> link instanceof Map<?, ?> item
                                && scope.get().contains(String.valueOf(item.get("vessel"))))
                        .toList());
        return new ChangeEntry(id, kind, key, action, version, changedAt, changedBy, seen);
    }
}
