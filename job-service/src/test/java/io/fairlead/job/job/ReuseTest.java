package io.fairlead.job.job;

import static io.fairlead.job.JobCalls.operator;
import static io.fairlead.job.JobCalls.results;
import static io.fairlead.job.JobCalls.status;
import static io.fairlead.job.JobCalls.submit;
import static io.fairlead.job.JobCalls.submitted;
import static io.fairlead.job.project.ProjectCalls.add;
import static io.fairlead.job.project.ProjectCalls.as;
import static io.fairlead.job.project.ProjectCalls.created;
import static io.fairlead.job.project.ProjectCalls.somebody;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.fairlead.job.Gate;
import io.fairlead.job.JobEvents;
import io.fairlead.job.queue.Retention;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FairleadTest
class ReuseTest {

    @Inject
    Pool pool;

    @Inject
    Retention retention;

    private String message;
    private JobEvents events;

    @BeforeEach
    void begin() {
        message = "ahoy " + UUID.randomUUID();
        events = JobEvents.fromNow();
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void shouldEndAtOnceWithTheResultsOfAnEarlierJob() {
        String earlier = done(submitted(request("\"message\":\"%s\",\"pause\":0", "")));

        String job = submit(request("\"pause\":0.0, \"message\":\"%s\"", ",\"reuse\":true"))
                .statusCode(202)
                .body("status", equalTo("successful"), "reusedFrom", equalTo(earlier), "progress", equalTo(100))
                .body("finished", notNullValue(), "attempt", equalTo(0))
                .extract()
                .path("jobID");

        results(job).statusCode(200).body("echo", equalTo(message));
        operator()
                .get("/api/v1/jobs/" + job + "/results/echo")
                .then()
                .statusCode(200)
                .body(equalTo("\"" + message + "\""));
        operator().get("/api/v1/jobs/" + job + "/inputs").then().body("message", equalTo(message));
        status(job)
                .body(
                        "reusedFrom",
                        equalTo(earlier),
                        "message",
                        equalTo("Its results are those of job " + earlier + "."));
        status(earlier).body("reusedFrom", nullValue());
        assertThat(events.first(job, 2)).containsExactly("job.accepted", "job.successful");
        assertThat(events.firstData(job, 2).get(0)).contains("\"status\":\"accepted\"", "\"version\":1");
        assertThat(events.firstData(job, 2).get(1)).contains("\"reusedFrom\":\"" + earlier + "\"");
    }

    @Test
    void shouldNameTheJobThatComputedWhenAReusedOneIsReused() {
        String first = done(submitted(request("\"message\":\"%s\"", "")));
        String second = submitted(reusing());

        submit(reusing()).body("reusedFrom", equalTo(first));
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void shouldComputeWhenNothingFits() {
        submit(reusing()).statusCode(202).body("state", equalTo("queued"));
        String job = done(submitted(request("\"message\":\"%s\",\"pause\":0", "")));

        String again = submit(request("\"message\":\"%s\",\"pause\":0", ""))
                .body("state", equalTo("queued"), "reusedFrom", nullValue())
                .extract()
                .path("jobID");
        done(again);
        submit(request("\"message\":\"%s other\",\"pause\":0", ",\"reuse\":true"))
                .body("state", equalTo("queued"));
        execute("update job set process_version = '0.9.0' where id = $1", job);
        execute("update job set process_version = '0.9.0' where id = $1", again);
        submit(request("\"message\":\"%s\",\"pause\":0", ",\"reuse\":true")).body("state", equalTo("queued"));

        Gate.at("reuse").open();
        done(submitted(Gate.request("reuse", "succeed")));
        submit(Gate.request("reuse", "succeed").replaceFirst("\\{", "{\"reuse\":true,"))
                .body("state", equalTo("queued"));
    }

    @Test
    void shouldReuseWithinAProjectOnly() {
        String owner = somebody();
        String member = somebody();
        String project = created(owner);
        String other = created(owner);
        add(owner, project, member, "member");
        String job = done(submitAs(owner, project, "").statusCode(202).extract().path("jobID"));

        submitAs(member, project, ",\"reuse\":true").body("reusedFrom", equalTo(job));
        submitAs(owner, other, ",\"reuse\":true").body("reusedFrom", nullValue());
        submit(reusing()).body("reusedFrom", nullValue());
    }

    @Test
    void shouldNotReuseWhatTheCallerDoesNotSee() {
        done(submitted(request("\"message\":\"%s\"", "")));

        given().auth()
                .oauth2(Tokens.operatorOf("MV102"))
                .contentType(ContentType.JSON)
                .body(reusing())
                .post("/api/v1/jobs")
                .then()
                .statusCode(202)
                .body("reusedFrom", nullValue());
    }

    @Test
    void shouldReuseForEachOfABatch() {
        String job = done(submitted(request("\"message\":\"%s\"", "")));

        operator()
                .contentType(ContentType.JSON)
                .body("{\"jobs\":[%s,%s,%s]}".formatted(reusing(), request("\"message\":\"%s\"", ""), reusing()))
                .post("/api/v1/jobs/batch")
                .then()
                .statusCode(202)
                .body("jobs.reusedFrom", contains(job, null, job))
                .body("jobs.state", contains("successful", "queued", "successful"));
    }

    @Test
    void shouldReuseForManyWhoAskAtOnce() {
        String job = done(submitted(request("\"message\":\"%s\"", "")));

        List<String> sources = IntStream.range(0, 24)
                .parallel()
                .mapToObj(i -> submit(reusing()).statusCode(202).extract().<String>path("reusedFrom"))
                .toList();

        assertThat(sources).hasSize(24).containsOnly(job);
    }

    @Test
    void shouldKeepWhatIsReusedForAsLongAsTheJobThatReusesIt() {
        String earlier = done(submitted(request("\"message\":\"%s\"", "")));
        String job = submitted(reusing());
        execute("update job set finished_at = finished_at - interval '50 days' where id = $1", earlier);

        forgetAfter(Duration.ofDays(60));
        results(job).statusCode(200).body("echo", equalTo(message));
        status(earlier).statusCode(200);

        forgetAfter(Duration.ofDays(91));
        status(job).statusCode(404);
        forgetAfter(Duration.ofDays(91));
        status(earlier).statusCode(404);
    }

    @Test
    void shouldSayWhichProcessesAreDeterministic() {
        operator().get("/api/v1/processes/echo").then().body("deterministic", equalTo(true));
        operator().get("/api/v1/processes/energy-report").then().body("deterministic", equalTo(false));
        operator().get("/api/v1/processes/schedule-assignment").then().body("deterministic", equalTo(false));
    }

    private String reusing() {
        return request("\"message\":\"%s\"", ",\"reuse\":true");
    }

    private String request(String inputs, String more) {
        return "{\"process\":\"echo\",\"inputs\":{%s}%s}".formatted(inputs.formatted(message), more);
    }

    private ValidatableResponse submitAs(String who, String project, String more) {
        return as(who).contentType(ContentType.JSON)
                .body(request("\"message\":\"%s\"", more + ",\"project\":\"" + project + "\""))
                .post("/api/v1/jobs")
                .then();
    }

    private String done(String job) {
        events.await(job, "job.successful");
        return job;
    }

    private void execute(String sql, String job) {
        pool.preparedQuery(sql).execute(Tuple.of(UUID.fromString(job))).await().atMost(Duration.ofSeconds(30));
    }

    private void forgetAfter(Duration time) {
        retention.forget(Instant.now().plus(time)).await().atMost(Duration.ofSeconds(30));
    }
}
