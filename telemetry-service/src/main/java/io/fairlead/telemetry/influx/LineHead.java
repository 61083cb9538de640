package io.fairlead.telemetry.influx;

import io.fairlead.core.Computation;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The measurement and the tags of lines, decoded and checked once, with the fields that came with them. */
@Computation
final class LineHead {

    private static final String NAME_ESCAPES = ",= ";
    private static final int MOST_FIELDS = 1024;
    private static final int LONGEST_FIELD = 512;

    private final Raw raw;
    private final String vessel;
    private final String measurement;
    private final SortedMap<String, String> labels;
    private final int faults;
    private final Map<Raw, LineField> fields = new ConcurrentHashMap<>();
    /** Guesses, which any thread may change at any time. */
    private LineHead next;

    private LineField first;

    private LineHead(Raw raw, String measurement, String vessel, SortedMap<String, String> labels) {
        this.raw = raw;
        this.measurement = measurement;
        this.vessel = vessel;
        this.labels = labels;
        this.faults = faults();
    }

    /**
     * Decodes {@code measurement,tag=value}.
     *
     * @throws Malformed when it cannot be read
     */
    static LineHead of(Raw raw, String vesselTag) {
        int at = raw.end(0, ", ", ", ");
        Malformed.unless(at > 0, "The measurement is missing.");
        String measurement = raw.text(0, at, ", ");
        SortedMap<String, String> tags = new TreeMap<>();
        while (raw.holds(at, ',')) {
            int equals = raw.end(at + 1, "=, ", NAME_ESCAPES);
            String key = key(raw, at + 1, equals, "tag");
            at = raw.end(equals + 1, ", =", NAME_ESCAPES);
            Malformed.unless(at > equals + 1, "Tag '" + key + "' has no value.");
            boolean first = tags.put(key, raw.text(equals + 1, at, NAME_ESCAPES)) == null;
            Malformed.unless(first, "Tag '" + key + "' stands twice.");
        }
        Malformed.unless(at == raw.length(), "The fields are missing.");
        String vessel = tags.remove(vesselTag);
        return new LineHead(raw, measurement, vessel, tags);
    }

    /** A tag's or field's name that must end with an equals sign. */
    static String key(Raw raw, int from, int to, String kind) {
        Malformed.unless(to > from, "The name of a " + kind + " is missing.");
        String key = raw.text(from, to, NAME_ESCAPES);
        Malformed.unless(raw.holds(to, '='), "The value of " + kind + " '" + key + "' is missing.");
        return key;
    }

    private int faults() {
        int found = NameFaults.of(measurement);
        for (Map.Entry<String, String> label : labels.entrySet()) {
            found |= NameFaults.of(label.getKey()) | NameFaults.of(label.getValue());
        }
        found |= labels.size() > NameFaults.MOST_LABELS ? NameFaults.TOO_MANY_LABELS : 0;
        return found | (vessel == null ? NameFaults.NO_VESSEL : 0);
    }

    /** A field of these lines; {@code key} is its name as it was sent, with the equals sign behind it. */
    LineField field(Raw key) {
        LineField known = fields.get(key);
        if (known != null) {
            return known;
        }
        Raw kept = key.copy();
        String name = key(kept, 0, kept.end(0, "=, ", NAME_ESCAPES), "field");
        LineField field = LineField.of(kept, name, measurement, labels);
        if (key.length() <= LONGEST_FIELD && fields.size() < MOST_FIELDS) {
            fields.put(kept, field);
        }
        return field;
    }

    /** The one whose line came after a line of this one lately, or null. */
    LineHead next() {
        return next;
    }

    void followedBy(LineHead other) {
        next = other;
    }

    /** The field that came first in a line lately, or null. */
    LineField first() {
        return first;
    }

    void beginsWith(LineField field) {
        first = field;
    }

    Raw raw() {
        return raw;
    }

    /** The vessel's code, or null. */
    String vessel() {
        return vessel;
    }

    String measurement() {
        return measurement;
    }

    /** What is wrong with the names, as bits of {@link NameFaults}. */
    int nameFaults() {
        return faults;
    }
}
