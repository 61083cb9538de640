package io.fairlead.telemetry.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.fairlead.core.outbox.Rendering;
import io.fairlead.telemetry.block.HeadBody;
import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.store.ReadingsTables.Table;
import io.fairlead.telemetry.window.QuarterHours;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes accepted batches as the events that tell of them, when they are published. Batches of one vessel that wait
 * together become one event: naming fifty channels takes more room than a row of their values.
 */
@ApplicationScoped
class ReadingsRendering implements Rendering {

    static final String NAME = "readings";

    /** Kafka takes records of 1 MiB, headers and all. */
    private static final int LARGEST = 900_000;

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

    /** A batch and what is told of it. */
    private record Accepted(HeadEvent batch, List<HeadBody.Part> parts) {}

    @Override
    public List<Rendered> render(List<byte[]> compact) {
        List<Rendered> told = new ArrayList<>();
        List<Accepted> joined = new ArrayList<>();
        int readings = 0;
        for (byte[] data : compact) {
            HeadEvent batch = HeadEvent.decode(data);
            List<HeadBody.Part> parts = batch.parts();
            int more = parts.stream().mapToInt(part -> part.points().size()).sum();
            if (!joined.isEmpty() && readings + more > Heads.MOST_READINGS) {
                told.addAll(rendered(joined));
                joined = new ArrayList<>();
                readings = 0;
            }
            joined.add(new Accepted(batch, parts));
            readings += more;
        }
        if (!joined.isEmpty()) {
            told.addAll(rendered(joined));
        }
        return told;
    }

    /** As one event if a record takes it, else in halves. */
    private List<Rendered> rendered(List<Accepted> all) {
        byte[] data = json(all);
        if (data.length <= LARGEST) {
            return List.of(new Rendered(all.size(), data));
        }
        int half = all.size() / 2;
        if (half > 0) {
            return concat(rendered(all.subList(0, half)), rendered(all.subList(half, all.size())));
        }
        Accepted batch = all.get(0);
        List<HeadBody.Part> parts = batch.parts();
        if (parts.size() == 1 && parts.get(0).points().size() == 1) {
            return List.of(new Rendered(1, data));
        }
        int middle = parts.size() / 2;
        return middle > 0
                ? pieces(batch.batch(), parts.subList(0, middle), parts.subList(middle, parts.size()))
                : pieces(batch.batch(), half(parts.get(0), 0), half(parts.get(0), 1));
    }

    /** Only the last piece ends what is told of the batch. */
    private List<Rendered> pieces(HeadEvent batch, List<HeadBody.Part> first, List<HeadBody.Part> second) {
        return concat(
                rendered(List.of(new Accepted(batch, first))).stream()
                        .map(piece -> new Rendered(0, piece.data()))
                        .toList(),
                rendered(List.of(new Accepted(batch, second))));
    }

    private static List<HeadBody.Part> half(HeadBody.Part part, int which) {
        int size = part.points().size();
        Points half =
                which == 0 ? part.points().range(0, size / 2) : part.points().range(size / 2, size);
        return List.of(new HeadBody.Part(part.series(), half));
    }

    private static List<Rendered> concat(List<Rendered> first, List<Rendered> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private byte[] json(List<Accepted> all) {
        ReadingsTables tables = new ReadingsTables();
        all.forEach(batch -> tables.add(batch.parts()));
        Map<Long, Series> known = series.byId(tables.tables().stream()
                        .flatMap(table -> table.series().stream())
                        .collect(Collectors.toSet()))
                .await()
                .indefinitely();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("vessel", all.get(0).batch().vessel());
            batches(json, all);
            json.writeArrayFieldStart("tables");
            for (Table table : tables.tables()) {
                table(json, table, known);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void batches(JsonGenerator json, List<Accepted> all) throws IOException {
        json.writeArrayFieldStart("batches");
        long last = 0;
        for (Accepted accepted : all) {
            HeadEvent event = accepted.batch();
            if (event.batch() != last) {
                json.writeStartObject();
                json.writeNumberField("batch", event.batch());
                json.writeStringField("door", event.door());
                json.writeEndObject();
            }
            last = event.batch();
        }
        json.writeEndArray();
    }

    private static void table(JsonGenerator json, Table table, Map<Long, Series> known) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("channels");
        for (Long id : table.series()) {
            channel(json, known.get(id));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rows");
        char[] digits = new char[NumberText.LONGEST];
        for (List<HeadBody.Part> piece : table.pieces()) {
            for (int i = 0; i < piece.get(0).points().size(); i++) {
                row(json, piece, i, digits);
            }
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

    private static void number(JsonGenerator json, double number, char[] digits) throws IOException {
        int length = NumberText.write(number, digits);
        if (length > 0) {
            json.writeNumber(digits, 0, length);
        } else {
            json.writeNumber(number);
        }
    }

    private static void row(JsonGenerator json, List<HeadBody.Part> parts, int i, char[] digits) throws IOException {
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
                number(json, part.points().value(i), digits);
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
