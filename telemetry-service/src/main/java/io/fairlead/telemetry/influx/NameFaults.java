package io.fairlead.telemetry.influx;

import io.fairlead.core.Computation;

/** What can be wrong with the names of a line, as bits: the highest is what its sender is told. */
@Computation
final class NameFaults {

    static final int TOO_MANY_LABELS = 1;
    static final int VALUE_OF_PLAIN = 2;
    static final int UNFIT = 4;
    static final int NO_VESSEL = 8;

    static final int MOST_LABELS = 32;
    private static final int LONGEST_NAME = 255;

    private NameFaults() {}

    static int of(String name) {
        boolean unfit =
                name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl);
        return unfit ? UNFIT : 0;
    }

    /** The highest of some faults in words. */
    static String text(int faults, String vesselTag, String measurement) {
        return switch (Integer.highestOneBit(faults)) {
            case NO_VESSEL -> "The tag '" + vesselTag + "' must name the vessel.";
            case UNFIT -> "Names and tags are 1 to " + LONGEST_NAME + " printable characters.";
            case VALUE_OF_PLAIN -> "The measurement '" + measurement
                    + "' takes its unit as the field, such as kW or kWh.";
            default -> "At most " + MOST_LABELS + " tags are kept.";
        };
    }
}
