package io.fairlead.telemetry.power;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.reading.BatchBuilder;
import java.util.Map;

/** What labels may be: any names and values, as long as they are short and printable. */
@Computation
final class Labels {

    private static final int MOST = 32;
    private static final int LONGEST = 255;

    private Labels() {}

    /** Refuses the batch when a label cannot be kept. */
    static void check(Map<String, String> labels, BatchBuilder batch) {
        if (labels.size() > MOST) {
            batch.refuse("/labels", "At most " + MOST + " labels are kept.");
        }
        labels.forEach((name, value) -> {
            if (unfit(name) || value == null || unfit(value)) {
                batch.refuse(
                        "/labels/" + name.replace("~", "~0").replace("/", "~1"),
                        "A label's name and value are 1 to " + LONGEST + " printable characters.");
            }
        });
    }

    private static boolean unfit(String text) {
        return text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl);
    }
}
