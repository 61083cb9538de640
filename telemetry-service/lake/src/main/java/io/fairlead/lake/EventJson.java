package io.fairlead.lake;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.connect.sink.SinkRecord;

/** Reads the parts of a CloudEvent in binary mode, and says of which part it is that it cannot be read. */
final class EventJson {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final long NANOS = 1_000_000_000L;

    private EventJson() {}

    /** An attribute of the event, such as {@code type}. */
    static String attribute(SinkRecord record, String name) {
        var header = record.headers().lastWithName("ce_" + name);
        if (header == null || !(header.value() instanceof byte[] bytes)) {
            throw new BadEvent("It has no header ce_" + name + ".");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The data of the event. */
    static JsonNode data(SinkRecord record) {
        try {
            JsonNode data = JSON.readTree((byte[]) record.value());
            if (data == null || !data.isObject()) {
                throw new BadEvent("Its data is no JSON object.");
            }
            return data;
        } catch (IOException e) {
            throw new BadEvent("Its data is no JSON.", e);
        }
    }

    /** A text that must be there. */
    static String text(JsonNode parent, String name) {
        return part(parent, name, JsonNode::isTextual, "text").textValue();
    }

    /** A text that may be missing or null. */
    static String optionalText(JsonNode parent, String name) {
        return parent.path(name).isMissingNode() || parent.path(name).isNull() ? null : text(parent, name);
    }

    static long number(JsonNode parent, String name) {
        return part(parent, name, JsonNode::canConvertToLong, "whole number").longValue();
    }

    static int smallNumber(JsonNode parent, String name) {
        return part(parent, name, JsonNode::canConvertToInt, "whole number").intValue();
    }

    /** A time that must be there. */
    static Instant time(JsonNode parent, String name) {
        try {
            return OffsetDateTime.parse(text(parent, name), DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new BadEvent("Its " + name + " is no time: " + parent.path(name) + ".", e);
        }
    }

    static JsonNode array(JsonNode parent, String name) {
        return part(parent, name, JsonNode::isArray, "list");
    }

    /** Names and their values. */
    static Map<String, String> labels(JsonNode parent) {
        Map<String, String> labels = new LinkedHashMap<>();
        JsonNode found = part(parent, "labels", JsonNode::isObject, "object");
        found.fieldNames().forEachRemaining(name -> labels.put(name, text(found, name)));
        return labels;
    }

    /** Puts in where the event stood. */
    static void origin(Map<String, Object> row, SinkRecord record, String eventId) {
        row.put("event_id", eventId);
        row.put("kafka_partition", record.kafkaPartition());
        row.put("kafka_offset", record.kafkaOffset());
        row.put("kafka_time", micros(Instant.ofEpochMilli(record.timestamp())));
    }

    /** A time as Iceberg keeps it, to the microsecond. */
    static OffsetDateTime micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** A time in nanoseconds since 1970. */
    static long nanos(Instant time) {
        try {
            return Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), time.getNano());
        } catch (ArithmeticException e) {
            throw new BadEvent("A time is too far away: " + time + ".", e);
        }
    }

    static JsonNode part(JsonNode parent, String name, Predicate<JsonNode> fits, String expected) {
        JsonNode part = parent.path(name);
        if (!fits.test(part)) {
            throw new BadEvent("Its " + name + " is no " + expected + ".");
        }
        return part;
    }
}
