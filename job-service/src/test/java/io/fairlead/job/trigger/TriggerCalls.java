package io.fairlead.job.trigger;

import static io.fairlead.job.project.ProjectCalls.as;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** The calls that tests make about triggers. */
final class TriggerCalls {

    private TriggerCalls() {}

    static ValidatableResponse create(String by, String body) {
        return as(by).contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/triggers")
                .then();
    }

    static String created(String by, String body) {
        return create(by, body).statusCode(201).extract().path("id");
    }

    static ValidatableResponse get(String by, String id) {
        return as(by).get("/api/v1/triggers/" + id).then();
    }

    static ValidatableResponse patch(String by, String id, String body) {
        return as(by).contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(body)
                .patch("/api/v1/triggers/" + id)
                .then();
    }

    static ValidatableResponse delete(String by, String id) {
        return as(by).header("If-Match", "*").delete("/api/v1/triggers/" + id).then();
    }

    static String cron(String expression) {
        return """
               {"name":"At times","cron":{"expression":"%s","zone":"Europe/Oslo"},
                "process":"echo","inputs":{"message":{"$event":"/time"}}}"""
                .formatted(expression);
    }

    /** Echoes the name of vessels of this type. */
    static String event(String type) {
        return """
               {"name":"On events","event":{"topic":"fleet.vessels","type":"%s","data":{"/status":"active"}},
                "process":"echo","inputs":{"message":{"$event":"/data/name"}}}"""
                .formatted(type);
    }
}
