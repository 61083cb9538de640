package io.fairlead.telemetry.influx;

import static io.fairlead.telemetry.Api.get;
import static io.fairlead.telemetry.Api.power;
import static io.fairlead.telemetry.Api.reportPower;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
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
class WriteTest {

    private static final String V2 = "/api/v2/write?org=fleet&bucket=readings";

    @Inject
    KnownVessels vessels;

    private String vessel;

    @BeforeEach
    void register() {
        vessel = newVessel();
    }

    @Test
    void shouldMakeTheSameWindowsAndReadingsAsThePlainDoor() {
        String other = newVessel();
        reportPower(
                        other,
                        """
                {"vessel":"%s","unit":"kW","labels":{"consumer":"hotel"},"readings":[
                  {"time":"2026-01-31T04:00:00Z","value":10},{"time":"2026-01-31T04:05:00Z","value":20.25}]}"""
                                .formatted(other))
                .statusCode(200);

        write(
                        V2 + "&precision=s",
                        line("power,consumer=hotel,vessel=%s kW=10 1769832000\n")
                                + line("power,vessel=%s,consumer=hotel kW=20.25 1769832300"))
                .statusCode(204);

        assertThat(windows(vessel))
                .isEqualTo(windows(other).replace(other, vessel))
                .contains("2026-01-31T04:15:00Z");
        assertThat(readings(vessel)).isEqualTo(readings(other));
    }

    @Test
    void shouldNameAChannelByMeasurementAndField() {
        write("/write?db=any&precision=m", line("engine,vessel=%s,no=1 value=7i,rpm=720.5,state=\"on\" 29497200"))
                .statusCode(204);

        get("/api/v1/sensors/" + vessel + "/channels")
                .body("items.name", contains("engine", "engine.rpm", "engine.state"))
                .body("items.labels.no", contains("1", "1", "1"));
        get("/api/v1/sensors/" + vessel + "/latest")
                .body("items.find { it.channel.name == 'engine.state' }.reading.text", equalTo("on"))
                .body("items.find { it.channel.name == 'engine' }.reading.time", equalTo("2026-01-31T04:00:00Z"));
    }

    @Test
    void shouldKeepNothingWhenALineIsWrong() {
        write(V2, line("m,vessel=%s v=1\nm,vessel=%<s v=\nm v=1\nm,vessel=%<s v=1 -5"))
                .statusCode(400)
                .body("code", equalTo("invalid"), "line", equalTo(2))
                .body("message", startsWith("line 2: Field 'v' has no valid value.\nline 3: The tag 'vessel'"));

        get("/api/v1/sensors/" + vessel + "/channels").body("items", hasSize(0));
        write(V2, "").statusCode(400).body("code", equalTo("invalid"));
        write(V2 + "&precision=h", line("m,vessel=%s v=1")).statusCode(400);
        write(V2, line("power,vessel=%s kW=-1")).statusCode(400).body("line", equalTo(1));
    }

    @Test
    void shouldRefuseAnotherVessel() {
        String other = newVessel();

        write(V2, line("m,vessel=%s v=1\n") + "m,vessel=" + other + " v=1")
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        get("/api/v1/sensors/" + vessel + "/channels").body("items", hasSize(0));

        post(V2, request(Tokens.ship(vessel, other)), line("m,vessel=%s v=1\n") + "m,vessel=" + other + " v=1")
                .statusCode(204);
        get("/api/v1/sensors/" + other + "/channels").body("items.name", contains("m.v"));
    }

    @Test
    void shouldUnpackGzipWithinABound() throws IOException {
        byte[] packed = gzip(line("m,vessel=%s v=1").getBytes(StandardCharsets.UTF_8));
        byte[] bomb = gzip(new byte[65 << 20]);

        gzipped(packed).statusCode(204);
        gzipped(bomb).statusCode(413).body("code", equalTo("request too large"));
        gzipped("m v=1".getBytes(StandardCharsets.UTF_8)).statusCode(400);
    }

    @Test
    void shouldTakeTheTokenAsClientsBringIt() {
        String token = Tokens.ship(vessel);

        post(V2, given().header("Authorization", "Token " + token), line("m,vessel=%s v=1"))
                .statusCode(204);
        post("/write", given().auth().preemptive().basic("any", token), line("m,vessel=%s v=2"))
                .statusCode(204);
        post(V2, given().header("Authorization", "Token none"), "m v=1").statusCode(401);
        post(V2, given().header("Authorization", "Basic ?"), "m v=1").statusCode(401);
        post("/write", given(), "m v=1").statusCode(401);
    }

    @Test
    void shouldTakeABodyWithoutAByteAsEachVersionDoes() {
        write("/write", "").statusCode(204);
        write(V2, "").statusCode(400);
    }

    @Test
    void shouldAnswerTheQuestionsWithWhichAgentsBegin() {
        String ship = Tokens.ship(vessel);

        request(ship)
                .contentType("application/x-www-form-urlencoded")
                .body("q=CREATE+DATABASE+%22fleet%22")
                .post("/query")
                .then()
                .statusCode(200)
                .body("results[0].statement_id", equalTo(0));
        query(ship, "create database fleet")
                .accept("application/x-msgpack")
                .post("/query")
                .then()
                .statusCode(200);
        query(ship, "show databases;")
                .get("/query")
                .then()
                .body("results[0].series[0].values[0][0]", equalTo("fairlead"));
        query(ship, "DROP DATABASE fleet")
                .post("/query")
                .then()
                .statusCode(400)
                .body("error", startsWith("Only SHOW DATABASES"));
        request(ship).get("/query").then().statusCode(400);
        query(Tokens.viewer(), "SHOW DATABASES").get("/query").then().statusCode(403);
    }

    private static RequestSpecification query(String token, String statement) {
        return given().auth().preemptive().basic("any", token).queryParam("q", statement);
    }

    @Test
    void shouldAnswerPing() {
        given().get("/ping").then().statusCode(204).header("X-Influxdb-Version", notNullValue());
        given().head("/ping").then().statusCode(204);
    }

    private ValidatableResponse write(String path, String lines) {
        return post(path, request(Tokens.ship(vessel)), lines);
    }

    private static RequestSpecification request(String token) {
        return given().auth().oauth2(token);
    }

    private static ValidatableResponse post(String path, RequestSpecification request, String lines) {
        return request.contentType("text/plain; charset=utf-8")
                .body(lines)
                .post(path)
                .then();
    }

    private ValidatableResponse gzipped(byte[] body) {
        return request(Tokens.ship(vessel))
                .header("Content-Encoding", "gzip")
                .contentType("application/octet-stream")
                .body(body)
                .post(V2)
                .then();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private String line(String line) {
        return line.formatted(vessel);
    }

    private static String windows(String vessel) {
        return power(vessel, "2026-01-31T04:00:00Z", "2026-01-31T05:00:00Z")
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String readings(String vessel) {
        String id = get("/api/v1/sensors/" + vessel + "/channels").extract().path("items[0].id");
        return get("/api/v1/sensors/" + vessel + "/channels/" + id + "/readings")
                .statusCode(200)
                .extract()
                .asString();
    }

    private String newVessel() {
        String code = "V" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(code, null);
        return code;
    }
}
