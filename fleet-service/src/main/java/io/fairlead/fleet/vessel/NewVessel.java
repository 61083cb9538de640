package io.fairlead.fleet.vessel;

import io.fairlead.core.json.Text;
import io.fairlead.fleet.CommonEra;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A vessel to register; also what of a vessel can be changed, all but its code.
 *
 * @param code unique in the fleet, never changes
 * @param imo seven digits with a check digit
 * @param mmsi nine digits (ITU-R M.585)
 * @param flag ISO 3166-1 alpha-2
 * @param timeZone IANA name; UTC when absent
 * @param deadweightTonnes how much it carries, in tonnes (DWT)
 * @param grossTonnage its volume as gross tonnage (GT), which has no unit
 */
@Schema(additionalProperties = Schema.False.class)
public record NewVessel(
        @NotNull @Pattern(regexp = CODE, message = CODE_MESSAGE) @Schema(examples = "MV102") String code,
        @NotNull
                @Pattern(regexp = Text.LINE, message = Text.LINE_MESSAGE)
                @Size(max = 200)
                @Schema(examples = "Northern Light")
                String name,
        @NotNull @Schema(examples = "fpso") VesselType type,
        @Imo
                @Schema(
                        nullable = true,
                        format = "imo-number",
                        pattern = "^[0-9]{7}$",
                        description = "Seven digits, the last a check digit.",
                        examples = "9074729")
                String imo,
        @Pattern(regexp = "^[0-9]{9}$", message = "must be nine digits")
                @Schema(nullable = true, examples = "257123450")
                String mmsi,
        @Pattern(regexp = "^[A-Z]{2}$", message = "must be two capital letters (ISO 3166-1)")
                @Schema(nullable = true, examples = "NO")
                String flag,
        @TimeZone
                @Schema(
                        nullable = true,
                        format = "time-zone",
                        description = "IANA name; UTC when absent.",
                        examples = "Europe/Oslo")
                String timeZone,
        @Min(0)
                @Max(CAPACITY_MAX)
                @Schema(nullable = true, description = "Deadweight (DWT) in tonnes.", examples = "105000")
                Integer deadweightTonnes,
        @Min(0)
                @Max(CAPACITY_MAX)
                @Schema(nullable = true, description = "Gross tonnage (GT), without unit.", examples = "61000")
                Integer grossTonnage,
        @CommonEra @Schema(nullable = true, examples = "2009-05-01") LocalDate commissioned,
        @Valid @Schema(nullable = true) Position position) {

    /** What a vessel's or equipment's code looks like; the words that are part of the API's paths are none. */
    public static final String CODE = "^(?!(?:schedules|activate|deactivate)$)[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$";

    /** How that is told to a person. */
    public static final String CODE_MESSAGE =
            "must be 1 to 64 letters, digits, '.', '_' or '-', begin with a letter or digit and be no word of the API";

    private static final int CAPACITY_MAX = 10_000_000;

    /** What of a vessel can be changed. */
    public static NewVessel of(Vessel vessel) {
        return new NewVessel(
                vessel.code(),
                vessel.name(),
                vessel.type(),
                vessel.imo(),
                vessel.mmsi(),
                vessel.flag(),
                vessel.timeZone(),
                vessel.deadweightTonnes(),
                vessel.grossTonnage(),
                vessel.commissioned(),
                vessel.position());
    }

    /** The same with its defaults, as precise as the database. */
    public NewVessel normal() {
        Position there = position == null
                ? null
                : new Position(
                        position.latitude(),
                        position.longitude(),
                        position.time().truncatedTo(ChronoUnit.MICROS));
        return new NewVessel(
                code,
                name,
                type,
                imo,
                mmsi,
                flag,
                timeZone == null ? "UTC" : timeZone,
                deadweightTonnes,
                grossTonnage,
                commissioned,
                there);
    }
}
