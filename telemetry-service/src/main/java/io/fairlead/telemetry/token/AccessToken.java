package io.fairlead.telemetry.token;

import io.fairlead.core.rows.Rows;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A token as its owner sees it; the secret is not part of it. */
@Schema(description = "A token, without its secret.")
public record AccessToken(
        @Schema(description = "Its id in paths.", examples = "17") String id,
        @Schema(description = "What its owner calls it.", examples = "Power BI, fleet report") String name,
        @Schema(description = "What its secret begins with, to know it by.", examples = "fl_pat_7kQz") String prefix,
        @Schema(description = "The user name of whoever made it, and for whom it acts.") String owner,
        @Schema(description = "The roles that it carries.") List<TokenScope> scopes,
        @Schema(
                        type = SchemaType.ARRAY,
                        implementation = String.class,
                        nullable = true,
                        description = "The vessels that it speaks for; null for the whole fleet.")
                List<String> vessels,
        @Schema(
                        description = "Only an active one lets anybody in.",
                        enumeration = {"active", "expired", "revoked"})
                String status,
        Instant createdAt,
        Instant expiresAt,
        @Schema(nullable = true, description = "When it was last used, to the minute; null if never.")
                Instant lastUsedAt,
        @Schema(nullable = true, description = "When it was revoked; null if it was not.") Instant revokedAt) {

    static AccessToken from(Row row, Instant now) {
        Instant expiresAt = Rows.instant(row, "expires_at");
        Instant revokedAt = Rows.instant(row, "revoked_at");
        return new AccessToken(
                Long.toString(row.getLong("id")),
                row.getString("name"),
                row.getString("prefix"),
                row.getString("owner_name"),
                Arrays.stream(row.getArrayOfStrings("scopes"))
                        .map(TokenScope::fromString)
                        .toList(),
                row.getArrayOfStrings("vessels") == null ? null : List.of(row.getArrayOfStrings("vessels")),
                revokedAt != null ? "revoked" : now.isBefore(expiresAt) ? "active" : "expired",
                Rows.instant(row, "created_at"),
                expiresAt,
                Rows.instant(row, "last_used_at"),
                revokedAt);
    }
}
