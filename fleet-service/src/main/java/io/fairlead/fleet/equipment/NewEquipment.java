package io.fairlead.fleet.equipment;

import io.fairlead.core.json.Text;
import io.fairlead.fleet.vessel.NewVessel;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A piece of equipment to register on a vessel; also what of it can be changed, all but its code.
 *
 * @param code unique in the fleet, never changes
 * @param location where on board it stands
 * @param channels the sensor channels that it reports
 */
@Schema(additionalProperties = Schema.False.class)
public record NewEquipment(
        @NotNull @Pattern(regexp = NewVessel.CODE, message = NewVessel.CODE_MESSAGE) @Schema(examples = "5310B9D7")
                String code,
        @NotNull
                @Pattern(regexp = Text.LINE, message = Text.LINE_MESSAGE)
                @Size(max = 200)
                @Schema(examples = "compressor")
                String name,
        @Pattern(regexp = Text.LINE, message = Text.LINE_MESSAGE)
                @Size(max = 100)
                @Schema(nullable = true, examples = "gas compressor")
                String type,
        @Pattern(regexp = Text.LINE, message = Text.LINE_MESSAGE)
                @Size(max = 200)
                @Schema(nullable = true, examples = "Brazil")
                String location,
        @Pattern(regexp = Text.LINE, message = Text.LINE_MESSAGE)
                @Size(max = 100)
                @Schema(nullable = true, examples = "SN-1")
                String serial,
        @Size(max = 1000) @Schema(nullable = true, examples = "[\"main-engine/power\"]")
                List<@NotNull @Pattern(regexp = Text.LINE, message = Text.LINE_MESSAGE) @Size(max = 500) String>
                        channels) {

    /** What of a piece of equipment can be changed. */
    public static NewEquipment of(Equipment equipment) {
        return new NewEquipment(
                equipment.code(),
                equipment.name(),
                equipment.type(),
                equipment.location(),
                equipment.serial(),
                equipment.channels());
    }

    /** The same with a list of channels, which may be empty. */
    public NewEquipment normal() {
        return channels != null ? this : new NewEquipment(code, name, type, location, serial, List.of());
    }
}
