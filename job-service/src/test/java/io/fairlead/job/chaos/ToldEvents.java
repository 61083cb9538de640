package io.fairlead.job.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.event.Topics;
import io.fairlead.job.chaos.History.Told;
import io.fairlead.job.queue.JobState;
import io.fairlead.testkit.TopicReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a consumer of {@code jobs.events} was told. */
final class ToldEvents {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ToldEvents() {}

    static List<Told> read() throws IOException {
        List<Told> told = new ArrayList<>();
        try (TopicReader reader = TopicReader.open(Topics.JOBS_EVENTS)) {
            for (ConsumerRecord<String, byte[]> record : reader.all()) {
                told.add(told(record));
            }
        }
        return told;
    }

    private static Told told(ConsumerRecord<String, byte[]> record) throws IOException {
        JsonNode data = JSON.readTree(record.value());
        return new Told(
                UUID.fromString(record.key()),
                header(record, "ce_id"),
                header(record, "ce_type"),
                data.get("version").asLong(),
                JobState.of(data.get("state").asText()),
                data.get("attempt").asInt());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
