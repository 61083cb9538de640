package io.fairlead.job.worker;

import static io.fairlead.job.JobCalls.dismiss;
import static io.fairlead.job.JobCalls.results;
import static io.fairlead.job.JobCalls.status;
import static io.fairlead.job.JobCalls.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.fairlead.job.Gate;
import io.fairlead.job.JobEvents;
import io.fairlead.job.queue.Rescuer;
import io.fairlead.testkit.FairleadTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@FairleadTest
class AttemptTest {

    @Inject
    Rescuer rescuer;

    @Inject
    RunningJobs running;

    @Test
    void shouldFailAtOnceWhenTheProcessRefuses() {
        Gate.at("refuse").open();
        String id = submitted(Gate.request("refuse", "refuse"));

        try (JobEvents events = new JobEvents()) {
            assertThat(events.first(id, 3)).containsExactly("job.accepted", "job.running", "job.failed");
        }
        status(id).body("status", equalTo("failed"), "message", equalTo("No such thing."));
        results(id).statusCode(422).body("detail", equalTo("No such thing."));
    }

    @Test
    void shouldTryAgainWhenTheProcessHasAnError() {
        Gate.at("error-once").open();
        String id = submitted(Gate.request("error-once", "error-once"));

        try (JobEvents events = new JobEvents()) {
            assertThat(events.first(id, 5))
                    .containsExactly("job.accepted", "job.running", "job.retrying", "job.running", "job.successful");
        }
        results(id).statusCode(200).body("text", equalTo("second time"));
        status(id)
                .body("attempts.outcome", contains("error", "successful"))
                .body("attempts[0].message", startsWith("The process failed; incident"))
                .body("attempts[0].message", not(containsString("secret")));
    }

    @Test
    void shouldFailWhenTheResultsCannotBeStored() {
        Gate.at("unstorable").open();
        String id = submitted(Gate.request("unstorable", "unstorable"));

        try (JobEvents events = new JobEvents()) {
            assertThat(events.await(id, "job.failed")).contains("cannot be stored");
        }
    }

    @Test
    void shouldFailAtOnceWhenTheResultsCannotBePublished() {
        Gate.at("unpublishable").open();
        String id = submitted(Gate.request("unpublishable", "unpublishable"));

        try (JobEvents events = new JobEvents()) {
            assertThat(events.first(id, 3)).containsExactly("job.accepted", "job.running", "job.failed");
        }
        status(id).body("message", equalTo("The process's results cannot be published."));
        results(id).statusCode(422);
    }

    @Test
    void shouldStopItsOwnWorkWhenTheLeaseIsLost() throws InterruptedException {
        String id = submitted(Gate.request("lost", "succeed"));
        Gate.at("lost").awaitReached();

        rescuer.rescue(Instant.now().plus(Duration.ofMinutes(1))).await().indefinitely();
        running.beat();

        Gate.at("lost").awaitInterrupted();
        try (JobEvents events = new JobEvents()) {
            assertThat(events.first(id, 4))
                    .containsExactly("job.accepted", "job.running", "job.retrying", "job.running");
        }
        dismiss(id).statusCode(200);
    }

    @Test
    void shouldHandTheJobBackWhenTheWorkerIsStopped() throws InterruptedException {
        String id = submitted(Gate.request("stopped", "succeed"));
        Gate.at("stopped").awaitReached();

        running.stopAll(RunningJob.Stop.WORKER_STOPPED);
        Gate.at("stopped").awaitInterrupted();
        Gate.at("stopped").open();

        try (JobEvents events = new JobEvents()) {
            events.await(id, "job.successful");
        }
        status(id).body("attempts.outcome", contains("handed-back", "successful"));
    }

    @Test
    void shouldShowProgressAfterAHeartbeat() throws InterruptedException {
        String id = submitted(Gate.request("progress", "succeed"));
        Gate.at("progress").awaitReached();

        running.beat();

        status(id).body("progress", equalTo(42), "message", equalTo("At the gate."), "status", equalTo("running"));
        dismiss(id).statusCode(200);
    }
}
