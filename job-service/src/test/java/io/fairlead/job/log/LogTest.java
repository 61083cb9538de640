package io.fairlead.job.log;

import static io.fairlead.job.JobCalls.operator;
import static io.fairlead.job.JobCalls.submitted;
import static io.fairlead.job.project.ProjectCalls.add;
import static io.fairlead.job.project.ProjectCalls.as;
import static io.fairlead.job.project.ProjectCalls.created;
import static io.fairlead.job.project.ProjectCalls.somebody;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@FairleadTest
@TestProfile(LogTest.ShortLogs.class)
class LogTest {

    /** So that a test can fill one. */
    public static class ShortLogs implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fairlead.job-log.lines", "5");
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    @Test
    void shouldShowWhatAWorkerWrote() {
        String job = submitted(outside(null));
        String worker = leased(job);

        beat(worker, job, 1, line(0, "info", "Begun."), line(1, "warn", "Two\\nlines."));

        log(job).statusCode(200)
                .contentType(ContentType.JSON)
                .body("items.number", contains(1, 2), "items.level", contains("info", "warn"))
                .body("items.message", contains("Begun.", "Two\nlines."), "items.attempt", contains(1, 1))
                .body("items.time", contains("2026-01-31T04:00:00Z", "2026-01-31T04:00:01Z"))
                .body("dropped", equalTo(0), "next", nullValue());
        String text = operator()
                .accept("text/plain")
                .get("/api/v1/jobs/" + job + "/log")
                .then()
                .contentType("text/plain;charset=UTF-8")
                .extract()
                .asString();
        assertThat(text)
                .isEqualTo(
                        """
                        2026-01-31T04:00:00Z info 1 Begun.
                        2026-01-31T04:00:01Z warn 1 Two
                            lines.
                        """);
    }

    @Test
    void shouldGiveALogInParts() {
        String job = submitted(outside(null));
        String worker = leased(job);
        beat(worker, job, 1, line(0, "info", "a"), line(1, "info", "b"), line(2, "info", "c"), line(3, "info", "d"));

        String next = log(job, "limit=2")
                .body("items.message", contains("a", "b"), "next", notNullValue())
                .extract()
                .path("next");
        log(job, "limit=2&cursor=" + next).body("items.message", contains("c", "d"), "next", nullValue());
        log(job, "limit=2&newest=true").body("items.number", contains(3, 4), "next", nullValue());
        log(job, "from=4").body("items.message", contains("d"));
        log(job, "from=5").body("items", empty());
        log(job, "from=0").statusCode(400).body("errors.parameter", contains("from"));
        log(job, "from=2&newest=true").statusCode(400).body("errors.parameter", contains("newest"));
        log(job, "cursor=x").statusCode(400).body("errors.parameter", contains("cursor"));
    }

    @Test
    void shouldKeepALineOnceThatComesTwice() {
        String job = submitted(outside(null));
        String worker = leased(job);

        beat(worker, job, 1, line(0, "info", "a"));
        beat(worker, job, 1, line(0, "info", "a"), line(1, "info", "b"));

        log(job).body("items.message", contains("a", "b"), "items.number", contains(1, 2));
    }

    @Test
    void shouldDropTheOldestLinesAndSaySo() {
        String job = submitted(outside(null));
        String worker = leased(job);

        beat(worker, job, 1, line(0, "info", "a"), line(1, "info", "b"), line(2, "info", "c"));
        beat(worker, job, 1, line(3, "info", "d"), line(4, "info", "e"), line(5, "info", "f"), line(6, "info", "g"));

        log(job).body("items.message", contains("c", "d", "e", "f", "g"), "dropped", equalTo(2))
                .body("items.number", contains(3, 4, 5, 6, 7));
        assertThat(operator()
                        .accept("text/plain")
                        .get("/api/v1/jobs/" + job + "/log?limit=1")
                        .asString())
                .isEqualTo("(the first 2 lines were dropped)\n2026-01-31T04:00:02Z info 1 c\n");
    }

    @Test
    void shouldThrowAwayWhatComesFromAnAttemptThatIsOver() {
        String job = submitted(outside(null));
        String first = leased(job);
        post("release", "{\"worker\":\"%s\",\"jobID\":\"%s\",\"attempt\":1}".formatted(first, job))
                .statusCode(200);
        String second = leased(job);

        beat(first, job, 1, line(0, "info", "late"));
        beat(second, job, 1, line(0, "info", "of another attempt"));
        beat(second, job, 2, line(0, "info", "now"));

        log(job).body("items.message", contains("now"), "items.attempt", contains(2));
    }

