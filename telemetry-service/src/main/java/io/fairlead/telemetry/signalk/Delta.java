package io.fairlead.telemetry.signalk;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.Computation;
import io.fairlead.telemetry.reading.RejectedReading;
import io.fairlead.telemetry.report.Report;
import io.fairlead.telemetry.report.SentReading;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a Signal K delta message: each value is a reading of the channel that its path names, in the unit that Signal K
 * gives that path. An object becomes one channel for each of its members, such as {@code
 * navigation.position.latitude}; a list is kept as its JSON. A null says that there is no value, and is rejected alone.
 *
 * @see <a href="https://signalk.org/specification/1.7.0/doc/data_model.html">Signal K, the delta format</a>
 */
@Computation
final class Delta {

    private static final int DEEPEST = 8;

    private final Report report = new Report();
    private final SentReading.Place vessel;
    private final boolean sources;
    private int ignored;

    /**
     * @param vessel the vessel that it speaks of
     * @param sources whether the source of a value tells its channel from others of its path
     */
    Delta(SentReading.Place vessel, boolean sources) {
        this.vessel = vessel;
        this.sources = sources;
    }

    Report report() {
        return report;
    }

    /** How many entries of metadata it has. */
    int ignored() {
        return ignored;
    }

    /** Reads the message. */
    Delta read(JsonNode delta) {
        JsonNode updates = delta.path("updates");
        if (!updates.isArray() || updates.isEmpty()) {
            report.refuse("/updates", "At least one update is needed.");
        }
        for (int i = 0; i < updates.size(); i++) {
            update(updates.get(i), "/updates/" + i);
        }
        return this;
    }

    private void update(JsonNode update, String pointer) {
        ignored += update.path("meta").size();
        JsonNode values = update.path("values");
        if (!values.isArray()) {
            if (!values.isMissingNode() || !update.path("meta").isArray()) {
                report.refuse(pointer + "/values", "Expected a list.");
            }
            return;
        }
        JsonNode time = update.path("timestamp");
        if (!values.isEmpty() && !time.isTextual()) {
            report.refuse(pointer + "/timestamp", "A time is needed, such as 2026-01-31T04:15:00Z.");
            return;
        }
        SortedMap<String, String> labels = labels(update, pointer);
        for (int i = 0; i < values.size(); i++) {
            String place = pointer + "/values/" + i;
            JsonNode path = values.get(i).path("path");
            if (!path.isTextual()) {
                report.refuse(place + "/path", "A path is needed.");
            } else if (!values.get(i).has("value")) {
                report.refuse(place + "/value", "A value is missing.");
            } else {
                value(path.asText(), values.get(i).get("value"), time.asText(), labels, place + "/value", 0);
            }
        }
    }

    private SortedMap<String, String> labels(JsonNode update, String pointer) {
        SortedMap<String, String> labels = new TreeMap<>();
        String source = update.path("$source")
                .asText(update.path("source").path("label").asText(""));
        if (sources && source.isEmpty()) {
            report.refuse(pointer + "/$source", "A source is needed, as sources are kept apart.");
        } else if (sources) {
            labels.put("source", source);
        }
        return labels;
    }

    private void value(
            String path, JsonNode value, String time, SortedMap<String, String> labels, String pointer, int depth) {
        if (value.isObject() && depth == DEEPEST) {
            report.refuse(pointer, "At most " + DEEPEST + " objects stand in each other.");
        } else if (value.isObject()) {
            value.fields()
                    .forEachRemaining(member -> value(
                            path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                            member.getValue(),
                            time,
                            labels,
                            pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
                            depth + 1));
        } else if (value.isNull()) {
            report.reject(vessel, new RejectedReading("#" + pointer, path, time, "", "There is no value."));
        } else if (value.isNumber() && !Double.isFinite(value.doubleValue())) {
            report.refuse(pointer, "This number is too great.");
        } else {
            report.add(new SentReading(
                    pointer,
                    vessel,
                    path,
                    labels,
                    null,
                    time,
                    value.isNumber() ? value.decimalValue() : null,
                    value.isNumber() ? null : value.isArray() ? value.toString() : value.asText(),
                    null,
                    null));
        }
    }
}
