package io.fairlead.fleet.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.event.Topics;
import io.fairlead.fleet.Api;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.TopicReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A consumer that knows nothing and reads a compacted topic from its beginning has the fleet as it is. */
@FairleadTest
class RebuildTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldRebuildTheSameFleetFromTheTopics() throws IOException {
        Api.vessel("B1");
        Api.vessel("B2");
        Api.post("/api/v1/vessels/B1/equipment", "{\"code\":\"B1-A\",\"name\":\"Pump\"}")
                .statusCode(201);
        long kept = Api.schedule("Kept", "2033-01-01T00:00:00Z", "2033-01-02T00:00:00Z");
        long gone = Api.schedule("Gone", "2033-01-01T00:00:00Z", "2033-01-02T00:00:00Z");
        Api.put("/api/v1/vessels/B1/schedules/" + kept, "{}").statusCode(200);
        Api.patch("/api/v1/vessels/B2", "*", "{\"name\":\"Renamed\"}").statusCode(200);
        Api.delete("/api/v1/vessels/B1", "*").statusCode(200);
        Api.delete("/api/v1/schedules/" + gone, "*").statusCode(204);
        Api.vessel("B-END");

        Map<String, JsonNode> vessels = rebuilt(Topics.FLEET_VESSELS, "B-END", 1);
        Map<String, JsonNode> schedules = rebuilt(Topics.FLEET_SCHEDULES, "" + gone, 2);
        Map<String, JsonNode> equipment = rebuilt(Topics.FLEET_EQUIPMENT, "B1-A", 2);

        for (String code : new String[] {"B1", "B2", "B-END"}) {
            assertThat(vessels.get(code)).isEqualTo(api("/api/v1/vessels/" + code));
        }
        assertThat(equipment.get("B1-A")).isEqualTo(api("/api/v1/equipment/B1-A"));
        assertThat(schedules).doesNotContainKey("" + gone);
        assertThat(schedules.get("" + kept).path("name").asText()).isEqualTo("Kept");
        assertThat(schedules
                        .get("" + kept)
                        .path("vessels")
                        .path(0)
                        .path("vessel")
                        .asText())
                .isEqualTo("B1");
    }

    /** The newest state per key, read until a key has been seen so often. */
    private static Map<String, JsonNode> rebuilt(String topic, String lastKey, int times) throws IOException {
        try (TopicReader reader = TopicReader.open(topic)) {
            reader.awaitAll(record -> record.key().equals(lastKey), times, Duration.ofSeconds(20));
            Map<String, JsonNode> state = new TreeMap<>();
            for (ConsumerRecord<String, byte[]> record : reader.seen(any -> true)) {
                if (record.value() == null) {
                    state.remove(record.key());
                } else {
                    state.put(record.key(), JSON.readTree(record.value()));
                }
            }
            return state;
        }
    }

    private static JsonNode api(String path) throws IOException {
        return JSON.readTree(Api.get(path).statusCode(200).extract().asString());
    }
}
