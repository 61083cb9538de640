package io.fairlead.job.job;

import static io.fairlead.job.JobCalls.echo;
import static io.fairlead.job.JobCalls.operator;
import static io.fairlead.job.JobCalls.results;
import static io.fairlead.job.JobCalls.status;
import static io.fairlead.job.JobCalls.submit;
import static io.fairlead.job.JobCalls.submitted;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.fairlead.job.JobEvents;
import io.fairlead.job.project.ProjectCalls;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

@FairleadTest
class JobLifecycleTest {

    @Test
    void shouldAnswer202WithALocationWhenAJobIsSubmitted() {
        String project = ProjectCalls.created("operator");
        ProjectCalls.put("operator", project, "subject-of-viewer", "reader").statusCode(200);
        String id = submit(
                        """
                {"process":"echo","inputs":{"message":"ahoy"},"project":"%s","priority":7}"""
                                .formatted(project))
                .statusCode(202)
                .header("Location", containsString("/api/v1/jobs/"))
                .header("Retry-After", equalTo("1"))
                .body("status", equalTo("accepted"), "state", equalTo("queued"), "type", equalTo("process"))
                .body("processID", equalTo("echo"), "project", equalTo(project), "priority", equalTo(7))
                .body("createdBy", equalTo("operator"), "version", equalTo(1))
                .extract()
                .path("jobID");

        given().auth()
                .oauth2(Tokens.viewer())
                .get("/api/v1/jobs/" + id)
                .then()
                .statusCode(200)
                .body("jobID", equalTo(id), "id", equalTo(id), "created", notNullValue());
    }

    @Test
    void shouldKeepInputsAndResultsWhenAJobSucceeds() {
        String id = submitted(echo("hello"));
        try (JobEvents events = new JobEvents()) {
            events.await(id, "job.successful");
        }

        results(id).statusCode(200).contentType(ContentType.JSON).body("echo", equalTo("hello"));
        operator().get("/api/v1/jobs/" + id + "/inputs").then().statusCode(200).body("message", equalTo("hello"));
        status(id)
                .body("status", equalTo("successful"), "progress", equalTo(100), "attempt", equalTo(1))
                .body("attempts.outcome", contains("successful"), "finished", notNullValue())
                .body("links.rel", hasItem("http://www.opengis.net/def/rel/ogc/1.0/results"));
    }

    @Test
    void shouldAnswer304WhenTheCallerHasTheResults() {
        String id = submitted(echo("once"));
        try (JobEvents events = new JobEvents()) {
            events.await(id, "job.successful");
        }
        String tag = results(id).statusCode(200).extract().header("ETag");

        operator()
                .header("If-None-Match", tag)
                .get("/api/v1/jobs/" + id + "/results")
                .then()
                .statusCode(304)
                .header("ETag", tag);
    }

    @Test
    void shouldSayThatResultsAreNotReadyWhenTheJobHasNotEnded() {
        String id = submitted("""
                {"process":"echo","inputs":{"message":"slow","pause":600}}""");

        results(id)
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", endsWith("/exceptions/ogcapi-processes-1/1.0/result-not-ready"));
        operator().delete("/api/v1/jobs/" + id).then().statusCode(200);
    }

    @Test
    void shouldTellTheLifeOfAJobInOrder() {
        String id = submitted(echo("story"));

        try (JobEvents events = new JobEvents()) {
            assertThat(events.first(id, 3)).containsExactly("job.accepted", "job.running", "job.successful");
            assertThat(events.firstData(id, 3))
                    .zipSatisfy(java.util.List.of(1, 2, 3), (data, version) -> assertThat(data)
                            .contains("\"version\":" + version));
        }
    }

    @Test
    void shouldListNewestFirstAndByStatusAndProcess() {
        String first = submitted("""
                {"process":"echo","inputs":{"message":"1","pause":600}}""");
        String second = submitted("""
                {"process":"echo","inputs":{"message":"2","pause":600}}""");

        String next = operator()
                .get("/api/v1/jobs?processID=echo&status=accepted&status=running&limit=1")
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("jobs.jobID", contains(second), "links.rel", hasItems("self", "next"))
                .extract()
                .path("next");
        operator()
                .queryParam("cursor", next)
                .get("/api/v1/jobs?processID=echo&status=accepted&status=running&limit=1")
                .then()
                .statusCode(200)
                .body("jobs.jobID", contains(first));
        operator().delete("/api/v1/jobs/" + first).then().statusCode(200);
        operator().delete("/api/v1/jobs/" + second).then().statusCode(200);
    }
}
