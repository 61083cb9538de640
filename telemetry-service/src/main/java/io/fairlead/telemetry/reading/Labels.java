package io.fairlead.telemetry.reading;

import io.fairlead.core.Computation;
import java.util.Map;

/** What labels may be: any names and values, as long as they are short and printable. */
@Computation
public final class Labels {

    private static final int MOST = 32;
    private static final int LONGEST = 255;

    private Labels() {}

    /**
     * Refuses the batch when a label cannot be kept.
     *
     * @param pointer where the labels stand
     * @return whether all can be kept
     */
    public static boolean check(Map<String, String> labels, String pointer, BatchBuilder batch) {
        int before = batch.errors().size();
        if (labels.size() > MOST) {
            batch.refuse(pointer, "At most " + MOST + " labels are kept.");
        }
        labels.forEach((name, value) -> {
            if (unfit(name) || value == null || unfit(value)) {
                batch.refuse(
                        pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                        "A label's name and value are 1 to " + LONGEST + " printable characters.");
            }
        });
        return batch.errors().size() == before;
    }

    /** Whether a name cannot be kept: 1 to 255 printable characters can. */
    public static boolean unfit(String text) {
        return text.isBlank() || text.length() > LONGEST || text.codePoints().anyMatch(Labels::unprintable);
    }

    private static boolean unprintable(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }
}
