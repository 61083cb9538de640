package io.fairlead.telemetry.token;

import static io.restassured.RestAssured.given;

import io.fairlead.telemetry.Api;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The calls that tests of tokens make. */
final class TokenApi {

    /** Something that a viewer may read: 404, because there is no such vessel. */
    static final String READING = "/api/v1/sensors/NOBODY/channels";

    private TokenApi() {}

    static ValidatableResponse create(String token, String body) {
        return Api.post("/api/v1/tokens", token, body);
    }

    static String secret(ValidatableResponse created) {
        return created.statusCode(201).extract().path("secret");
    }

    static ValidatableResponse bearer(String token, String path) {
        return plain().auth().oauth2(token).get(path).then();
    }

    static ValidatableResponse basic(String user, String password, String path) {
        return plain().auth().preemptive().basic(user, password).get(path).then();
    }

    static RequestSpecification plain() {
        return given().urlEncodingEnabled(false).redirects().follow(false);
    }
}
