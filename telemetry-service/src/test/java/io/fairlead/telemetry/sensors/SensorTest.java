package io.fairlead.telemetry.sensors;

import static io.fairlead.telemetry.Api.get;
import static io.fairlead.telemetry.Api.reportPower;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FairleadTest
class SensorTest {

    @Inject
    KnownVessels vessels;

    private String vessel;

    @BeforeEach
    void report() {
        vessel = "V" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(vessel, null);
        reportPower(
                        vessel,
                        """
                {"vessel":"%s","unit":"kW","labels":{"consumer":"hotel"},"readings":[
                  {"time":"2026-01-31T04:10:00.000000001Z","value":0.1},
                  {"time":"2026-01-31T05:00:00+01:00","value":3},
                  {"time":"2026-01-31T04:05:00Z","value":2},
                  {"start":"2026-01-31T03:00:00Z","end":"2026-01-31T04:00:00Z","value":8}]}"""
                                .formatted(vessel))
                .statusCode(200)
                .body("accepted", equalTo(4));
    }

    @Test
    void shouldListChannelsPageByPage() {
        var first = get("/api/v1/sensors/" + vessel + "/channels?limit=1")
                .statusCode(200)
                .body("items", hasSize(1))
                .extract();
        String link = first.header("Link");
        assertThat(link).endsWith("; rel=\"next\"");

        get(link.substring(1, link.indexOf('>')))
                .statusCode(200)
                .body("items", hasSize(1), "next", nullValue(), "items[0].labels.consumer", equalTo("hotel"));
    }

    @Test
    void shouldGiveReadingsBackInTheOrderOfTheirOriginalTimes() {
        String readings = "/api/v1/sensors/%s/channels/%s/readings".formatted(vessel, channel("power"));

        String next = get(readings + "?limit=2")
                .statusCode(200)
                .body("items.time", contains("2026-01-31T04:00:00Z", "2026-01-31T04:05:00Z"))
                .body("items.value", contains(3f, 2f))
                .extract()
                .path("next");
        get(readings + "?limit=2&cursor=" + next)
                .body("items.time", contains("2026-01-31T04:10:00.000000001Z"))
                .body("items.value", contains(0.1f), "next", nullValue());
        get(readings + "?start=2026-01-31T04:05:00Z&end=2026-01-31T04:10:00Z")
                .body("items.time", contains("2026-01-31T04:05:00Z"));
        get("/api/v1/sensors/%s/channels/%s/readings".formatted(vessel, channel("energy")))
                .body("items[0].start", equalTo("2026-01-31T03:00:00Z"))
                .body("items[0].time", equalTo("2026-01-31T04:00:00Z"));
    }

    @Test
    void shouldListTheNewestReadingOfEachChannel() {
        get("/api/v1/sensors/" + vessel + "/latest")
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.find { it.channel.quantity == 'power' }.reading.value", equalTo(0.1f));
    }

    @Test
    void shouldAnswer404WhenThereIsNoSuchVesselOrChannel() {
        get("/api/v1/sensors/V0/channels").statusCode(404);
        get("/api/v1/sensors/V%00/channels").statusCode(400);
        get("/api/v1/sensors/V0/latest").statusCode(404);
        get("/api/v1/sensors/" + vessel + "/channels/0/readings").statusCode(404);
        vessels.active("V-other", null);
        get("/api/v1/sensors/V-other/channels/" + channel("power") + "/readings")
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.viewerOf("V-other"))
                .get("/api/v1/sensors/" + vessel + "/channels")
                .then()
                .statusCode(404);
    }

    @Test
    void shouldNameTheParameterWhenItIsBad() {
        String readings = "/api/v1/sensors/%s/channels/%s/readings".formatted(vessel, channel("power"));

        get(readings + "?start=now").statusCode(400).body("errors.parameter", contains("start"));
        get(readings + "?limit=0").statusCode(400).body("errors.parameter", contains("limit"));
        get(readings + "?cursor=x").statusCode(400).body("errors.parameter", contains("cursor"));
    }

    private String channel(String name) {
        return get("/api/v1/sensors/" + vessel + "/channels")
                .extract()
                .path("items.find { it.name == '%s' }.id".formatted(name));
    }
}
