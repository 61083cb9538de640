package io.fairlead.telemetry.kafka;

import static io.fairlead.telemetry.Api.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.event.CloudEvents;
import io.fairlead.core.event.Topics;
import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.PythonScript;
import io.fairlead.testkit.RealParts;
import io.fairlead.testkit.Tokens;
import io.fairlead.testkit.TopicReader;
import io.fairlead.testkit.TopicWriter;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FairleadTest
class ReadingRecordsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String REPORTED = "telemetry.readings.reported";

    @Inject
    KnownVessels vessels;

    @Inject
    ReadingRecords records;

    private long offsets;

    private String vessel;

    @BeforeEach
    void register() {
        vessel = newVessel();
    }

    @Test
    void shouldKeepWhatAShipReportsAndTellIt() {
        send(record(Tokens.ship(vessel), data(1)));
        awaitValue(vessel, 1);

        try (TopicReader accepted = TopicReader.open(Topics.TELEMETRY_READINGS)) {
            var told = accepted.await(
                    record -> vessel.equals(record.key())
                            && "telemetry.readings.accepted".equals(CloudEvents.get(record.headers(), "ce_type")),
                    PATIENCE);
            assertThat(json(told.value()).path("batches").path(0).path("door").asText())
                    .isEqualTo("kafka");
        }
        // The record that tells it has passed this door when a later one of its key has.
        send(record(Tokens.ship(vessel), data(2)));
        awaitValue(vessel, 2);
        assertThat(rejections()).isZero();
    }

    @Test
    void shouldKeepAPackageOfTheVesselThatTheSubjectNames() {
        ProducerRecord<String, byte[]> record = record(
                Tokens.ship(vessel),
                """
                {"Package":{"TimeSeriesData":[{"EventData":{"DataSet":[
                  {"TimeStamp":"2026-01-31T04:00:00Z","DataChannelID":"/fairlead/rpm","Value":"7"}]}}]}}""");
        record.headers().add("ce_subject", bytes(vessel));
        record.headers().add("content-type", bytes("application/vnd.iso19848+json; charset=utf-8"));

        send(record);

        awaitValue(vessel, 7);
    }

    @Test
    void shouldKeepARecordThatWaitedLongerThanItsTokenLived() throws Exception {
        Instant written = Instant.now().minus(Duration.ofHours(20));

        read(at(written, record(ShipTokens.from(written.minusSeconds(60), vessel), data(3))));
        awaitValue(vessel, 3);

        Instant earlier = written.minus(Duration.ofHours(2));
        assertThat(reasonRead(at(earlier, record(ShipTokens.from(written, vessel), data(9)))))
                .contains("before its access token");
        Instant tooOld = Instant.now().minus(Duration.ofHours(30));
        assertThat(reasonRead(at(tooOld, record(ShipTokens.from(tooOld, vessel), data(9)))))
                .contains("not valid");
    }

    @Test
    void shouldNotBelieveAProducerThatDatesItsRecordBack() throws Exception {
        Instant then = Instant.now().minus(Duration.ofHours(20));

        assertThat(reason(at(then, record(ShipTokens.from(then.minusSeconds(60), vessel), data(9)))))
                .contains("had expired");
        reject("had expired", ShipTokens.from(then, vessel), record -> {});

        get("/api/v1/sensors/" + vessel + "/channels").body("items", hasSize(0));
    }

    @Test
    void shouldRejectARecordWithoutAGoodToken() throws Exception {
        reject("no access token", null, record -> {});
        reject("not valid", "no.to.ken", record -> {});
        reject("not valid", ShipTokens.forged(vessel), record -> {});
        reject("not valid", Tokens.forAnotherAudience(), record -> {});
        reject("not valid", Tokens.expired(), record -> {});
        reject("not the role ingest", Tokens.viewer(), record -> {});
        reject("does not speak for vessel " + vessel, Tokens.ship("V0"), record -> {});
        reject("does not speak for vessel V0", Tokens.ship(vessel), record -> record.headers()
                .add("ce_subject", bytes("V0")));

        get("/api/v1/sensors/" + vessel + "/channels").body("items", hasSize(0));
    }

    @Test
    void shouldNotTakeAnExpiredTokenOverHttpWhateverThePath() throws Exception {
        String expired = ShipTokens.from(Instant.now().minus(Duration.ofHours(2)), vessel);

        for (String path : new String[] {"kafka%2Frecords", "kafka/records", "records", vessel}) {
            RestAssured.given()
                    .urlEncodingEnabled(false)
                    .auth()
                    .oauth2(expired)
                    .get("/api/v1/power/" + path)
                    .then()
                    .statusCode(path.equals("kafka/records") ? 404 : 401);
        }
    }

    @Test
    void shouldRejectWhatIsNoReportAndGoOn() {
        String token = Tokens.ship(vessel);

        reject("ce_type is not", token, record -> record.headers().remove("ce_type"));
        reject("ce_id must be", token, record -> record.headers().remove("ce_id"));
        reject("ce_source must be", token, record -> record.headers().add("ce_source", bytes("x".repeat(300))));
        assertThat(reason(record(token, null))).contains("no data");
        assertThat(reason(record(token, "{"))).contains("not JSON");
        JsonNode told = rejection(record(token, data(1).replace("value", "valeu")));
        assertThat(told.at("/errors/0/pointer").asText()).isEqualTo("#/readings/0/valeu");
        assertThat(told.path("vessel").asText()).isEqualTo(vessel);
        send(new ProducerRecord<>(Topics.TELEMETRY_READINGS, vessel, bytes("no event")));

        send(record(token, data(4)));
        awaitValue(vessel, 4);
    }

    @Test
    void shouldChangeNothingWhenARecordComesAgain() {
        String token = Tokens.ship(vessel);
        String id = UUID.randomUUID().toString();
        send(named(id, record(token, data(1))));
        awaitValue(vessel, 1);
        send(record(token, data(2)));
        awaitValue(vessel, 2);

        send(named(id, record(token, data(1))));
        send(record(token, data(3).replace("rpm", "later")));
        Awaitility.await().atMost(PATIENCE).until(() -> names(vessel).contains("later"));

        get("/api/v1/sensors/" + vessel + "/latest")
                .body("items.find { it.channel.name == 'rpm' }.reading.value", equalTo(2f));
    }

    @Test
    void shouldNotLetAShipUseUpTheIdsOfAnother() {
        String other = newVessel();
        String id = UUID.randomUUID().toString();
        String otherData = data(6).replace(vessel, other);

        send(named(id, record(Tokens.ship(vessel), data(5))));
        awaitValue(vessel, 5);
        send(named(id, record(Tokens.ship(other), otherData)));

        awaitValue(other, 6);
    }

    @Test
    void shouldTakeRecordsOfAPlainProducer() throws IOException {
        PythonScript.run(
                "kafka_report.py",
                "kafka",
                RealParts.kafka(),
                "http://127.0.0.1:" + RestAssured.port,
                Tokens.ship(vessel),
                Tokens.viewer(),
                vessel);
    }

    private void reject(String reason, String token, Consumer<ProducerRecord<String, byte[]>> change) {
        ProducerRecord<String, byte[]> record = record(token, data(9));
        change.accept(record);
        assertThat(reason(record)).contains(reason);
    }

    private String reason(ProducerRecord<String, byte[]> record) {
        return rejection(record).path("reason").asText();
    }

    private String reasonRead(ProducerRecord<String, byte[]> record) {
        return rejection(record, this::read).path("reason").asText();
    }

    private JsonNode rejection(ProducerRecord<String, byte[]> record) {
        return rejection(record, ReadingRecordsTest::send);
    }

    /** Delivers a record and reads what is told of it. */
    private JsonNode rejection(
            ProducerRecord<String, byte[]> record, Consumer<ProducerRecord<String, byte[]>> delivery) {
        String mark = UUID.randomUUID().toString();
        ProducerRecord<String, byte[]> marked = new ProducerRecord<>(
                record.topic(), null, record.timestamp(), record.key(), record.value(), record.headers());
        if (CloudEvents.get(record.headers(), "ce_source").equals("/gateway")) {
            marked.headers().remove("ce_source").add("ce_source", bytes(mark));
        } else {
            mark = "x".repeat(255);
        }
        String source = mark;
        delivery.accept(marked);
        try (TopicReader rejected = TopicReader.open(Topics.TELEMETRY_REJECTED)) {
            return json(rejected.await(
                            told -> vessel.equals(told.key())
                                    && source.equals(
                                            json(told.value()).path("source").asText()),
                            PATIENCE)
                    .value());
        }
    }

    private long rejections() {
        try (TopicReader rejected = TopicReader.open(Topics.TELEMETRY_REJECTED)) {
            send(record(null, data(9)));
            rejected.await(told -> vessel.equals(told.key()), PATIENCE);
            return rejected.seen(told -> vessel.equals(told.key())).size() - 1L;
        }
    }

    private ProducerRecord<String, byte[]> record(String token, String data) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.TELEMETRY_READINGS, vessel, data == null ? null : bytes(data));
        record.headers().add("ce_specversion", bytes("1.0"));
        record.headers().add("ce_id", bytes(UUID.randomUUID().toString()));
        record.headers().add("ce_source", bytes("/gateway"));
        record.headers().add("ce_type", bytes(REPORTED));
        if (token != null) {
            record.headers().add("authorization", bytes("Bearer " + token));
        }
        return record;
    }

    private static ProducerRecord<String, byte[]> named(String id, ProducerRecord<String, byte[]> record) {
        record.headers().remove("ce_id").add("ce_id", bytes(id));
        return record;
    }

    private static ProducerRecord<String, byte[]> at(Instant time, ProducerRecord<String, byte[]> record) {
        return new ProducerRecord<>(
                record.topic(), null, time.toEpochMilli(), record.key(), record.value(), record.headers());
    }

    private String data(int value) {
        return """
                {"vessel":"%s","readings":[{"channel":"rpm","time":"2026-01-31T04:00:00Z","value":%d}]}"""
                .formatted(vessel, value);
    }

    private static void send(ProducerRecord<String, byte[]> record) {
        try (TopicWriter gateway = TopicWriter.open()) {
            gateway.send(record);
        }
    }

    /** Hands a record over that came to the broker at its time and has waited there since. */
    private void read(ProducerRecord<String, byte[]> record) {
        ConsumerRecord<String, byte[]> waited = new ConsumerRecord<>(
                record.topic(),
                0,
                Long.MAX_VALUE - offsets++,
                record.timestamp(),
                TimestampType.LOG_APPEND_TIME,
                0,
                record.value().length,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty());
        try {
            VertxContextSupport.subscribeAndAwait(() -> records.on(waited));
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void awaitValue(String vessel, float value) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> get("/api/v1/sensors/" + vessel + "/latest")
                .body("items.reading.value", contains(value)));
    }

    private static String names(String vessel) {
        return get("/api/v1/sensors/" + vessel + "/channels").extract().asString();
    }

    private static JsonNode json(byte[] value) {
        try {
            return new ObjectMapper().readTree(value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String newVessel() {
        String code = "V" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(code, null);
        return code;
    }
}
