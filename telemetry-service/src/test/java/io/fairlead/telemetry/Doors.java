package io.fairlead.telemetry;

import static io.fairlead.telemetry.Api.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testkit.Tokens;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/**
 * Sends the same readings by several doors, each time as a fresh vessel's, and compares all that can be read of them.
 * In a body, {@code VESSEL} is the vessel's code.
 */
final class Doors {

    private static final String PACKAGES = "/api/v1/sensors/iso19848";
    private static final String ISO_19848 = "application/vnd.iso19848+json";
    private static final String JSON = "application/json";

    private final KnownVessels vessels;
    private final Map<String, String> answers = new LinkedHashMap<>();

    Doors(KnownVessels vessels) {
        this.vessels = vessels;
    }

    Doors power(String body) {
        return http("power", "/api/v1/power", JSON, body);
    }

    /** By HTTP and by Kafka. */
    Doors json(String body) {
        return readings("json", JSON, body).kafka("kafka", JSON, body);
    }

    Doors csv(String rows) {
        return readings("csv", "text/csv", rows);
    }

    Doors ndjson(String lines) {
        return readings("ndjson", "application/x-ndjson", lines);
    }

    /** By both versions' doors. */
    Doors lines(String lines) {
        return http("line protocol 2", "/api/v2/write", "text/plain", lines)
                .http("line protocol 1", "/write", "text/plain", lines);
    }

    /** By HTTP and by Kafka. */
    Doors iso19848(String body) {
        return http("iso19848", PACKAGES, ISO_19848, body).kafka("iso19848 by kafka", ISO_19848, body);
    }

    Doors signalK(String body) {
        return http("signalk", "/api/v1/sensors/signalk", JSON, body);
    }

    /** Fails unless the answers are the same, byte for byte, and hold this. */
    void assertAllTheSame(int doors, String... expected) {
        String first = answers.values().iterator().next();
        assertThat(answers).hasSize(doors);
        assertThat(first).contains(expected);
        assertThat(answers).allSatisfy((door, answer) -> assertThat(answer).isEqualTo(first));
    }

    private Doors readings(String door, String type, String body) {
        return http(door, "/api/v1/sensors/readings", type, body);
    }

    private Doors http(String door, String path, String type, String body) {
        String vessel = newVessel();
        given().auth()
                .oauth2(Tokens.ship(vessel))
                .header("Content-Type", type)
                .body(bytes(body.replace("VESSEL", vessel)))
                .post(path.equals(PACKAGES) ? path + "?vessel=" + vessel : path)
                .then()
                .statusCode(path.endsWith("write") ? 204 : 200);
        answers.put(door, answers(vessel));
        return this;
    }

    private Doors kafka(String door, String type, String body) {
        String vessel = newVessel();
        Gateway.send(vessel, vessel, Tokens.ship(vessel), type, body.replace("VESSEL", vessel));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !items(vessel, "latest").getList("items").isEmpty());
        answers.put(door, answers(vessel));
        return this;
    }

    /** The channels, readings, newest readings and windows of a vessel, without the ids. */
    private static String answers(String vessel) {
        JsonPath channels = items(vessel, "channels");
        List<String> ids = channels.getList("items.id");
        StringBuilder answers = new StringBuilder(channels.prettify()).append('\n');
        for (String id : ids) {
            answers.append(text("/api/v1/sensors/" + vessel + "/channels/" + id + "/readings"));
        }
        answers.append(items(vessel, "latest").prettify())
                .append('\n')
                .append(Api.power(vessel, "2026-01-31T04:00:00Z", "2026-01-31T05:00:00Z")
                        .statusCode(200)
                        .extract()
                        .asString());
        String text = answers.toString().replace(vessel, "VESSEL");
        for (String id : ids) {
            text = text.replace("\"id\": \"" + id + "\"", "\"id\": \"ID\"");
        }
        return text;
    }

    private static JsonPath items(String vessel, String what) {
        return get("/api/v1/sensors/" + vessel + "/" + what)
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String text(String path) {
        return get(path).statusCode(200).extract().asString() + "\n";
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
