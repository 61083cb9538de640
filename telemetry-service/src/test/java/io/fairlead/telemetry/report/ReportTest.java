package io.fairlead.telemetry.report;

import static io.fairlead.telemetry.Api.get;
import static io.fairlead.telemetry.Api.power;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FairleadTest
class ReportTest {

    private static final String PATH = "/api/v1/sensors/readings";

    @Inject
    KnownVessels vessels;

    private String vessel;

    @BeforeEach
    void register() {
        vessel = newVessel();
    }

    @Test
    void shouldKeepNumbersTextsLabelsAndOriginalTimes() {
        json("""
                {"channel":"rpm","labels":{"engine":"port"},"time":"2026-01-31T05:00:00.000000001+01:00","value":720.5,
                  "unit":"rpm","quality":"good"},
                {"channel":"state","time":"2026-01-31T04:00:00Z","value":"running"},
                {"channel":"open","time":"2026-01-31T04:00:00Z","value":true},
                {"channel":"code","time":"2026-01-31T04:00:00Z","text":"12"},
                {"channel":"mean","start":"2026-01-31T04:00:00Z","time":"2026-01-31T05:00:00Z","value":-1e-3}""")
                .statusCode(200)
                .body("accepted", equalTo(5), "duplicate", equalTo(0), "rejected", equalTo(0));

        get("/api/v1/sensors/" + vessel + "/latest")
                .body("items.channel.name", contains("code", "mean", "open", "rpm", "state"))
                .body("items[0].reading.text", equalTo("12"), "items[0].reading.value", nullValue())
                .body("items[1].reading.start", equalTo("2026-01-31T04:00:00Z"))
                .body("items[1].reading.value", equalTo(-0.001f), "items[2].reading.text", equalTo("true"))
                .body("items[3].channel.labels.engine", equalTo("port"), "items[3].channel.unit", equalTo("rpm"))
                .body("items[3].reading.time", equalTo("2026-01-31T04:00:00.000000001Z"))
                .body("items[3].reading.quality", equalTo("good"), "items[4].reading.text", equalTo("running"));
    }

    @Test
    void shouldChangeNothingWhenSentAgainAndCorrectWhenTheValueDiffers() {
        String reading = "{\"channel\":\"rpm\",\"time\":\"2026-01-31T04:00:00Z\",\"value\":%d}";
        json(reading.formatted(1)).body("accepted", equalTo(1));

        json(reading.formatted(1) + "," + reading.formatted(1)).body("accepted", equalTo(0), "duplicate", equalTo(2));
        json(reading.formatted(2)).body("accepted", equalTo(1), "duplicate", equalTo(0));
    }

    @Test
    void shouldTakeSeveralVesselsOrNone() {
        String other = newVessel();
        String third = newVessel();
        String lines = line(vessel, 1) + line(other, 2) + line(vessel, 3);

        send("application/x-ndjson", Tokens.ship(vessel), lines).statusCode(403);
        get("/api/v1/sensors/" + vessel + "/channels").body("items", hasSize(0));
        send("application/x-ndjson", Tokens.ship(vessel, other, "V0"), lines + line("V0", 4) + "{\"channel\":\"\"}")
                .statusCode(400)
                .body("errors.pointer", contains("#/lines/5/vessel", "#/lines/4/vessel"));
        get("/api/v1/sensors/" + vessel + "/channels").body("items", hasSize(0));

        send("application/x-ndjson", Tokens.ship(vessel, other, third), lines)
                .statusCode(200)
                .body("accepted", equalTo(3));
        get("/api/v1/sensors/" + other + "/latest").body("items.reading.value", contains(2f));
    }

    @Test
    void shouldReadCsvWithColumnsInAnyOrder() {
        send(
                        "text/csv; charset=utf-8",
                        Tokens.ship(vessel),
                        "time,label.engine,channel,vessel,value\r\n2026-01-31T04:00:00Z,port,rpm,%s,720.5\r\n"
                                .formatted(vessel))
                .statusCode(200)
                .body("accepted", equalTo(1));
        get("/api/v1/sensors/" + vessel + "/channels").body("items.labels.engine", contains("port"));

        send(
                        "text/csv",
                        Tokens.ship(vessel),
                        "time,channel,vessel,value\nnow,rpm,%1$s,1\n2026-01-31T04:00:00Z,rpm,%1$s,1e999\n"
                                .formatted(vessel))
                .statusCode(400)
                .body("errors.pointer", contains("#/rows/2/time", "#/rows/3/value"));
    }

