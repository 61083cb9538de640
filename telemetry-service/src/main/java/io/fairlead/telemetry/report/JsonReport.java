package io.fairlead.telemetry.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.fairlead.core.Computation;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads the compact JSON of readings, {@code {"vessel":…,"readings":[…]}}, token by token. */
@Computation
public final class JsonReport {

    static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonReport() {}

    /** The readings of a body. Unknown properties and other types than documented are refused. */
    public static Report read(byte[] body) {
        Report report = new Report();
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                envelope(parser, report);
                if (parser.nextToken() != null) {
                    report.refuse("", "Something follows the JSON object.");
                }
            } else {
                report.refuse("", "Expected a JSON object.");
            }
        } catch (JsonProcessingException e) {
            report.refuse("", fault(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return report.orRefuseEmpty("/readings");
    }

    private static void envelope(JsonParser parser, Report report) throws IOException {
        String vessel = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "vessel" -> vessel = ReadingObject.text(parser, "/vessel", report);
                case "readings" -> readings(parser, report);
                default -> ReadingObject.unknown(parser, name, "", report);
            }
        }
        report.defaultVessel(new SentReading.Place(vessel, "/vessel"));
    }

    private static void readings(JsonParser parser, Report report) throws IOException {
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            report.refuse("/readings", "Expected a list.");
            parser.skipChildren();
            return;
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            ReadingObject.read(parser, "/readings/" + i, report);
        }
    }

    static String fault(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null
                ? "This is not JSON."
                : "This is not JSON at line %d, column %d.".formatted(at.getLineNr(), at.getColumnNr());
    }
}
