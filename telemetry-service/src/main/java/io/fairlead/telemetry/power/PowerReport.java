package io.fairlead.telemetry.power;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Power or energy of one vessel, as the plain door takes it. What it must hold is checked by {@link PowerReportReader},
 * which names each wrong field at once.
 */
@Schema(
        description = "Power or energy readings of one vessel.",
        requiredProperties = {"vessel", "unit", "readings"},
        additionalProperties = Schema.False.class)
public record PowerReport(
        @Schema(description = "The vessel's code.", examples = "MV102") String vessel,
        @Schema(
                        description = "The unit of all values: power in kW or MW, energy in kWh or MWh.",
                        enumeration = {"kW", "MW", "kWh", "MWh"})
                String unit,
        @Schema(
                        description =
                                "What the values are, where the unit leaves it open: kWh and MWh may be the energy"
                                        + " of a time span, or what a cumulative counter showed at a time.",
                        enumeration = {"power", "energy", "counter"},
                        nullable = true)
                String quantity,
        @Schema(description = "The readings, in any order.", minItems = 1) List<Item> readings,
        @Schema(
                        description = "Any names and values that tell this meter from the vessel's others.",
                        nullable = true,
                        maxProperties = 32,
                        additionalProperties = String.class)
                Map<String, String> labels) {

    /** One reading: a value at an instant, or for an interval. */
    @Schema(
            name = "PowerReading",
            description = "Either a `time`, or a `start` and an `end` that the value is for.",
            requiredProperties = "value",
            additionalProperties = Schema.False.class,
            oneOf = {AtTime.class, OverSpan.class})
    public record Item(
            @Schema(
                            nullable = true,
                            description = "When it was read.",
                            format = "date-time",
                            examples = "2026-01-31T04:00:00Z")
                    String time,
            @Schema(nullable = true, description = "Where the interval begins.", format = "date-time") String start,
            @Schema(nullable = true, description = "Where the interval ends, exclusive.", format = "date-time")
                    String end,
            @Schema(description = "The value, not negative.", minimum = "0", maximum = "1000000000", examples = "812.5")
                    BigDecimal value) {}

    /** A reading's first form, for the document. */
    @Schema(name = "PowerAtTime", description = "A value at an instant.", requiredProperties = "time")
    private record AtTime(
            @Schema(format = "date-time") String time,
            @Schema(not = String.class) Object start,
            @Schema(not = String.class) Object end) {}

    /** Its second form. */
    @Schema(
            name = "PowerOverSpan",
            description = "A value for an interval.",
            requiredProperties = {"start", "end"})
    private record OverSpan(
            @Schema(not = String.class) Object time,
            @Schema(format = "date-time") String start,
            @Schema(format = "date-time") String end) {}
}
