package io.fairlead.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Holds what a service publishes against the schema of its topic in docs/events. */
final class EventSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

    private EventSchemas() {}

    /**
     * Checks a record that one of the services sent.
     *
     * @throws AssertionError when its topic has no schema or the data does not keep to it
     */
    static void check(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null || !isOfAService(record)) {
            return;
        }
        try {
            var errors = SCHEMAS.computeIfAbsent(record.topic(), EventSchemas::load)
                    .validate(JSON.readTree(record.value()), context -> context.getExecutionConfig()
                            .setFormatAssertionsEnabled(true));
            if (!errors.isEmpty()) {
                throw new AssertionError("an event on " + record.topic() + " breaks its schema: " + errors);
            }
        } catch (IOException e) {
            throw new AssertionError("an event on " + record.topic() + " is not JSON", e);
        }
    }

    private static boolean isOfAService(ConsumerRecord<String, byte[]> record) {
        var source = record.headers().lastHeader("ce_source");
        return source != null && new String(source.value()).matches("/fairlead/(fleet|telemetry|job|relay)-service");
    }

    private static JsonSchema load(String topic) {
        Path file = Path.of(System.getProperty("fairlead.root", ".."), "docs", "events", topic + ".schema.json");
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("topic " + topic + " has no schema", e);
        }
    }
}