    @Test
    void shouldFollowTheRulesOfThePlainDoorForPower() {
        json("{\"channel\":\"power\",\"time\":\"2026-01-31T04:00:00Z\",\"value\":1}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/readings/0/unit"), "errors[0].detail", containsString("kW"));
        json("{\"channel\":\"energy\",\"unit\":\"kW\",\"time\":\"2026-01-31T04:00:00Z\",\"value\":1}")
                .statusCode(400);
        json("{\"channel\":\"power\",\"unit\":\"kW\",\"time\":\"2026-01-31T04:00:00Z\",\"value\":-1}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/readings/0/value"));

        json("{\"channel\":\"power\",\"unit\":\"MW\",\"time\":\"2026-01-31T04:30:00Z\",\"start\":"
                        + "\"2026-01-31T04:00:00Z\",\"value\":0.01}")
                .statusCode(200);
        power(vessel, "2026-01-31T04:00:00Z", "2026-01-31T05:00:00Z").body("windows.kWh", contains(2.5f, 2.5f));
    }

    @Test
    void shouldKeepTheUnitOfAChannel() {
        String reading = "{\"channel\":\"t\",\"time\":\"2026-01-31T04:00:0%dZ\",\"value\":1,\"unit\":\"%s\"}";
        json(reading.formatted(0, "K")).statusCode(200);

        json(reading.formatted(1, "degC")).statusCode(400).body("errors[0].pointer", equalTo("#/readings/0/unit"));
        json(reading.formatted(1, "K")).statusCode(200);
        json(reading.formatted(1, "x").replace("\"t\"", "\"new\"")
                        + ","
                        + reading.formatted(2, "y").replace("\"t\"", "\"new\""))
                .statusCode(400)
                .body("errors.pointer", contains("#/readings/1/unit"));
    }

    @Test
    void shouldNameEachWrongField() {
        json("""
                {"channel":"","time":"2026-01-31T04:00:00Z","value":1},
                {"channel":"a","time":"2026-01-31","value":1},
                {"channel":"a","time":"2026-01-31T04:00:00Z"},
                {"channel":"a","time":"2026-01-31T04:00:00Z","start":"2026-01-31T04:00:00Z","value":1},
                {"channel":"a","time":"2026-01-31T04:00:00Z","value":1,"labels":{"":"x"}},
                {"channel":"a","time":"2026-01-31T04:00:00Z","value":1,"quality":""},
                {"channel":"a\\ud800","time":"2026-01-31T04:00:00Z","value":1}""")
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body(
                        "errors.pointer",
                        contains(
                                "#/readings/0/channel",
                                "#/readings/1/time",
                                "#/readings/2/value",
                                "#/readings/3/start",
                                "#/readings/4/labels/",
                                "#/readings/5/quality",
                                "#/readings/6/channel"));
        json("{\"channel\":\"a\",\"time\":\"2026-01-31T04:00:00Z\",\"value\":1,\"vesel\":\"x\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/readings/0/vesel"));
        json("").statusCode(400).body("errors[0].pointer", equalTo("#/readings"));
    }

    @Test
    void shouldUnpackGzipWithinABound() throws IOException {
        byte[] body = line(vessel, 1).getBytes(StandardCharsets.UTF_8);

        packed("gzip", gzip(body)).statusCode(200);
        packed("gzip", gzip(new byte[65 << 20])).statusCode(413);
        packed("gzip", body).statusCode(400);
        packed("br", body).statusCode(415);
        send("text/plain", Tokens.ship(vessel), "x").statusCode(415);
    }

    @Test
    void shouldAnswerTheSameWhenTheIdempotencyKeyComesAgain() {
        for (boolean again : new boolean[] {false, true}) {
            request(Tokens.ship(vessel))
                    .header("Idempotency-Key", "key-" + vessel)
                    .header("Content-Type", "application/x-ndjson")
                    .body(line(vessel, 1).getBytes(StandardCharsets.UTF_8))
                    .post(PATH)
                    .then()
                    .statusCode(200)
                    .body("accepted", equalTo(1))
                    .header("Idempotent-Replayed", again ? equalTo("true") : nullValue());
        }
    }

    private ValidatableResponse json(String readings) {
        return send(
                "application/json",
                Tokens.ship(vessel),
                "{\"vessel\":\"%s\",\"readings\":[%s]}".formatted(vessel, readings));
    }

    private static String line(String vessel, int value) {
        return "{\"vessel\":\"%s\",\"channel\":\"rpm\",\"time\":\"2026-01-31T04:00:0%dZ\",\"value\":%d}\n"
                .formatted(vessel, value, value);
    }

    private static ValidatableResponse send(String type, String token, String body) {
        return request(token)
                .header("Content-Type", type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(PATH)
                .then();
    }

    private ValidatableResponse packed(String encoding, byte[] body) {
        return request(Tokens.ship(vessel))
                .header("Content-Encoding", encoding)
                .header("Content-Type", "application/x-ndjson")
                .body(body)
                .post(PATH)
                .then();
    }

    private static RequestSpecification request(String token) {
        return given().auth().oauth2(token);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private String newVessel() {
        String code = "V" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(code, null);
        return code;
    }
}
