package io.fairlead.telemetry;

import static io.restassured.RestAssured.given;

import io.fairlead.testkit.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** The calls that tests make. */
public final class Api {

    private Api() {}

    /** Reports power with a ship's token. */
    public static ValidatableResponse reportPower(String ship, String body) {
        return post("/api/v1/power", Tokens.ship(ship), body);
    }

    /** Sends an ISO 19848 package with a ship's token. */
    public static ValidatableResponse sendPackage(String ship, String body) {
        return post("/api/v1/sensors/iso19848", Tokens.ship(ship), body);
    }

    public static ValidatableResponse post(String path, String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    /** Reads a path, encoded already, as somebody who may read the whole fleet. */
    public static ValidatableResponse get(String path) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.viewer())
                .get(path)
                .then();
    }

    /** A vessel's power windows, as many as come at once. */
    public static ValidatableResponse power(String vessel, String start, String end) {
        return get("/api/v1/power/%s?start=%s&end=%s&limit=1000".formatted(vessel, start, end));
    }
}
