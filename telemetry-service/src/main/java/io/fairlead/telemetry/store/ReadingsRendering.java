package io.fairlead.telemetry.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.fairlead.core.outbox.Rendering;
import io.fairlead.telemetry.block.HeadBody;
import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.window.QuarterHours;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes an accepted batch as the event that tells of it, when it is published. Channels that were read at the same
 * times share a table, as in the tabular data of ISO 19848.
 */
@ApplicationScoped
class ReadingsRendering implements Rendering {

    static final String NAME = "readings";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private final SeriesCache series;

    ReadingsRendering(SeriesCache series) {
        this.series = series;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public byte[] render(byte[] data) {
        HeadEvent event = HeadEvent.decode(data);
        List<HeadBody.Part> parts = event.parts();
        Map<Long, Series> known = series.byId(
                        parts.stream().map(HeadBody.Part::series).toList())
                .await()
                .indefinitely();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("vessel", event.vessel());
            json.writeNumberField("batch", event.batch());
            json.writeStringField("door", event.door());
            json.writeArrayFieldStart("tables");
            for (List<HeadBody.Part> table : tables(parts)) {
                table(json, table, known);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<List<HeadBody.Part>> tables(List<HeadBody.Part> parts) {
        List<List<HeadBody.Part>> tables = new ArrayList<>();
        for (HeadBody.Part part : parts) {
            List<HeadBody.Part> last = tables.isEmpty() ? null : tables.get(tables.size() - 1);
            if (last != null && sameTimes(last.get(0).points(), part.points())) {
                last.add(part);
            } else {
                tables.add(new ArrayList<>(List.of(part)));
            }
        }
        return tables;
    }

    private static boolean sameTimes(Points one, Points other) {
        boolean same = one.size() == other.size();
        for (int i = 0; same && i < one.size(); i++) {
            same = one.time(i) == other.time(i) && one.start(i) == other.start(i);
        }
        return same;
    }

    private static void table(JsonGenerator json, List<HeadBody.Part> parts, Map<Long, Series> known)
            throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("channels");
        for (HeadBody.Part part : parts) {
            channel(json, known.get(part.series()));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rows");
        for (int i = 0; i < parts.get(0).points().size(); i++) {
            row(json, parts, i);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void channel(JsonGenerator json, Series series) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", series.id());
        json.writeStringField("channel", series.channel().name());
        json.writeObjectFieldStart("labels");
        for (Map.Entry<String, String> label : series.channel().labels().entrySet()) {
            json.writeStringField(label.getKey(), label.getValue());
        }
        json.writeEndObject();
        json.writeStringField("quantity", series.channel().quantity().text());
        json.writeStringField("unit", series.channel().unit());
        json.writeEndObject();
    }

    private static void row(JsonGenerator json, List<HeadBody.Part> parts, int i) throws IOException {
        Points times = parts.get(0).points();
        json.writeStartObject();
        json.writeStringField("time", QuarterHours.instant(times.time(i)).toString());
        if (times.start(i) < times.time(i)) {
            json.writeStringField("start", QuarterHours.instant(times.start(i)).toString());
        }
        json.writeArrayFieldStart("values");
        boolean qualities = false;
        for (HeadBody.Part part : parts) {
            String text = part.points().text(i);
            qualities |= part.points().quality(i) != null;
            if (text == null) {
                json.writeNumber(part.points().value(i));
            } else {
                json.writeString(text);
            }
        }
        json.writeEndArray();
        if (qualities) {
            json.writeArrayFieldStart("qualities");
            for (HeadBody.Part part : parts) {
                json.writeString(part.points().quality(i));
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
