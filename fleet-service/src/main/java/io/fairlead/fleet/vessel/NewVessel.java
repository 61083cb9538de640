package io.fairlead.fleet.vessel;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A vessel to register.
 *
 * @param code unique in the fleet, never changes
 * @param imo seven digits with a check digit
 * @param mmsi nine digits (ITU-R M.585)
 * @param flag ISO 3166-1 alpha-2
 * @param timeZone IANA name; UTC when absent
 */
public record NewVessel(
        @NotNull @Pattern(regexp = CODE, message = CODE_MESSAGE) @Schema(examples = "MV102") String code,
        @NotBlank @Size(max = 200) @Schema(examples = "Northern Light") String name,
        @NotNull @Schema(examples = "fpso") VesselType type,
        @Imo @Schema(examples = "9074729") String imo,
        @Pattern(regexp = "[0-9]{9}", message = "must be nine digits") @Schema(examples = "257123450") String mmsi,
        @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters (ISO 3166-1)") @Schema(examples = "NO")
                String flag,
        @TimeZone @Schema(examples = "Europe/Oslo") String timeZone,
        @Schema(examples = "2009-05-01") LocalDate commissioned) {

    /** What a vessel's or equipment's code looks like. */
    public static final String CODE = "[A-Za-z0-9][A-Za-z0-9_.-]{0,63}";

    /** How that is told to a person. */
    public static final String CODE_MESSAGE =
            "must be 1 to 64 letters, digits, '.', '_' or '-' and begin with a letter or digit";
}
