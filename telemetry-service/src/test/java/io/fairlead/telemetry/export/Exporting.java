package io.fairlead.telemetry.export;

import static io.restassured.RestAssured.given;

import io.fairlead.telemetry.Api;
import io.fairlead.testkit.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** The calls about exports, by one person. */
final class Exporting {

    private static final String PATH = "/api/v1/exports";

    private final String token;

    Exporting(String token) {
        this.token = token;
    }

    /** By somebody who may see the whole fleet. */
    static Exporting byViewer() {
        return new Exporting(Tokens.viewer());
    }

    /** Makes an export and returns its id. */
    String create(String body) {
        return post(body).then().statusCode(201).extract().path("id");
    }

    Response post(String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH);
    }

    JsonPath get(String id) {
        return request("/" + id, Map.of()).then().statusCode(200).extract().jsonPath();
    }

    Response request(String path, Map<String, String> headers) {
        return given().auth().oauth2(token).headers(headers).get(PATH + path);
    }

    Response delete(String id) {
        return given().auth().oauth2(token).delete(PATH + "/" + id);
    }

    /** Where an export's parts are fetched. */
    List<String> urls(String id) {
        return request("/" + id + "/parts", Map.of("Accept", "text/uri-list"))
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
    }

    /** A part, or what it is answered to its headers. */
    Response fetch(String url, Map<String, String> headers) {
        return given().auth().oauth2(token).headers(headers).get(url);
    }

    byte[] bytes(String url) {
        return fetch(url, Map.of()).then().statusCode(200).extract().asByteArray();
    }

    /** The body that selects a vessel's data in the days of the sample. */
    static String body(String content, String format, String vessel, String more) {
        return """
                {"content":"%s","format":"%s","vessels":["%s"],
                 "start":"2026-01-30T00:00:00Z","end":"2026-02-10T00:00:00Z"%s}"""
                .formatted(content, format, vessel, more);
    }

    /** By the same person with a token that speaks for one vessel only. */
    static Exporting byViewerOf(String vessel) {
        String body = "{\"name\":\"exports of %1$s\",\"vessels\":[\"%1$s\"]}".formatted(vessel);
        return new Exporting(Api.post("/api/v1/tokens", Tokens.viewer(), body)
                .statusCode(201)
                .extract()
                .path("secret"));
    }

    /** A vessel's power, the plain way. */
    static void reportPower(String vessel, String readings) {
        Api.reportPower(vessel, "{\"vessel\":\"%s\",\"unit\":\"kW\",\"readings\":[%s]}".formatted(vessel, readings))
                .statusCode(200);
    }
}
