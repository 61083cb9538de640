package io.fairlead.job.worker;

import static io.fairlead.job.JobCalls.operator;
import static io.fairlead.job.JobCalls.results;
import static io.fairlead.job.JobCalls.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.fairlead.testkit.process.Signals;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.File;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@FairleadTest
@TestProfile(WorkerConformance.ShortLeases.class)
class PythonWorkerTest extends WorkerConformance {

    private Process worker;

    PythonWorkerTest() {
        super("outside");
    }

    @Override
    void startWorker() throws IOException {
        worker = start();
    }

    @Override
    void stopWorker() {
        worker.destroyForcibly().onExit().join();
    }

    @Test
    void shouldLeaveAJobToAnotherWhenItIsKilled() throws IOException {
        String job = job("killed", 4);
        events.await(job, "job.running");

        stopWorker();
        worker = start();

        assertThat(events.first(job, 5))
                .containsExactly("job.accepted", "job.running", "job.retrying", "job.running", "job.successful");
        status(job).body("attempts.outcome", contains("crash", "successful"));
    }

    @Test
    void shouldChangeNothingWhenItGoesOnAfterItsLease() throws IOException {
        String job = job("stopped", 4);
        events.await(job, "job.running");
        Signals.stop(worker);
        Process stopped = worker;
        events.await(job, "job.retrying");

        worker = start();
        events.awaitAttempt(job, 2);
        Signals.resume(stopped);
        events.await(job, "job.successful");
        stopped.destroyForcibly().onExit().join();

        results(job).body("attempt", equalTo(2));
        status(job).body("attempts.outcome", contains("crash", "successful"));
    }

    @Test
    void shouldSendALargeOutputInParts() {
        String job = job("upload", 0);
        events.await(job, "job.successful");

        byte[] sent = operator()
                .get("/api/v1/jobs/" + job + "/results/echo")
                .then()
                .statusCode(200)
                .contentType("application/x-pattern")
                .extract()
                .asByteArray();
        assertThat(sent).hasSize(10_000_000);
        assertThat(IntStream.range(0, sent.length)).allMatch(i -> sent[i] == i % 100);
        results(job).body("attempt", equalTo(1));
    }

    @Test
    void shouldKeepItsLeaseWhateverItWrites() {
        String job = job("bad lines", 4);
        events.await(job, "job.successful");

        status(job).body("attempts.outcome", contains("successful"));
        log(job).body("items.message", contains("5 lines were left out: they came too fast, or were refused."));
    }

    @Test
    void shouldMakeLinesFitThatDoNot() {
        String job = job("odd lines", 0);
        events.await(job, "job.successful");

        log(job).body("items.level", contains("info", "info", "info", "info"))
                .body(
                        "items.message",
                        contains("Asked for odd lines.", "loud", "\ud83d\udea2".repeat(500), "a\ufffdb\ufffdc"));
    }

    @Test
    void shouldSayHowManyLinesItLeftOut() {
        String job = job("many lines", 0);
        events.await(job, "job.successful");

        operator()
                .get("/api/v1/jobs/" + job + "/log?newest=true&limit=2")
                .then()
                .body(
                        "items.message",
                        contains("998", "501 lines were left out: they came too fast, or were refused."));
    }

    private static ValidatableResponse log(String job) {
        return operator().get("/api/v1/jobs/" + job + "/log").then();
    }

    private static Process start() throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                "python3", "src/test/python/outside.py", "http://127.0.0.1:" + RestAssured.port, "outside");
        command.environment().put("FAIRLEAD_TOKEN", Tokens.worker());
        return command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/workers.log")))
                .start();
    }
}
