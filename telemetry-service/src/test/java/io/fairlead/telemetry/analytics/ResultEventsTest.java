package io.fairlead.telemetry.analytics;

import static io.fairlead.telemetry.analytics.Analytics.list;
import static io.fairlead.telemetry.analytics.Analytics.number;
import static io.fairlead.telemetry.analytics.Analytics.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.fairlead.core.event.Topics;
import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.TopicReader;
import io.fairlead.testkit.TopicWriter;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results on analytics.results, both ways. */
@FairleadTest
class ResultEventsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Pool pool;

    @Inject
    KnownVessels vessels;

    private String vessel;

    @BeforeEach
    void register() {
        vessel = "V" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(vessel, null);
    }

    @Test
    void shouldKeepWhatDataSciencePublishes() throws IOException {
        String event = number("score", vessel, 1, "r1", 0.5);
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(Files.readString(Path.of(
                                System.getProperty("fairlead.root", ".."),
                                "docs/events/analytics.results.schema.json")))
                        .validate(JSON.readTree(event)))
                .isEmpty();

        try (TopicWriter dataScience = TopicWriter.open()) {
            awaitApplied(send(dataScience, event));
            awaitApplied(send(dataScience, event));
            awaitApplied(send(dataScience, event.replace("0.5", "0.6").replace("\"unit\"", "\"new\":1,\"unit\"")));
        }

        list("?vessel=" + vessel)
                .body("items.value", contains(0.6f))
                .body("items.revision", contains(2), "items.recordedBy", contains("/test"));
    }

    @Test
    void shouldPutABadResultToTheDeadLettersWithTheReason() {
        try (TopicWriter dataScience = TopicWriter.open();
                TopicReader letters = TopicReader.open("telemetry-service.dead-letters")) {
            send(dataScience, number("score", vessel, 1, "r1", 0.5).replace("0.5", "\"high\""));
            assertThat(reason(letters, 1)).contains("#/value must be a number");
            send(dataScience, number("score", "NOBODY", 1, "r1", 0.5));
            assertThat(reason(letters, 2)).contains("there is no vessel NOBODY");
            dataScience.send(Topics.ANALYTICS_RESULTS, vessel, "analytics.model.trained", "{}");
            assertThat(reason(letters, 3)).contains("its type is not analytics.result.published");

            awaitApplied(send(dataScience, number("score", vessel, 1, "r1", 0.5)));
        }

        list("?vessel=" + vessel).body("items.value", contains(0.5f));
    }

    @Test
    void shouldTellTheTopicOfWhatWasPosted() throws IOException {
        try (TopicReader results = TopicReader.open(Topics.ANALYTICS_RESULTS, false)) {
            publish(number("score", vessel, 1, "r1", 0.5)).statusCode(201);
            publish(number("score", vessel, 1, "r1", 0.5)).statusCode(200);
            publish(number("score", vessel, 1, "r1", 0.6)).statusCode(200);

            var events = results.awaitAll(record -> vessel.equals(record.key()), 2, PATIENCE);
            JsonNode first = JSON.readTree(events.get(0).value());
            JsonNode second = JSON.readTree(events.get(1).value());
            assertThat(header(events.get(0), "ce_type")).isEqualTo("analytics.result.published");
            assertThat(first.path("value").doubleValue()).isEqualTo(0.5);
            assertThat(first.path("run").path("parameters").path("trees").intValue())
                    .isEqualTo(200);
            assertThat(second.path("revision").intValue()).isEqualTo(2);
            assertThat(second.path("id")).isEqualTo(first.path("id"));
        }
    }

    @Test
    void shouldSkipItsOwnEventsWhenTheyComeBack() {
        publish(number("score", vessel, 1, "r1", 0.5)).statusCode(201);
        publish(number("score", vessel, 1, "r1", 0.6)).statusCode(200);

        try (TopicWriter dataScience = TopicWriter.open();
                TopicReader results = TopicReader.open(Topics.ANALYTICS_RESULTS)) {
            results.awaitAll(record -> vessel.equals(record.key()), 2, PATIENCE);
            awaitApplied(send(dataScience, number("score", vessel, 2, "r1", 0.7)));
        }

        assertThat(count("select from inbox where source = '/fairlead/telemetry-service'"))
                .isZero();
        list("?vessel=" + vessel).body("items.value", contains(0.7f, 0.6f), "items.revision", contains(1, 2));
    }

    @Test
    void shouldReferToAValueThatIsTooBigForAnEvent() throws IOException {
        String text = "x".repeat(PublishedResult.MOST_BYTES);
        String big = number("notes", vessel, 1, "r1", 0)
                .replace("\"number\"", "\"object\"")
                .replace("\"unit\":\"1\",", "")
                .replace("\"value\":0.0", "\"value\":{\"text\":\"%s\"}".formatted(text));
        try (TopicReader results = TopicReader.open(Topics.ANALYTICS_RESULTS, false)) {
            String id = publish(big).statusCode(201).extract().path("items[0].id");

            JsonNode event = JSON.readTree(results.await(record -> vessel.equals(record.key()), PATIENCE)
                    .value());
            assertThat(event.has("value")).isFalse();
            assertThat(event.path("valueUrl").asText()).isEqualTo("/api/v1/analytics/results/" + id);
        }
    }

    private String send(TopicWriter dataScience, String event) {
        return dataScience.send(Topics.ANALYTICS_RESULTS, vessel, "analytics.result.published", event);
    }

    /** The reason of the last of this test's dead letters, when there are so many. */
    private String reason(TopicReader letters, int count) {
        var found = letters.awaitAll(record -> vessel.equals(record.key()), count, PATIENCE);
        return header(found.get(count - 1), "dead-letter-reason");
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value());
    }

    private void awaitApplied(String event) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> pool.preparedQuery("select from inbox where event_id = $1")
                                .execute(Tuple.of(event))
                                .await()
                                .indefinitely()
                                .size()
                        == 1);
    }

    private int count(String query) {
        return pool.query(query).execute().await().indefinitely().size();
    }
}
