package io.fairlead.telemetry.token;

import io.fairlead.core.json.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A token to make.
 *
 * @param name what its owner calls it; no other of the owner's tokens that is not revoked has it
 * @param scopes the roles that it carries, each one of the caller's; {@code viewer} when absent
 * @param vessels the vessels that it speaks for, each one that the caller speaks for; all of those when absent
 * @param expiresInDays for how long it is valid; 90 days when absent
 */
@Schema(description = "A token to make.", additionalProperties = Schema.False.class)
public record NewAccessToken(
        @NotNull
                @Pattern(regexp = Text.LINE, message = Text.LINE_MESSAGE)
                @Size(max = 100)
                @Schema(description = "What you call it.", examples = "Power BI, fleet report")
                String name,
        @Size(min = 1, max = 5)
                @Schema(
                        nullable = true,
                        description = "The roles that it carries, each one of yours. A role does not include another."
                                + " `[\"viewer\"]` when absent.",
                        examples = "[\"viewer\"]")
                List<@NotNull TokenScope> scopes,
        @Size(min = 1, max = 1000)
                @Schema(
                        nullable = true,
                        description = "The vessels that it speaks for; all of yours when absent.",
                        examples = "[\"MV102\"]")
                List<
                                @NotNull
                                @Pattern(
                                        regexp = "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$",
                                        message = "must be a vessel's code")
                                String>
                        vessels,
        @Min(1)
                @Max(366)
                @Schema(nullable = true, description = "For how long it is valid. 90 when absent.", examples = "90")
                Integer expiresInDays) {

    private static final int USUAL_DAYS = 90;

    public NewAccessToken {
        scopes = scopes == null ? List.of(TokenScope.VIEWER) : scopes;
        expiresInDays = expiresInDays == null ? Integer.valueOf(USUAL_DAYS) : expiresInDays;
    }
}
