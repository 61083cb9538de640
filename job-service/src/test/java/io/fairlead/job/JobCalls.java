package io.fairlead.job;

import static io.restassured.RestAssured.given;

import io.fairlead.testkit.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The calls that tests make as an operator. */
public final class JobCalls {

    private JobCalls() {}

    public static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.operator());
    }

    public static ValidatableResponse submit(String body) {
        return operator()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/jobs")
                .then();
    }

    /** Submits a job that is accepted and returns its id. */
    public static String submitted(String body) {
        return submit(body).statusCode(202).extract().path("jobID");
    }

    public static String echo(String message) {
        return """
               {"process":"echo","inputs":{"message":"%s"}}""".formatted(message);
    }

    public static ValidatableResponse status(String id) {
        return operator().get("/api/v1/jobs/" + id).then();
    }

    public static ValidatableResponse results(String id) {
        return operator().get("/api/v1/jobs/" + id + "/results").then();
    }

    public static ValidatableResponse dismiss(String id) {
        return operator().delete("/api/v1/jobs/" + id).then();
    }
}
