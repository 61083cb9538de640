package io.fairlead.telemetry.power;

import static io.fairlead.telemetry.Api.get;
import static io.fairlead.telemetry.Api.post;
import static io.fairlead.telemetry.Api.power;
import static io.fairlead.telemetry.Api.reportPower;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FairleadTest
class PowerRefusalTest {

    private static final String GOOD = "{\"time\":\"2026-01-31T04:00:00Z\",\"value\":1}";

    @Inject
    KnownVessels vessels;

    @BeforeEach
    void register() {
        vessels.active("MV102", null);
        vessels.active("MV103", null);
        vessels.retired("MV199", null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"time\":\"2026-01-31T04:00:00Z\",\"value\":-1} | #/readings/1/value",
                "{\"time\":\"2026-01-31T04:00:00Z\",\"value\":1e400} | #/readings/1/value",
                "{\"time\":\"2026-01-31T04:00:00Z\",\"value\":1e999999999} | #/readings/1/value",
                "{\"time\":\"2026-01-31T04:00:00Z\",\"value\":\"NaN\"} | #/readings/1/value",
                "{\"time\":\"2026-01-31T04:00:00Z\",\"value\":\"Infinity\"} | #/readings/1/value",
                "{\"time\":\"2026-01-31T04:00:00Z\",\"value\":NaN} | #",
                "{\"time\":\"2026-01-31T04:00:00Z\"} | #/readings/1/value",
                "{\"value\":1} | #/readings/1/time",
                "{\"time\":\"yesterday\",\"value\":1} | #/readings/1/time",
                "{\"time\":\"2026-01-31T04:00:00\",\"value\":1} | #/readings/1/time",
                "{\"time\":\"2126-01-31T04:00:00Z\",\"value\":1} | #/readings/1/time",
                "{\"time\":\"1900-01-31T04:00:00Z\",\"value\":1} | #/readings/1/time",
                "{\"start\":\"2026-01-31T04:00:00Z\",\"value\":1} | #/readings/1/end",
                "{\"start\":\"2026-01-31T04:00:00Z\",\"end\":\"2026-01-31T04:00:00Z\",\"value\":1} | #/readings/1/end",
                "{\"start\":\"2026-01-01T04:00:00Z\",\"end\":\"2026-03-01T04:00:00Z\",\"value\":1} | #/readings/1/end",
                "{\"time\":\"2026-01-31T04:00:00Z\",\"value\":2} | #/readings/1",
                "{\"time\":\"2026-01-31T04:10:00Z\",\"value\":2,\"colour\":1} | #/readings/1/colour",
                "null | #/readings/1",
            })
    void shouldNameTheFieldWhenAReadingIsBad(String reading, String pointer) {
        reportPower("MV102", body("MV102", GOOD, reading))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer));

        get("/api/v1/sensors/MV102/channels").body("items", hasSize(0));
    }

    @Test
    void shouldNameEveryFieldWhenSeveralAreBad() {
        reportPower("MV102", "{\"vessel\":\"MV102\",\"unit\":\"hp\",\"readings\":[],\"labels\":{\"a/b\":\"\"}}")
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("#/unit", "#/readings", "#/labels/a~1b"));
        reportPower("MV102", "{\"vessel\":\"MV102\"}")
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("#/unit", "#/readings"));
        reportPower("MV102", "{}").statusCode(400).body("errors.pointer", contains("#/vessel"));
        reportPower("MV102", "{\"vessel\":\" \"}").statusCode(400).body("errors.pointer", contains("#/vessel"));
        reportPower("MV102", "").statusCode(400);
        reportPower("MV102", "[]").statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "flow | kWh | {~time~:~2026-01-31T04:00:00Z~,~value~:1} | #/quantity",
                "counter | kW | {~time~:~2026-01-31T04:00:00Z~,~value~:1} | #/quantity",
                "power | kWh | {~time~:~2026-01-31T04:00:00Z~,~value~:1} | #/quantity",
                "counter | kWh | {~start~:~2026-01-31T04:00:00Z~,~end~:~2026-01-31T05:00:00Z~,~value~:1} | #/readings/0",
                "counter | kWh | {~time~:~2026-01-31T04:00:00Z~,~value~:-1} | #/readings/0/value",
            })
    void shouldNameTheFieldWhenAQuantityIsBad(String quantity, String unit, String reading, String pointer) {
        String body = "{'vessel':'MV102','quantity':'%s','unit':'%s','readings':[%s]}"
                .formatted(quantity, unit, reading)
                .replace('\'', '"')
                .replace('~', '"');
        reportPower("MV102", body).statusCode(400).body("errors.pointer", contains(pointer));
    }

    @Test
    void shouldRefuseAVesselThatIsUnknownOrRetired() {
        post("/api/v1/power", Tokens.admin(), body("MV000", GOOD))
                .statusCode(400)
                .body("errors.pointer", contains("#/vessel"));
        reportPower("MV199", body("MV199", GOOD)).statusCode(400).body("errors.pointer", contains("#/vessel"));
        power("MV000", "2026-01-31T04:00:00Z", "2026-01-31T05:00:00Z").statusCode(404);
        power("MV199", "2026-01-31T04:00:00Z", "2026-01-31T05:00:00Z").statusCode(200);
    }

    @Test
    void shouldForbidWritingWhenTheTokenDoesNotSpeakForTheVessel() {
        reportPower("MV103", body("MV102", GOOD)).statusCode(403).contentType("application/problem+json");
        post("/api/v1/power", Tokens.operator(), body("MV102", GOOD)).statusCode(403);
        post("/api/v1/power", Tokens.viewer(), body("MV102", GOOD)).statusCode(403);
        given().contentType("application/json")
                .body(body("MV102", GOOD))
                .post("/api/v1/power")
                .then()
                .statusCode(401);
    }

    @Test
    void shouldHideAVesselThatTheCallerMayNotRead() {
        String path = "/api/v1/power/MV102?start=2026-01-31T04:00:00Z&end=2026-01-31T05:00:00Z";

        given().auth().oauth2(Tokens.viewerOf("MV103")).get(path).then().statusCode(404);
        given().auth().oauth2(Tokens.viewerOf("MV102")).get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "end=2026-01-31T05:00:00Z | start",
                "start=2026-01-31T05:00:00Z | end",
                "start=2026-01-31T05:00:00Z&end=2026-01-31T05:00:00Z | end",
                "start=2026-01-31T05:00:00Z&end=2026-01-31T04:00:00Z | end",
                "start=today&end=2026-01-31T04:00:00Z | start",
                "start=2024-01-31T04:00:00Z&end=2026-01-31T04:00:00Z | end",
                "start=2026-01-31T04:00:00Z&end=9999-01-31T04:00:00Z | end",
                "start=2026-01-31T04:00:00Z&end=2026-01-31T05:00:00Z&channel=x | channel",
                "start=2026-01-31T04:00:00Z&end=2026-01-31T05:00:00Z&interval=P1W | interval",
                "start=2026-01-31T04:00:00Z&end=2026-01-31T05:00:00Z&interval=pt1h | interval",
                "start=2026-01-31T04:00:00Z&end=2026-01-31T05:00:00Z&zone=Europe/Atlantis | zone",
                "start=2026-01-31T04:00:00Z&end=2026-01-31T05:00:00Z&zone=%2B01:07 | zone",
                "start=2026-01-31T04:00:00Z&end=2026-01-31T05:00:00Z&limit=0 | limit",
                "start=2026-01-31T04:00:00Z&end=2026-01-31T05:00:00Z&cursor=x | cursor",
            })
    void shouldNameTheParameterWhenTheRangeIsBad(String query, String parameter) {
        get("/api/v1/power/MV102?" + query).statusCode(400).body("errors.parameter", contains(parameter));
    }

    @Test
    void shouldTakeOffsetsOtherThanUtc() {
        power("MV102", "2026-01-31T04:00:00%2B02:00", "2026-01-31T05:00:00+02:00")
                .statusCode(200)
                .body("start", equalTo("2026-01-31T02:00:00Z"), "end", equalTo("2026-01-31T03:00:00Z"));
    }

    private static String body(String vessel, String... readings) {
        return "{\"vessel\":\"%s\",\"unit\":\"kW\",\"readings\":[%s]}".formatted(vessel, String.join(",", readings));
    }
}
