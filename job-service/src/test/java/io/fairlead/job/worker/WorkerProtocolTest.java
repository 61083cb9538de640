package io.fairlead.job.worker;

import static io.fairlead.job.JobCalls.dismiss;
import static io.fairlead.job.JobCalls.results;
import static io.fairlead.job.JobCalls.status;
import static io.fairlead.job.JobCalls.submitted;
import static io.fairlead.job.worker.WorkerCalls.call;
import static io.fairlead.job.worker.WorkerCalls.callAs;
import static io.fairlead.job.worker.WorkerCalls.complete;
import static io.fairlead.job.worker.WorkerCalls.fail;
import static io.fairlead.job.worker.WorkerCalls.heartbeat;
import static io.fairlead.job.worker.WorkerCalls.lease;
import static io.fairlead.job.worker.WorkerCalls.outside;
import static io.fairlead.job.worker.WorkerCalls.release;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import io.fairlead.job.queue.Rescuer;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a worker anywhere may rely on, over HTTP. */
@FairleadTest
class WorkerProtocolTest {

    private final String worker = "worker-" + UUID.randomUUID();

    @Inject
    Rescuer rescuer;

    /** So that no test finds jobs of another. */
    @AfterEach
    void drain() {
        lease(worker, 100, 0).statusCode(200);
    }

    @Test
    void shouldGiveAJobAndTakeItsResults() {
        String job = submitted(outside("hello", 0.5));

        lease(worker, 5, 0)
                .statusCode(200)
                .body("jobs.jobID", contains(job), "jobs.attempt", contains(1))
                .body("jobs[0].processID", equalTo("outside"), "jobs[0].inputs.pause", equalTo(0.5f))
                .body("heartbeatSeconds", greaterThan(0f), "leaseSeconds", greaterThan(0f));
        lease(worker, 5, 0).body("jobs", hasSize(0));
        complete(worker, job, 1, "{\"echo\":\"hello\",\"attempt\":1}")
                .statusCode(200)
                .body("state", equalTo("successful"));

        results(job).statusCode(200).body("echo", equalTo("hello"));
        complete(worker, job, 1, "{\"echo\":\"twice\"}").statusCode(409);
    }

    @Test
    void shouldAnswerAWaitingWorkerWhenAJobBecomesReady() throws Exception {
        CompletableFuture<String> waiting = CompletableFuture.supplyAsync(
                () -> lease(worker, 1, 20).statusCode(200).extract().path("jobs[0].jobID"));

        String job = submitted(outside("awaited", 0));

        assertThat(waiting.get(20, TimeUnit.SECONDS)).isEqualTo(job);
    }

