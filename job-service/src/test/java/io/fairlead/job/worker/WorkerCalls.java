package io.fairlead.job.worker;

import static io.restassured.RestAssured.given;

import io.fairlead.testkit.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** The calls of a worker outside of the service. */
final class WorkerCalls {

    private WorkerCalls() {}

    static ValidatableResponse lease(String worker, int most, int waitSeconds) {
        return call(
                "lease",
                """
                {"worker":"%s","processes":["outside"],"most":%d,"waitSeconds":%d}"""
                        .formatted(worker, most, waitSeconds));
    }

    static ValidatableResponse complete(String worker, String job, int attempt, String outputs) {
        return call(
                "complete",
                """
                {"worker":"%s","jobID":"%s","attempt":%d,"outputs":%s}"""
                        .formatted(worker, job, attempt, outputs));
    }

    static ValidatableResponse fail(String worker, String job, int attempt, boolean retryable) {
        return call(
                "fail",
                """
                {"worker":"%s","jobID":"%s","attempt":%d,"message":"It broke.","retryable":%b}"""
                        .formatted(worker, job, attempt, retryable));
    }

    static ValidatableResponse release(String worker, String job, int attempt) {
        return call(
                "release",
                """
                {"worker":"%s","jobID":"%s","attempt":%d}""".formatted(worker, job, attempt));
    }

    static ValidatableResponse heartbeat(String worker, String job, int attempt, int progress) {
        return call(
                "heartbeat",
                """
                {"worker":"%s","jobs":[{"jobID":"%s","attempt":%d,"progress":%d,"message":"On it."}]}"""
                        .formatted(worker, job, attempt, progress));
    }

    static ValidatableResponse part(String worker, String job, int attempt, String output, int number, byte[] data) {
        return part(worker, job, attempt, output, number, data, "unknown=::");
    }

    static ValidatableResponse part(
            String worker, String job, int attempt, String output, int number, byte[] data, String digest) {
        return given().auth()
                .oauth2(Tokens.worker())
                .contentType(ContentType.BINARY)
                .header("Content-Digest", digest)
                .queryParam("worker", worker)
                .body(data)
                .put(
                        "/api/v1/workers/jobs/{job}/attempts/{attempt}/outputs/{output}/parts/{number}",
                        job,
                        attempt,
                        output,
                        number)
                .then();
    }

    static ValidatableResponse call(String path, String body) {
        return callAs(Tokens.worker(), path, body);
    }

    static ValidatableResponse callAs(String token, String path, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/workers/" + path)
                .then();
    }

    static String outside(String message, double pause) {
        return """
               {"process":"outside","inputs":{"message":"%s","pause":%s}}"""
                .formatted(message, pause);
    }
}
