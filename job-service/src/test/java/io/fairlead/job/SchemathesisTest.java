package io.fairlead.job;

import static io.restassured.RestAssured.given;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Schemathesis;
import io.fairlead.testkit.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;

@FairleadTest
class SchemathesisTest extends Schemathesis {

    /** What there is before the run, for the hooks. */
    @BeforeEach
    void known() throws IOException {
        post("/projects", "{\"id\":\"tried\",\"name\":\"Tried\"}").statusCode(201);
        String done = JobCalls.submitted(JobCalls.echo("ahoy"));
        String failed = JobCalls.submitted(Gate.request("tried", "refuse"));
        Gate.at("tried").open();
        String trigger = post(
                        "/triggers",
                        """
                        {"name":"Tried","cron":{"expression":"0 6 * * *"},"process":"echo","inputs":{"message":"a"}}""")
                .statusCode(201)
                .extract()
                .path("id");
        try (JobEvents events = new JobEvents()) {
            events.await(done, "job.successful");
            events.await(failed, "job.failed");
        }
        JsonObject known = new JsonObject()
                .put("project", "tried")
                .put("jobs", new JsonArray().add(done).add(failed))
                .put("triggers", new JsonArray().add(trigger));
        Files.writeString(Path.of("target", "schemathesis-known.json"), known.encode());
    }

    private static ValidatableResponse post(String path, String body) {
        return given().auth()
                .oauth2(Tokens.everything())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1" + path)
                .then();
    }
}
