package io.fairlead.telemetry.influx;

import io.fairlead.core.Computation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The heads of lines seen lately, so that their names are decoded and checked only the first time. Thread-safe. */
@Computation
final class LineHeads {

    private static final int LONGEST = 4096;

    private final Map<Raw, LineHead> known = new ConcurrentHashMap<>();
    private final String vesselTag;
    private final int most;

    /**
     * @param most how many are kept; when more come, all are forgotten
     */
    LineHeads(String vesselTag, int most) {
        this.vesselTag = vesselTag;
        this.most = most;
    }

    String vesselTag() {
        return vesselTag;
    }

    /**
     * The head that these bytes spell.
     *
     * @throws Malformed when it cannot be read
     */
    LineHead head(Raw raw) {
        LineHead head = known.get(raw);
        if (head != null) {
            return head;
        }
        LineHead fresh = LineHead.of(raw.copy(), vesselTag);
        if (raw.length() <= LONGEST) {
            if (known.size() >= most) {
                known.clear();
            }
            known.put(fresh.raw(), fresh);
        }
        return fresh;
    }
}