    @Test
    void shouldGiveNoJobToAWorkerThatHungUp() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v1/workers/lease"))
                .header("Authorization", "Bearer " + Tokens.worker())
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(1))
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"worker\":\"impatient\",\"processes\":[\"outside\"],\"waitSeconds\":30}"))
                .build();
        HttpClient impatient =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        assertThatThrownBy(() -> impatient.send(request, HttpResponse.BodyHandlers.discarding()))
                .isInstanceOf(HttpTimeoutException.class);

        String job = submitted(outside("for another", 0));

        lease(worker, 1, 20).body("jobs.jobID", contains(job), "jobs.attempt", contains(1));
        complete(worker, job, 1, "{\"echo\":\"done\"}").statusCode(200);
    }

    @Test
    void shouldShowProgressAndOrderTheWorkerToCancel() {
        String job = submitted(outside("long", 0));
        lease(worker, 1, 0);

        heartbeat(worker, job, 1, 40).statusCode(200).body("jobs.order", contains("continue"));
        status(job).body("progress", equalTo(40), "message", equalTo("On it."));
        dismiss(job).statusCode(200);
        heartbeat(worker, job, 1, 50).body("jobs.order", contains("cancel"));

        complete(worker, job, 1, "{\"echo\":\"late\"}").statusCode(200).body("state", equalTo("dismissed"));
        results(job).statusCode(410);
        heartbeat(worker, job, 1, 60).body("jobs.order", contains("stop"));
    }

    @Test
    void shouldThrowAStaleWorkersResultsAway() {
        String job = submitted(outside("stale", 0));
        lease(worker, 1, 0);
        rescuer.rescue(Instant.now().plus(Duration.ofMinutes(1))).await().indefinitely();
        lease("second", 1, 0).body("jobs.jobID", contains(job), "jobs.attempt", contains(2));

        complete(worker, job, 1, "{\"echo\":\"stale\"}").statusCode(409);
        fail(worker, job, 1, true).statusCode(409);
        release(worker, job, 1).statusCode(409);
        complete(worker, job, 2, "{\"echo\":\"guessed\"}").statusCode(409);
        callAs(
                        Tokens.of("another", Set.of("worker")),
                        "complete",
                        "{\"worker\":\"second\",\"jobID\":\"%s\",\"attempt\":2,\"outputs\":{}}".formatted(job))
                .statusCode(409);

        complete("second", job, 2, "{\"echo\":\"fresh\"}").statusCode(200);
        results(job).body("echo", equalTo("fresh"));
    }

    @Test
    void shouldTryAgainOrFailAsTheWorkerSays() {
        String job = submitted(outside("flaky", 0));
        lease(worker, 1, 0);
        fail(worker, job, 1, true).statusCode(200).body("state", equalTo("retry-wait"));

        lease(worker, 1, 20).body("jobs.jobID", contains(job), "jobs.attempt", contains(2));
        release(worker, job, 2).statusCode(200).body("state", equalTo("queued"));

        lease(worker, 1, 0).body("jobs.attempt", contains(3));
        fail(worker, job, 3, false).statusCode(200).body("state", equalTo("failed"));
        status(job)
                .body("message", equalTo("It broke."))
                .body("attempts.outcome", contains("error", "handed-back", "error"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    lease | {"worker":"a b","processes":["outside"]} | #/worker
                    lease | {"worker":"a","processes":[]} | #/processes
                    lease | {"worker":"a","processes":["outside"],"most":0} | #/most
                    lease | {"worker":"a","processes":["outside"],"waitSeconds":31} | #/waitSeconds
                    heartbeat | {"worker":"a"} | #/jobs
                    complete | {"worker":"a","jobID":"7","attempt":1,"outputs":{}} | #/jobID
                    fail | {"worker":"a","jobID":"00000000-0000-0000-0000-000000000000","attempt":1} | #/message
                    """)
    void shouldNameTheFieldWhenAMessageIsWrong(String path, String body, String pointer) {
        call(path, body).statusCode(400).body("errors.pointer", contains(pointer));
    }

    @Test
    void shouldRefuseAnOutputThatTheProcessDoesNotHave() {
        String job = submitted(outside("wrong", 0));
        lease(worker, 1, 0);

        complete(worker, job, 1, "{\"colour\":\"red\"}")
                .statusCode(400)
                .body("errors.pointer", contains("#/outputs/colour"));
        complete(worker, job, 1, "{\"echo\":\"right\"}").statusCode(200);
    }

    @Test
    void shouldFailAJobWhoseResultsCannotBePublished() {
        String job = submitted(outside("unpublishable", 0));
        lease(worker, 1, 0);

        complete(worker, job, 1, "{\"echo\":\"unpublishable\"}").statusCode(200).body("state", equalTo("failed"));

        status(job).body("message", equalTo("The process's results cannot be published."));
        complete(worker, job, 1, "{\"echo\":\"right\"}").statusCode(409);
    }

    @Test
    void shouldLetOnlyWhoReadsTheWholeFleetStartWhatRunsOutside() {
        given().auth()
                .oauth2(Tokens.operatorOf("MV102"))
                .contentType(ContentType.JSON)
                .body(outside("a", 0))
                .post("/api/v1/jobs")
                .then()
                .statusCode(403);
    }
}
