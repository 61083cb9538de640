package io.fairlead.telemetry;

import static io.fairlead.telemetry.Api.get;
import static io.fairlead.telemetry.Api.power;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.core.event.Topics;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.fairlead.testkit.TopicWriter;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The same readings make the same store, whichever their door: all answers are the same, byte for byte. */
@FairleadTest
class TwoDoorsTest {

    private static final String READINGS = "/api/v1/sensors/readings";
    private static final String PACKAGES = "/api/v1/sensors/iso19848";

    @Inject
    KnownVessels vessels;

    @Test
    void shouldKeepAMetersPowerTheSameByEveryDoor() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put(
                "power",
                by(
                        "/api/v1/power",
                        "application/json",
                        """
                        {"vessel":"%s","unit":"MW","labels":{"consumer":"hotel","deck":"3 aft"},"readings":[
                          {"time":"2026-01-31T05:00:00+01:00","value":0.0101},
                          {"time":"2026-01-31T04:05:00.000000001Z","value":0.02025}]}"""));
        answers.put(
                "json",
                by(
                        READINGS,
                        "application/json",
                        """
                        {"vessel":"%s","readings":[
                          {"channel":"power","labels":{"deck":"3 aft","consumer":"hotel"},"unit":"kW",
                            "time":"2026-01-31T04:05:00.000000001Z","value":20.25},
                          {"channel":"power","labels":{"deck":"3 aft","consumer":"hotel"},"unit":"W",
                            "time":"2026-01-31T04:00:00Z","value":10100}]}"""));
        answers.put(
                "csv",
                by(
                        READINGS,
                        "text/csv",
                        """
                        channel,unit,label.deck,label.consumer,time,value,vessel
                        power,kW,3 aft,hotel,2026-01-31T04:00:00Z,10.1,%1$s
                        power,kW,3 aft,hotel,2026-01-31T04:05:00.000000001Z,20.25,%1$s
                        """));
        answers.put(
                "ndjson",
                by(
                        READINGS,
                        "application/x-ndjson",
                        """
                        {"vessel":"%1$s","channel":"power","labels":{"deck":"3 aft","consumer":"hotel"},"unit":"kW","time":"2026-01-31T04:00:00Z","value":10.1}
                        {"vessel":"%1$s","channel":"power","labels":{"deck":"3 aft","consumer":"hotel"},"unit":"kW","time":"2026-01-31T04:05:00.000000001Z","value":20.25}
                        """));
        String lines =
                """
                power,vessel=%1$s,consumer=hotel,deck=3\\ aft kW=10.1 1769832000000000000
                power,vessel=%1$s,consumer=hotel,deck=3\\ aft kW=20.25 1769832300000000001
                """;
        answers.put("line protocol 2", by("/api/v2/write", "text/plain", lines));
        answers.put("line protocol 1", by("/write", "text/plain", lines));
        answers.put(
                "iso19848",
                by(
                        PACKAGES,
                        "application/json",
                        table("/fairlead/power/consumer=hotel/deck=3%%20aft", "10.1", "20.25")));
        answers.put(
                "kafka",
                byKafka(
                        """
                        {"vessel":"%1$s","readings":[
                          {"channel":"power","labels":{"deck":"3 aft","consumer":"hotel"},"unit":"kW",
                            "time":"2026-01-31T04:00:00Z","value":10.1},
                          {"channel":"power","labels":{"deck":"3 aft","consumer":"hotel"},"unit":"kW",
                            "time":"2026-01-31T04:05:00.000000001Z","value":20.25}]}""",
                        "application/json"));

