package io.fairlead.job.worker;

import static io.fairlead.job.JobCalls.dismiss;
import static io.fairlead.job.JobCalls.operator;
import static io.fairlead.job.JobCalls.results;
import static io.fairlead.job.JobCalls.submitted;
import static io.fairlead.job.worker.WorkerCalls.call;
import static io.fairlead.job.worker.WorkerCalls.complete;
import static io.fairlead.job.worker.WorkerCalls.fail;
import static io.fairlead.job.worker.WorkerCalls.lease;
import static io.fairlead.job.worker.WorkerCalls.outside;
import static io.fairlead.job.worker.WorkerCalls.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.fairlead.job.job.CallbackBody;
import io.fairlead.job.upload.UploadSweeper;
import io.fairlead.testkit.FairleadTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outputs that come in parts, over HTTP: as the worker sends them and as they are fetched. */
@FairleadTest
class UploadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PART = 1_500_000;
    private static final String ARROW = "application/vnd.apache.arrow.file";

    private final String worker = "worker-" + UUID.randomUUID();
    private final byte[] bytes = new byte[2 * PART + 12_345];
    private String job;

    @Inject
    UploadSweeper sweeper;

    @Inject
    CallbackBody callback;

    @Inject
    Pool pool;

    @BeforeEach
    void begin() {
        new Random(7).nextBytes(bytes);
        job = submitted(outside("large", 0));
        lease(worker, 100, 0).body("jobs.jobID", hasItem(job));
    }

    /** So that no other test finds it. */
    @AfterEach
    void end() {
        dismiss(job);
    }

    @Test
    void shouldGiveBackWhatWasSentInPartsOfAnyOrder() {
        part(worker, job, 1, "echo", 3, slice(3)).statusCode(204);
        part(worker, job, 1, "echo", 1, new byte[17]).statusCode(204);
        part(worker, job, 1, "echo", 2, slice(2)).statusCode(204);
        part(worker, job, 1, "echo", 1, slice(1)).statusCode(204);
        handIn(3).statusCode(200).body("state", equalTo("successful"));

        assertThat(output().statusCode(200)
                        .contentType(ARROW)
                        .header("Content-Length", "" + bytes.length)
                        .header("Accept-Ranges", "bytes")
                        .extract()
                        .asByteArray())
                .isEqualTo(bytes);
        results(job)
                .statusCode(200)
                .body("attempt", equalTo(1))
                .body("echo.href", endsWith("/api/v1/jobs/" + job + "/results/echo"))
                .body("echo.type", equalTo(ARROW))
                .body("echo.length", equalTo(bytes.length));
        operator()
                .head("/api/v1/jobs/" + job + "/results/echo")
                .then()
                .statusCode(200)
                .header("Content-Length", "" + bytes.length);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=1499990-1500009, 1499990, 1500009",
        "bytes=100-3000100, 100, 3000100",
        "bytes=3012340-, 3012340, 3012344",
        "bytes=-5, 3012340, 3012344",
        "bytes=3012340-9999999, 3012340, 3012344"
    })
    void shouldGiveTheRangeThatIsAskedFor(String range, int first, int last) {
        send(3);
        handIn(3).statusCode(200);

        assertThat(operator()
                        .header("Range", range)
                        .get("/api/v1/jobs/" + job + "/results/echo")
                        .then()
                        .statusCode(206)
                        .header("Content-Range", "bytes %d-%d/%d".formatted(first, last, bytes.length))
                        .header("Content-Length", "" + (last - first + 1))
                        .extract()
                        .asByteArray())
                .isEqualTo(Arrays.copyOfRange(bytes, first, last + 1));
    }

    @Test
    void shouldGiveARangeOnlyOfWhatTheClientHas() {
        send(3);
        handIn(3).statusCode(200);
        String tag = output().extract().header("ETag");

        operator()
                .header("Range", "bytes=3000000-")
                .header("If-Range", tag)
                .get("/api/v1/jobs/" + job + "/results/echo")
                .then()
                .statusCode(206);
        operator()
                .header("Range", "bytes=3000000-")
                .header("If-Range", "\"another\"")
                .get("/api/v1/jobs/" + job + "/results/echo")
                .then()
                .statusCode(200);
        operator()
                .header("If-None-Match", tag)
                .get("/api/v1/jobs/" + job + "/results/echo")
                .then()
                .statusCode(304);
        operator()
                .header("Range", "bytes=" + bytes.length + "-")
                .get("/api/v1/jobs/" + job + "/results/echo")
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + bytes.length);
    }

    @Test
    void shouldGiveARangeOfAValueToo() {
        complete(worker, job, 1, "{\"echo\":\"hello\"}").statusCode(200);

        assertThat(operator()
                        .header("Range", "bytes=1-5")
                        .get("/api/v1/jobs/" + job + "/results/echo")
                        .then()
                        .statusCode(206)
                        .contentType("application/json")
                        .extract()
                        .asString())
                .isEqualTo("hello");
    }

    @Test
    void shouldLeaveWhatCameInPartsToBeFetchedByASubscriber() {
        send(3);
        handIn(3).statusCode(200);
        String event = pool.preparedQuery(
                        "select data::text as data from job_event where job_id = $1 and type = 'job.successful'")
                .execute(Tuple.of(UUID.fromString(job)))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getString("data");

        String body = callback.of(UUID.fromString(job), "job.successful", event, URI.create("http://localhost/"))
                .await()
                .atMost(PATIENCE);

        assertThat(body).contains("\"status\":\"successful\"").contains("/api/v1/jobs/" + job + "/results");
    }

    @Test
    void shouldRefuseWhatIsNotWhole() {
        part(worker, job, 1, "echo", 1, slice(1)).statusCode(204);
        part(worker, job, 1, "echo", 3, slice(3)).statusCode(204);

        handIn(2).statusCode(400).body("errors[0].pointer", equalTo("#/uploads/echo/parts"));
        handIn(3).statusCode(400).body("errors[0].pointer", equalTo("#/uploads/echo/parts"));
        part(worker, job, 1, "echo", 2, slice(2)).statusCode(204);
        handIn(3).statusCode(200);
    }

    @Test
    void shouldRefuseAPartThatIsWrong() {
        part(worker, job, 1, "echo", 0, slice(1)).statusCode(400).body("errors[0].parameter", equalTo("number"));
        part(worker, job, 1, "echo", 10_001, slice(1)).statusCode(400).body("errors[0].parameter", equalTo("number"));
        part("", job, 1, "echo", 1, slice(1)).statusCode(400).body("errors[0].parameter", equalTo("worker"));
        part(worker, job, 1, "nothing", 1, slice(1)).statusCode(404);
        part(worker, job, 1, "echo", 1, new byte[4 * 1024 * 1024 + 1]).statusCode(413);
        part(worker, job, 1, "echo", 1, slice(1), "sha-256=:AAAA:")
                .statusCode(400)
                .body("errors[0].parameter", equalTo("Content-Digest"));
        part(worker, job, 1, "echo", 1, slice(1), "unknown=:AAAA:").statusCode(204);
    }

    @Test
    void shouldMakeOutputsOnlyOfWhatIsHandedInAtTheEnd() {
        send(3);
        handIn(2).statusCode(400);

        complete(worker, job, 1, "{\"echo\":\"a value after all\"}").statusCode(200);

        results(job).statusCode(200).body("echo", equalTo("a value after all"));
        sweeper.sweep().await().atMost(PATIENCE);
        assertThat(parts()).isZero();
    }

    /** Parts that come while the job ends are refused or part of the output; none makes it another one later. */
    @Test
    void shouldBeWholeThoughPartsAreSentAgainWhileItIsHandedIn() throws Exception {
        send(3);
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> {
            while (!ended.get()) {
                int status = part(worker, job, 1, "echo", 2, slice(2)).extract().statusCode();
                assertThat(status).isIn(204, 409);
            }
        });

        handIn(3).statusCode(200).body("state", equalTo("successful"));
        ended.set(true);
        sender.get(30, TimeUnit.SECONDS);

        assertThat(output().statusCode(200).extract().asByteArray()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"echo\":\"twice\"} | {\"echo\":{\"parts\":1,\"mediaType\":\"text/plain\"}} | #/uploads/echo",
                "{} | {\"other\":{\"parts\":1,\"mediaType\":\"text/plain\"}} | #/uploads/other",
                "{} | {\"echo\":{\"parts\":0,\"mediaType\":\"text/plain\"}} | #/uploads/echo/parts",
                "{} | {\"echo\":{\"parts\":1,\"mediaType\":\"text\"}} | #/uploads/echo/mediaType",
                "{} | {\"echo\":{\"parts\":1}} | #/uploads/echo/mediaType"
            })
    void shouldNameWhatIsWrongWithUploads(String outputs, String uploads, String pointer) {
        part(worker, job, 1, "echo", 1, slice(1)).statusCode(204);

        handIn(outputs, uploads).statusCode(400).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void shouldNeverChangeAnOutputOfAJobThatHasEnded() {
        send(3);
        handIn(3).statusCode(200);

        part(worker, job, 1, "echo", 1, new byte[5]).statusCode(409);

        assertThat(output().extract().asByteArray()).isEqualTo(bytes);
    }

    @Test
    void shouldLeaveOutWhatAnEarlierAttemptSent() {
        send(3);
        fail(worker, job, 1, true).statusCode(200);
        awaitLeasedAgain();
        part(worker, job, 1, "echo", 1, slice(1)).statusCode(409);

        complete(worker, job, 2, "{\"attempt\":2}").statusCode(200);

        results(job).body("attempt", equalTo(2)).body("echo", nullValue());
        sweeper.sweep().await().atMost(PATIENCE);
        assertThat(parts()).isZero();
    }

    @Test
    void shouldSweepNothingThatIsAnOutputOrStillToBecomeOne() {
        send(3);
        sweeper.sweep().await().atMost(PATIENCE);
        handIn(3).statusCode(200);
        sweeper.sweep().await().atMost(PATIENCE);

        assertThat(output().extract().asByteArray()).isEqualTo(bytes);
    }

    private void awaitLeasedAgain() {
        Awaitility.await().atMost(PATIENCE).until(() -> lease(worker, 100, 5)
                .extract()
                .jsonPath()
                .getList("jobs.jobID")
                .contains(job));
    }

    private long parts() {
        return pool.preparedQuery("select count(*) as n from job_upload_part where job_id = $1")
                .execute(Tuple.of(UUID.fromString(job)))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong("n");
    }

    private void send(int parts) {
        for (int number = 1; number <= parts; number++) {
            part(worker, job, 1, "echo", number, slice(number)).statusCode(204);
        }
    }

    private byte[] slice(int number) {
        return Arrays.copyOfRange(bytes, (number - 1) * PART, Math.min(bytes.length, number * PART));
    }

    private ValidatableResponse handIn(int parts) {
        return handIn("{\"attempt\":1}", "{\"echo\":{\"parts\":%d,\"mediaType\":\"%s\"}}".formatted(parts, ARROW));
    }

    private ValidatableResponse handIn(String outputs, String uploads) {
        return call(
                "complete",
                """
                {"worker":"%s","jobID":"%s","attempt":1,"outputs":%s,"uploads":%s}"""
                        .formatted(worker, job, outputs, uploads));
    }

    private ValidatableResponse output() {
        return operator().get("/api/v1/jobs/" + job + "/results/echo").then();
    }
}
