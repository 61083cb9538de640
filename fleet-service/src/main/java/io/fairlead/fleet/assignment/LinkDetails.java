package io.fairlead.fleet.assignment;

import io.fairlead.core.json.Text;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a vessel sails a schedule.
 *
 * @param exclusive whether it may sail no other schedule at the same time; false when absent
 */
@Schema(additionalProperties = Schema.False.class)
public record LinkDetails(
        @Pattern(regexp = Text.LINE, message = Text.LINE_MESSAGE)
                @Size(max = 50)
                @Schema(nullable = true, examples = "shuttle")
                String role,
        @Pattern(regexp = Text.LINE, message = Text.LINE_MESSAGE)
                @Size(max = 200)
                @Schema(nullable = true, examples = "Relieves MV101")
                String note,
        @Schema(nullable = true, description = "Refuses any other schedule of the vessel at the same time.")
                Boolean exclusive) {}