        assertAllTheSame(answers, "\"kWh\":");
    }

    @Test
    void shouldKeepANamedChannelTheSameByEveryDoor() {
        Map<String, String> answers = new LinkedHashMap<>();
        String json =
                """
                {"vessel":"%s","readings":[
                  {"channel":"propulsion.port.revolutions","time":"2026-01-31T04:00:00Z","value":12.1},
                  {"channel":"propulsion.port.revolutions","time":"2026-01-31T04:05:00.000000001Z","value":12.25}]}""";
        answers.put("json", by(READINGS, "application/json", json));
        answers.put(
                "csv",
                by(
                        READINGS,
                        "text/csv",
                        """
                        vessel,channel,time,value
                        %1$s,propulsion.port.revolutions,2026-01-31T04:00:00Z,12.1
                        %1$s,propulsion.port.revolutions,2026-01-31T04:05:00.000000001Z,12.25
                        """));
        answers.put(
                "line protocol",
                by(
                        "/api/v2/write",
                        "text/plain",
                        """
                        propulsion.port.revolutions,vessel=%1$s value=12.1 1769832000000000000
                        propulsion.port.revolutions,vessel=%1$s value=12.25 1769832300000000001
                        """));
        answers.put(
                "iso19848",
                by(PACKAGES, "application/json", table("/fairlead/propulsion.port.revolutions", "12.1", "12.25")));
        answers.put(
                "signalk",
                by(
                        "/api/v1/sensors/signalk",
                        "application/json",
                        """
                        {"context":"vessels.%s","updates":[
                          {"timestamp":"2026-01-31T04:00:00Z","values":[
                            {"path":"propulsion.port","value":{"revolutions":12.1}}]},
                          {"timestamp":"2026-01-31T04:05:00.000000001Z","values":[
                            {"path":"propulsion.port.revolutions","value":12.25}]}]}"""));
        answers.put("kafka", byKafka(json, "application/json"));

        assertAllTheSame(answers, "12.25");
    }

    @Test
    void shouldKeepALocalIdTheSameByEveryDoor() {
        String localId = "/dnv-v2/vis-3-7a/411.1/C101.31-2/meta/qty-power";
        Map<String, String> answers = new LinkedHashMap<>();
        String table = table(localId, "10.1", "20.25");
        answers.put("iso19848", by(PACKAGES, "application/json", table));
        answers.put("kafka", byKafka(table, "application/vnd.iso19848+json"));
        answers.put(
                "json",
                by(
                        READINGS,
                        "application/json",
                        """
                        {"vessel":"%%s","readings":[
                          {"channel":"%1$s","time":"2026-01-31T04:00:00Z","value":0.0101,"unit":"MW"},
                          {"channel":"%1$s","time":"2026-01-31T04:05:00.000000001Z","value":20.25}]}"""
                                .formatted(localId)));
        answers.put(
                "line protocol",
                by(
                        "/api/v2/write",
                        "text/plain",
                        """
                        %1$s,vessel=%%1$s value=10.1 1769832000000000000
                        %1$s,vessel=%%1$s value=20.25 1769832300000000001
                        """
                                .formatted(localId)));

        assertAllTheSame(answers, "\"kWh\":");
    }

    /** A package of two values; the vessel is named beside it. */
    private static String table(String id, String first, String second) {
        return """
                {"Package":{"TimeSeriesData":[{"TabularData":[{"DataChannelID":["%s"],"DataSet":[
                  {"TimeStamp":"2026-01-31T04:00:00Z","Value":["%s"]},
                  {"TimeStamp":"2026-01-31T04:05:00.000000001Z","Value":["%s"]}]}]}]}}"""
                .formatted(id, first, second);
    }

    /** What a fresh vessel's readings make that come by this door. */
    private String by(String path, String type, String body) {
        String vessel = newVessel();
        given().auth()
                .oauth2(Tokens.ship(vessel))
                .header("Content-Type", type)
                .body(body.formatted(vessel).getBytes(StandardCharsets.UTF_8))
                .post(path.equals(PACKAGES) ? path + "?vessel=" + vessel : path)
                .then()
                .statusCode(path.endsWith("write") ? 204 : 200);
        return answers(vessel);
    }

    private String byKafka(String body, String type) {
        String vessel = newVessel();
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topics.TELEMETRY_READINGS, vessel, body.formatted(vessel).getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/gateway",
                        "ce_type",
                        "telemetry.readings.reported",
                        "ce_subject",
                        vessel,
                        "content-type",
                        type,
                        "authorization",
                        "Bearer " + Tokens.ship(vessel))
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (TopicWriter gateway = TopicWriter.open()) {
            gateway.send(record);
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !get("/api/v1/sensors/" + vessel + "/latest")
                .extract()
                .jsonPath()
                .getList("items")
                .isEmpty());
        return answers(vessel);
    }

    private static void assertAllTheSame(Map<String, String> answers, String expected) {
        String first = answers.values().iterator().next();
        assertThat(first).contains(expected, "04:05:00.000000001Z");
        assertThat(answers).allSatisfy((door, answer) -> assertThat(answer).isEqualTo(first));
    }

    /** The channels, readings and windows of a vessel, without the ids. */
    private static String answers(String vessel) {
        JsonPath channels =
                get("/api/v1/sensors/" + vessel + "/channels").extract().jsonPath();
        StringBuilder answers = new StringBuilder(channels.prettify()).append('\n');
        List<String> ids = channels.getList("items.id");
        for (String id : ids) {
            answers.append(get("/api/v1/sensors/" + vessel + "/channels/" + id + "/readings")
                            .statusCode(200)
                            .extract()
                            .asString())
                    .append('\n');
        }
        answers.append(power(vessel, "2026-01-31T04:00:00Z", "2026-01-31T05:00:00Z")
                .statusCode(200)
                .extract()
                .asString());
        String text = answers.toString().replace(vessel, "VESSEL");
        for (String id : ids) {
            text = text.replace("\"id\": \"" + id + "\"", "\"id\": \"ID\"");
        }
        return text;
    }

    private String newVessel() {
        String code = "V" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(code, null);
        return code;
    }
}
