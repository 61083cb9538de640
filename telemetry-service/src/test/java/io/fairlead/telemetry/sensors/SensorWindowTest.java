package io.fairlead.telemetry.sensors;

import static io.fairlead.telemetry.Api.get;
import static io.fairlead.telemetry.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.telemetry.store.Compactor;
import io.fairlead.telemetry.store.Sealer;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FairleadTest
class SensorWindowTest {

    private static final long START = Instant.parse("2026-01-31T00:00:00Z").getEpochSecond();

    @Inject
    KnownVessels vessels;

    @Inject
    Sealer sealer;

    @Inject
    Compactor compactor;

    private String vessel;
    private String sensor;
    private final TreeMap<Long, Integer> sent = new TreeMap<>();

    @BeforeEach
    void register() {
        vessel = "W" + UUID.randomUUID().toString().substring(0, 8);
        sensor = "temperature_" + vessel;
        vessels.active(vessel, null);
    }

    @Test
    void shouldAnswerTheSameFromSummariesAndFromReadings() {
        Random random = new Random(1);
        for (int piece = 0; piece < 6; piece++) {
            TreeMap<Long, Integer> readings = new TreeMap<>();
            for (int i = 0; i < 300; i++) {
                readings.put(START + random.nextInt(86_400), random.nextInt(1000));
            }
            write(vessel, readings);
            if (piece % 2 == 0) {
                sealer.seal().await().indefinitely();
            }
        }
        String before = windows("PT1H");

        sealer.seal().await().indefinitely();
        compactor.compact().await().indefinitely();

        assertThat(windows("PT1H")).isEqualTo(before);
        TreeMap<Long, Integer> greatest = new TreeMap<>();
        sent.forEach((time, value) -> greatest.merge(time / 3600 * 3600, value, Math::max));
        get(path("PT1H"))
                .body(
                        "windows.max",
                        equalTo(greatest.values().stream()
                                .map(Integer::floatValue)
                                .collect(Collectors.toList())));
        get(path("PT7M")).body("windows.count.sum()", equalTo(sent.size()));
    }

    @Test
    void shouldGiveEveryFunctionThatIsAskedFor() {
        write(vessel, new TreeMap<>(java.util.Map.of(START, 3, START + 60, 1, START + 120, 2)));

        get("/api/v1/sensors/%s/windows?start=2026-01-31T00:00:00Z&end=2026-02-01T00:00:00Z".formatted(vessel)
                        + "&function=count&function=mean&function=min&function=max&function=sum&function=first&function=last")
                .statusCode(200)
                .body("items", hasSize(1), "items[0].vessel", equalTo(vessel))
                .body("items[0].windows.start", contains("2026-01-31T00:00:00Z"))
                .body("items[0].windows.end", contains("2026-01-31T00:15:00Z"))
                .body("items[0].windows.count", contains(3), "items[0].windows.mean", contains(2f))
                .body("items[0].windows.min", contains(1f), "items[0].windows.max", contains(3f))
                .body("items[0].windows.sum", contains(6f))
                .body("items[0].windows.first", contains(3f), "items[0].windows.last", contains(2f));
    }

    @Test
    void shouldCombineTheVesselsWhenAsked() {
        String other = vessel + "b";
        vessels.active(other, null);
        write(vessel, new TreeMap<>(java.util.Map.of(START, 3)));
        write(other, new TreeMap<>(java.util.Map.of(START + 1, 5)));
        String fleet = "/api/v1/sensors/windows?channel=%s&start=2026-01-31T00:00:00Z&end=2026-02-01T00:00:00Z"
                .formatted(sensor);

        get(fleet + "&function=max&interval=PT1H&combined=true")
                .statusCode(200)
                .body("items.windows.flatten().max", contains(5f));
        get(fleet + "&combined=yes").statusCode(400).body("errors[0].parameter", equalTo("combined"));
        get(fleet).body("items.vessel", contains(vessel, other));
        get(fleet + "&vessel=" + other).body("items.vessel", contains(other));
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.viewerOf(other))
                .get(fleet)
                .then()
                .statusCode(200)
                .body("items.vessel", contains(other));
    }

    @Test
    void shouldNameTheParameterWhenItIsBad() {
        String path = "/api/v1/sensors/" + vessel + "/windows?start=2026-01-31T00:00:00Z&end=2026-02-01T00:00:00Z";

        get("/api/v1/sensors/" + vessel + "/windows")
                .statusCode(400)
                .body("errors.parameter", contains("start", "end"));
        get(path + "&interval=15m").statusCode(400).body("errors.parameter", contains("interval"));
        get(path + "&interval=PT1S").statusCode(400).body("errors.parameter", contains("interval"));
        get(path + "&function=median").statusCode(400).body("errors.parameter", contains("function"));
        get("/api/v1/sensors/windows?start=2026-01-31T00:00:00Z&end=2026-02-01T00:00:00Z")
                .statusCode(400)
                .body("errors.parameter", contains("channel"));
        get("/api/v1/sensors/%s/channels/0/windows?start=2026-01-31T00:00:00Z&end=2026-02-01T00:00:00Z"
                        .formatted(vessel))
                .statusCode(404);
    }

    private void write(String to, TreeMap<Long, Integer> readings) {
        String lines = readings.entrySet().stream()
                .map(reading -> "%s,vessel=%s value=%d %d".formatted(sensor, to, reading.getValue(), reading.getKey()))
                .collect(Collectors.joining("\n"));
        post("/api/v2/write?precision=s", Tokens.ship(to), lines).statusCode(204);
        sent.putAll(readings);
    }

    private String windows(String interval) {
        return get(path(interval)).statusCode(200).extract().asString();
    }

    private String path(String interval) {
        String channel =
                get("/api/v1/sensors/" + vessel + "/channels").extract().path("items[0].id");
        return "/api/v1/sensors/%s/channels/%s/windows?start=2026-01-31T00:00:00Z&end=2026-02-01T00:00:00Z&interval=%s"
                        .formatted(vessel, channel, interval)
                + "&function=count&function=max&function=first&function=last";
    }
}
