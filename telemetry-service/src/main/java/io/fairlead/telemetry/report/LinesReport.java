package io.fairlead.telemetry.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.fairlead.core.Computation;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads NDJSON: each line is one reading, as an object. Places are {@code /lines/17/value}, lines counted from 1. */
@Computation
final class LinesReport {

    private LinesReport() {}

    /** The readings of a body; empty lines are none. */
    static Report read(byte[] body) {
        Report report = new Report();
        int line = 1;
        for (int from = 0; from < body.length; line++) {
            int end = from;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            line(body, from, end - from, "/lines/" + line, report);
            from = end + 1;
        }
        return report.orRefuseEmpty("/lines/1");
    }

    private static void line(byte[] body, int from, int length, String pointer, Report report) {
        try (JsonParser parser = JsonReport.JSON.createParser(body, from, length)) {
            if (parser.nextToken() == null) {
                return;
            }
            ReadingObject.read(parser, pointer, report);
            if (parser.nextToken() != null) {
                report.refuse(pointer, "A line holds one object.");
            }
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            report.refuse(
                    pointer,
                    at == null ? "This is not JSON." : "This is not JSON at column %d.".formatted(at.getColumnNr()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
