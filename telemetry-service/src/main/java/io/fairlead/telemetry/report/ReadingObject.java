package io.fairlead.telemetry.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fairlead.core.Computation;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads one reading as a JSON object. A value is taken for what it is: a number, or a text. */
@Computation
final class ReadingObject {

    private final String pointer;
    private final Report report;
    private final SortedMap<String, String> labels = new TreeMap<>();
    private String vessel;
    private String channel;
    private String start;
    private String time;
    private BigDecimal number;
    private String value;
    private String text;
    private String quality;
    private String unit;

    private ReadingObject(String pointer, Report report) {
        this.pointer = pointer;
        this.report = report;
    }

    /** Reads the object at which the parser stands into the report, or refuses what stands there instead. */
    static void read(JsonParser parser, String pointer, Report report) throws IOException {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            report.refuse(pointer, "Expected an object.");
            parser.skipChildren();
            return;
        }
        ReadingObject reading = new ReadingObject(pointer, report);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            reading.property(parser, name);
        }
        reading.close();
    }

    /** The text at which the parser stands; null when there is null, or something else, which is refused. */
    static String text(JsonParser parser, String pointer, Report report) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            return parser.getText();
        }
        if (!parser.hasToken(JsonToken.VALUE_NULL)) {
            report.refuse(pointer, "Expected a text.");
            parser.skipChildren();
        }
        return null;
    }

    /** Refuses a property that nobody knows. */
    static void unknown(JsonParser parser, String name, String pointer, Report report) throws IOException {
        report.refuse(pointer + "/" + escape(name), "Unknown property '%s'.".formatted(name));
        parser.skipChildren();
    }

    private void property(JsonParser parser, String name) throws IOException {
        switch (name) {
            case "vessel" -> vessel = text(parser, pointer + "/vessel", report);
            case "channel" -> channel = text(parser, pointer + "/channel", report);
            case "labels" -> labels(parser);
            case "start" -> start = text(parser, pointer + "/start", report);
            case "time" -> time = text(parser, pointer + "/time", report);
            case "value" -> value(parser);
            case "text" -> text = text(parser, pointer + "/text", report);
            case "quality" -> quality = text(parser, pointer + "/quality", report);
            case "unit" -> unit = text(parser, pointer + "/unit", report);
            default -> unknown(parser, name, pointer, report);
        }
    }

    private void value(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number = parser.getDecimalValue();
            case VALUE_STRING, VALUE_TRUE, VALUE_FALSE -> value = parser.getText();
            case VALUE_NULL -> {}
            default -> {
                report.refuse(pointer + "/value", "Expected a number, a text, true or false.");
                parser.skipChildren();
            }
        }
    }

    private void labels(JsonParser parser) throws IOException {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            if (!parser.hasToken(JsonToken.VALUE_NULL)) {
                report.refuse(pointer + "/labels", "Expected an object.");
                parser.skipChildren();
            }
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            String place = pointer + "/labels/" + escape(name);
            if (parser.hasToken(JsonToken.VALUE_NULL)) {
                report.refuse(place, "Expected a text.");
            } else {
                labels.put(name, text(parser, place, report));
            }
        }
    }

    private void close() {
        if (text != null && (number != null || value != null)) {
            report.refuse(pointer + "/text", "A reading has either a value or a text.");
        }
        if (value != null && ReadingReader.isNoFiniteNumber(value)) {
            report.refuse(pointer + "/value", "This is no finite number.");
        }
        report.add(new SentReading(
                pointer,
                new SentReading.Place(vessel, pointer + "/vessel"),
                channel,
                labels,
                start,
                time,
                number,
                text == null ? value : text,
                quality,
                unit));
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
