package io.fairlead.job.job;

import static io.fairlead.job.JobCalls.echo;
import static io.fairlead.job.JobCalls.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.fairlead.job.JobEvents;
import io.fairlead.job.project.ProjectCalls;
import io.fairlead.testkit.FairleadTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@FairleadTest
class BatchTest {

    @Test
    void shouldStartAllJobsInTheirOrder() {
        List<String> jobs = submit(batch(300), UUID.randomUUID().toString())
                .statusCode(202)
                .body("jobs", hasSize(300), "jobs[0].status", equalTo("accepted"))
                .extract()
                .path("jobs.jobID");

        assertThat(jobs).doesNotHaveDuplicates();
        try (JobEvents events = new JobEvents()) {
            events.await(jobs.get(299), "job.successful");
        }
        operator().get("/api/v1/jobs/" + jobs.get(299) + "/results").then().body("echo", equalTo("299"));
        operator().get("/api/v1/jobs/" + jobs.get(7) + "/inputs").then().body("message", equalTo("7"));
    }

    @Test
    void shouldAnswerTheSameWhenABatchIsSentTwice() {
        String key = UUID.randomUUID().toString();
        List<String> first = submit(batch(3), key).statusCode(202).extract().path("jobs.jobID");

        submit(batch(3), key)
                .statusCode(202)
                .header("Idempotent-Replayed", "true")
                .body("jobs.jobID", equalTo(first));
    }

    @Test
    void shouldStartNoneWhenOneIsWrong() {
        String project = ProjectCalls.created("operator");
        String good = "{\"process\":\"echo\",\"inputs\":{\"message\":\"a\"},\"project\":\"" + project + "\"}";

        submit("{\"jobs\":[%s,{\"process\":\"echo\"},{\"process\":\"none\"}]}".formatted(good), "k")
                .statusCode(400)
                .body("errors.pointer", contains("#/jobs/1/inputs/message", "#/jobs/2/process"));

        operator().get("/api/v1/jobs?project=" + project).then().body("jobs", hasSize(0));
    }

    @Test
    void shouldRefuseTooManyOrNone() {
        submit("{\"jobs\":[]}", "k").statusCode(400).body("errors.pointer", contains("#/jobs"));
        submit("{\"jobs\":[%s]}".formatted(String.join(",", Collections.nCopies(1001, echo("a")))), "k")
                .statusCode(400)
                .body("errors.pointer", contains("#/jobs"));
        submit("{\"jobs\":[null]}", "k").statusCode(400).body("errors.pointer", contains("#/jobs/0"));
    }

    private static String batch(int jobs) {
        return IntStream.range(0, jobs)
                .mapToObj(i -> echo("" + i))
                .collect(Collectors.joining(",", "{\"jobs\":[", "]}"));
    }

    private static ValidatableResponse submit(String body, String key) {
        return operator()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/jobs/batch")
                .then();
    }
}