    @Test
    void shouldNameTheLineThatIsWrong() {
        String job = submitted(outside(null));
        String worker = leased(job);

        heartbeat(worker, job, 1, line(0, "loud", "a"))
                .statusCode(400)
                .body("errors.pointer", contains("#/jobs/0/log/0/level"));
        heartbeat(worker, job, 1, line(0, "info", "x".repeat(1001)))
                .statusCode(400)
                .body("errors.pointer", contains("#/jobs/0/log/0/message"));
        String tooMany =
                IntStream.range(0, 201).mapToObj(i -> line(i % 60, "info", "a")).collect(Collectors.joining(","));
        heartbeat(worker, job, 1, tooMany).statusCode(400).body("errors.pointer", contains("#/jobs/0/log"));
        log(job).body("items", hasSize(0));
    }

    @Test
    void shouldRenewTheLeaseWhenTheLinesCannotBeStored() {
        String job = submitted(outside(null));
        String worker = leased(job);

        SqlConnection blocking = pool.getConnection().await().atMost(PATIENCE);
        try {
            var transaction = blocking.begin().await().atMost(PATIENCE);
            blocking.query("lock table job_log").execute().await().atMost(PATIENCE);
            heartbeat(worker, job, 1, line(0, "info", "a")).statusCode(200).body("jobs.order", contains("continue"));
            transaction.rollback().await().atMost(PATIENCE);
        } finally {
            blocking.close().await().atMost(PATIENCE);
        }

        beat(worker, job, 1, line(1, "info", "b"));
        log(job).body("items.message", hasItem("b"));
    }

    @Test
    void shouldShowAProjectsLogsToItsMembersOnly() {
        String owner = somebody();
        String reader = somebody();
        String project = created(owner);
        add(owner, project, reader, "reader");
        String job = as(owner)
                .contentType(ContentType.JSON)
                .body(outside(project))
                .post("/api/v1/jobs")
                .then()
                .statusCode(202)
                .extract()
                .path("jobID");
        String path = "/api/v1/jobs/" + job + "/log";

        as(owner).get(path).then().statusCode(200);
        as(reader).get(path).then().statusCode(200);
        as(somebody()).get(path).then().statusCode(404);
        given().get(path).then().statusCode(401);
    }

    private static ValidatableResponse log(String job) {
        return log(job, "limit=1000");
    }

    private static ValidatableResponse log(String job, String query) {
        return operator().get("/api/v1/jobs/" + job + "/log?" + query).then();
    }

    private static String outside(String project) {
        return "{\"process\":\"outside\",\"priority\":9,\"inputs\":{\"message\":\"a\"}%s}"
                .formatted(project == null ? "" : ",\"project\":\"" + project + "\"");
    }

    /** Leases until it has this job, and gives the name of the worker that has. */
    private static String leased(String job) {
        String worker = "log-" + UUID.randomUUID();
        String found = null;
        while (!job.equals(found)) {
            found = post(
                            "lease",
                            "{\"worker\":\"%s\",\"processes\":[\"outside\"],\"waitSeconds\":10}".formatted(worker))
                    .statusCode(200)
                    .body("jobs", hasSize(1))
                    .extract()
                    .path("jobs[0].jobID");
        }
        return worker;
    }

    private static void beat(String worker, String job, int attempt, String... lines) {
        heartbeat(worker, job, attempt, String.join(",", lines)).statusCode(200);
    }

    private static ValidatableResponse heartbeat(String worker, String job, int attempt, String lines) {
        return post(
                "heartbeat",
                "{\"worker\":\"%s\",\"jobs\":[{\"jobID\":\"%s\",\"attempt\":%d,\"log\":[%s]}]}"
                        .formatted(worker, job, attempt, lines));
    }

    private static String line(int second, String level, String message) {
        return "{\"time\":\"2026-01-31T04:00:%02dZ\",\"level\":\"%s\",\"message\":\"%s\"}"
                .formatted(second, level, message);
    }

    private static ValidatableResponse post(String path, String body) {
        return given().auth()
                .oauth2(Tokens.worker())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/workers/" + path)
                .then();
    }
}
