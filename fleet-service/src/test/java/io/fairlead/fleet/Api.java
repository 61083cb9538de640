package io.fairlead.fleet;

import static io.restassured.RestAssured.given;

import io.fairlead.testkit.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Calls the service as an operator would. */
public final class Api {

    private Api() {}

    public static ValidatableResponse get(String path) {
        return as(Tokens.viewer()).get(path).then();
    }

    public static ValidatableResponse post(String path, String body) {
        return json(body).post(path).then();
    }

    public static ValidatableResponse put(String path, String body) {
        return json(body).put(path).then();
    }

    public static ValidatableResponse patch(String path, String ifMatch, String body) {
        return as(Tokens.operator())
                .contentType("application/merge-patch+json")
                .header("If-Match", ifMatch)
                .body(body)
                .patch(path)
                .then();
    }

    public static ValidatableResponse delete(String path, String ifMatch) {
        return as(Tokens.operator()).header("If-Match", ifMatch).delete(path).then();
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    public static void vessel(String code) {
        post("/api/v1/vessels", "{\"code\":\"%s\",\"name\":\"Vessel %s\",\"type\":\"tug\"}".formatted(code, code))
                .statusCode(201);
    }

    /** Registers a schedule and returns its id. */
    public static long schedule(String name, String start, String end) {
        String body =
                "{\"name\":\"%s\",\"kind\":\"voyage\",\"start\":\"%s\",\"end\":\"%s\"}".formatted(name, start, end);
        return post("/api/v1/schedules", body)
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    /** The status codes of requests that are made at the same moment, sorted. */
    public static List<Integer> together(int requests, IntFunction<ValidatableResponse> request) {
        List<CompletableFuture<Integer>> answers = IntStream.range(0, requests)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> request.apply(i).extract().statusCode()))
                .toList();
        return answers.stream().map(CompletableFuture::join).sorted().toList();
    }

    private static RequestSpecification json(String body) {
        return as(Tokens.operator()).contentType(ContentType.JSON).body(body);
    }
}
