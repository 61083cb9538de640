package io.fairlead.fleet.equipment;

import io.fairlead.fleet.vessel.NewVessel;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A piece of equipment to register on a vessel.
 *
 * @param code unique in the fleet, never changes
 * @param location where on board it stands
 * @param channels the sensor channels that it reports
 */
public record NewEquipment(
        @NotNull @Pattern(regexp = NewVessel.CODE, message = NewVessel.CODE_MESSAGE) @Schema(examples = "5310B9D7")
                String code,
        @NotBlank @Size(max = 200) @Schema(examples = "compressor") String name,
        @Size(max = 100) @Schema(examples = "gas compressor") String type,
        @Size(max = 200) @Schema(examples = "Brazil") String location,
        @Size(max = 100) String serial,
        @Size(max = 1000) @Schema(examples = "[\"main-engine/power\"]")
                List<@NotBlank @Size(max = 500) String> channels) {}
