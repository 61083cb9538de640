package io.fairlead.fleet.assignment;

import io.fairlead.core.json.Text;
import io.fairlead.fleet.vessel.NewVessel;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A vessel to link to a schedule. */
@Schema(additionalProperties = Schema.False.class)
public record NewLink(
        @NotNull @Pattern(regexp = NewVessel.CODE, message = NewVessel.CODE_MESSAGE) @Schema(examples = "MV102")
                String vessel,
        @Pattern(regexp = Text.LINE, message = Text.LINE_MESSAGE)
                @Size(max = 50)
                @Schema(nullable = true, examples = "shuttle")
                String role,
        @Pattern(regexp = Text.LINE, message = Text.LINE_MESSAGE)
                @Size(max = 200)
                @Schema(nullable = true, examples = "Relieves MV101")
                String note,
        @Schema(nullable = true, description = "Refuses any other schedule of the vessel at the same time.")
                Boolean exclusive) {

    static NewLink of(String vessel, LinkDetails details) {
        return new NewLink(vessel, details.role(), details.note(), details.exclusive());
    }
}
