package io.fairlead.telemetry.iso19848;

import java.util.Set;

/** The names that ISO 19848 gives to kinds of channels and of values: those of the editions of 2018 and 2024. */
final class TypeNames {

    static final Set<String> CHANNEL = Set.of(
            "Inst",
            "Average",
            "Max",
            "Min",
            "Median",
            "Mode",
            "StandardDeviation",
            "Calculated",
            "SetPoint",
            "ControlOutput",
            "Command",
            "Alert",
            "Status",
            "ManuallyInput",
            "ManualInput");

    static final Set<String> FORMAT = Set.of("Decimal", "Integer", "Boolean", "String", "DateTime");

    private TypeNames() {}
}
