package io.fairlead.fleet.equipment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The pieces of equipment that a change is about. */
public record EquipmentCodes(
        @NotNull @NotEmpty @Size(max = 1000) @Schema(examples = "[\"5310B9D7\"]") List<@NotBlank String> codes) {}
