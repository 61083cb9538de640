package io.fairlead.job.worker;

import static io.fairlead.job.JobCalls.dismiss;
import static io.fairlead.job.JobCalls.operator;
import static io.fairlead.job.JobCalls.results;
import static io.fairlead.job.JobCalls.status;
import static io.fairlead.job.JobCalls.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.job.JobEvents;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every worker does, whichever it is. Its process returns the input {@code message} as the output {@code echo} after
 * {@code pause} seconds; with the message {@code fail} it fails, with {@code refuse} for good. Into its log it writes first what
 * it was asked for.
 */
abstract class WorkerConformance {

    private final String process;
    JobEvents events;

    WorkerConformance(String process) {
        this.process = process;
    }

    /** Leases that end while a test waits, and two attempts. */
    public static class ShortLeases implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "fairlead.queue.heartbeat", "1s",
                    "fairlead.queue.lease", "3s",
                    "fairlead.queue.first-pause", "PT0.1S",
                    "fairlead.queue.max-errors", "2");
        }
    }

    @BeforeEach
    void begin() throws Exception {
        events = JobEvents.fromNow();
        startWorker();
    }

    @AfterEach
    void end() {
        stopWorker();
        events.close();
    }

    abstract void startWorker() throws Exception;

    abstract void stopWorker();

    String job(String message, double pause) {
        return submitted("""
                {"process":"%s","inputs":{"message":"%s","pause":%s}}"""
                .formatted(process, message, pause));
    }

    @Test
    void shouldHandInTheResults() {
        String job = job("hello", 0);

        assertThat(events.first(job, 3)).containsExactly("job.accepted", "job.running", "job.successful");
        results(job).statusCode(200).body("echo", equalTo("hello"));
    }

    @Test
    void shouldRenewTheLeaseOfAJobThatTakesLonger() {
        String job = job("long", 5);

        assertThat(events.first(job, 3)).containsExactly("job.accepted", "job.running", "job.successful");
        status(job).body("attempts.outcome", contains("successful"));
    }

    @Test
    void shouldLetGoOfAJobThatIsCalledOff() {
        String job = job("called off", 60);
        events.await(job, "job.running");

        dismiss(job).statusCode(200);

        assertThat(events.first(job, 4))
                .containsExactly("job.accepted", "job.running", "job.cancelling", "job.dismissed");
        results(job).statusCode(410);
    }

    @Test
    void shouldHaveAJobTriedAgainThatFailed() {
        String job = job("fail", 0);

        assertThat(events.first(job, 5))
                .containsExactly("job.accepted", "job.running", "job.retrying", "job.running", "job.failed");
        status(job).body("attempts.outcome", contains("error", "error"));
    }

    @Test
    void shouldHandInWhatEachAttemptWrote() {
        String job = job("fail", 0);

        events.await(job, "job.failed");

        operator()
                .get("/api/v1/jobs/" + job + "/log")
                .then()
                .body("items.message", contains("Asked for fail.", "Asked for fail."))
                .body("items.attempt", contains(1, 2))
                .body("items.number", contains(1, 2));
    }

    @Test
    void shouldFailAJobForGoodThatCannotSucceed() {
        String job = job("refuse", 0);

        assertThat(events.first(job, 3)).containsExactly("job.accepted", "job.running", "job.failed");
        status(job).body("message", containsString("asked to fail"));
    }
}
