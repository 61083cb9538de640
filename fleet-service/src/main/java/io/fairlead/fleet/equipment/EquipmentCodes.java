package io.fairlead.fleet.equipment;

import io.fairlead.fleet.vessel.NewVessel;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The pieces of equipment that a change is about. */
@Schema(additionalProperties = Schema.False.class)
public record EquipmentCodes(
        @NotNull @Size(min = 1, max = 1000) @Schema(examples = "[\"5310B9D7\"]")
                List<@NotNull @Pattern(regexp = NewVessel.CODE, message = NewVessel.CODE_MESSAGE) String> codes) {}
