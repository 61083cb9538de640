package io.fairlead.telemetry.sensors;

import static io.fairlead.telemetry.Api.get;
import static io.restassured.RestAssured.given;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.telemetry.store.Sealer;
import io.fairlead.testkit.Tokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A fresh vessel with one sensor, and the calls about it.
 *
 * @param sensor a name that no other vessel has
 */
public record Sample(Sealer sealer, String vessel, String sensor) {

    public static final Instant START = Instant.parse("2026-01-31T00:00:00Z");
    public static final int DAYS = 4;
    public static final int PER_DAY = 500;

    public static Sample of(KnownVessels vessels, Sealer sealer) {
        String vessel = "D" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(vessel, null);
        return new Sample(sealer, vessel, "temperature_" + vessel);
    }

    /** Reports some days of readings, each day's sealed into a block of its own. */
    public void days() {
        for (int day = 0; day < DAYS; day++) {
            Instant begin = START.plus(Duration.ofDays(day));
            send(
                    vessel,
                    "text/csv",
                    IntStream.range(0, PER_DAY)
                            .mapToObj(i -> "%s,%s,%s,%d,degC".formatted(vessel, sensor, begin.plusSeconds(i * 60L), i))
                            .collect(Collectors.joining("\r\n", "vessel,channel,time,value,unit\r\n", "\r\n")));
        }
        sealer.seal().await().indefinitely();
    }

    public static ValidatableResponse send(String ship, String type, String body) {
        return given().auth()
                .oauth2(Tokens.ship(ship))
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/sensors/readings")
                .then()
                .statusCode(200);
    }

    /** Reads a path, encoded already, as media types. */
    static Response accept(String types, String path) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.viewer())
                .accept(types)
                .get(path);
    }

    /** The path of the sensor's readings on all vessels. */
    String fleet() {
        return "/api/v1/sensors/readings?channel=" + sensor;
    }

    /** The path of its readings on this vessel. */
    String readings() {
        return "/api/v1/sensors/%s/channels/%s/readings?start=2020-01-01T00:00:00Z".formatted(vessel, channel());
    }

    String channel() {
        return get("/api/v1/sensors/" + vessel + "/channels")
                .extract()
                .path("items.find { it.name == '%s' }.id".formatted(sensor));
    }
}
