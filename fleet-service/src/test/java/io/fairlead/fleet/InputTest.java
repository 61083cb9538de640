package io.fairlead.fleet;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.core.json.Storable;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every operation refuses, and what it must not. */
@FairleadTest
class InputTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/vessels/a%00, vessel",
        "/api/v1/vessels/a%00/history, vessel",
        "/api/v1/vessels/a%00/equipment, vessel",
        "/api/v1/equipment/%00, equipment",
        "/api/v1/vessels?text=a%00, text",
        "/api/v1/vessels/schedules?vessel=MV102&vessel=%00, vessel",
        "/api/v1/vessels?text=, text",
        "/api/v1/vessels?text=a&text=b, text",
        "/api/v1/vessels/schedules?vessel=MV102&from=2027-01-01, from",
    })
    void shouldNameTheParameterWhenItIsBad(String path, String parameter) {
        given().auth()
                .oauth2(Tokens.viewer())
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.parameter", contains(parameter));
    }

    @Test
    void shouldNameTheFieldWhenATextHoldsNul() {
        Api.post("/api/v1/vessels", "{\"code\":\"N1\",\"name\":\"a\\u0000b\",\"type\":\"tug\"}")
                .statusCode(400)
                .body("errors.pointer", contains("#/name"), "detail", equalTo(Storable.MESSAGE));
        Api.vessel("N1");
        Api.patch("/api/v1/vessels/N1", "*", "{\"position\":{\"time\":\"\\u0000\"}}")
                .statusCode(400)
                .body("errors.pointer", contains("#/position/time"));
    }

    @Test
    void shouldTakeTimesOfAnyOffsetAndNumbersOfAnySpelling() {
        Api.post(
                        "/api/v1/vessels",
                        """
                        {"code":"N2","name":"Far East","type":"tug","deadweightTonnes":1982.0,
                         "position":{"latitude":1,"longitude":2,"time":"2026-01-31T04:15:00+23:59"}}""")
                .statusCode(201)
                .body("deadweightTonnes", equalTo(1982), "position.time", equalTo("2026-01-30T04:16:00Z"));
        Api.get("/api/v1/schedules?from=2027-01-01T00:00:00-23:59").statusCode(200);
    }

    @Test
    void shouldRefuseATimeThatIsCountedInSeconds() {
        Api.post(
                        "/api/v1/schedules",
                        "{\"name\":\"A\",\"kind\":\"voyage\",\"start\":0,\"end\":\"2027-01-01T00:00:00Z\"}")
                .statusCode(400)
                .body("errors.pointer", contains("#/start"));
    }
}
