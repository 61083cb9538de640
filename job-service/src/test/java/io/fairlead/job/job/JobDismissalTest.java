package io.fairlead.job.job;

import static io.fairlead.job.JobCalls.dismiss;
import static io.fairlead.job.JobCalls.echo;
import static io.fairlead.job.JobCalls.results;
import static io.fairlead.job.JobCalls.status;
import static io.fairlead.job.JobCalls.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.job.Gate;
import io.fairlead.job.JobEvents;
import io.fairlead.testkit.FairleadTest;
import org.junit.jupiter.api.Test;

@FairleadTest
class JobDismissalTest {

    @Test
    void shouldStopTheProcessWhenARunningJobIsDismissed() throws InterruptedException {
        String id = submitted(Gate.request("dismissed", "succeed"));
        Gate.at("dismissed").awaitReached();

        dismiss(id).statusCode(200).body("status", equalTo("dismissed"), "state", equalTo("cancelling"));

        Gate.at("dismissed").awaitInterrupted();
        try (JobEvents events = new JobEvents()) {
            assertThat(events.first(id, 4))
                    .containsExactly("job.accepted", "job.running", "job.cancelling", "job.dismissed");
        }
        status(id)
                .body("state", equalTo("dismissed"), "message", equalTo("Dismissed by operator."))
                .body("attempts.outcome", contains("dismissed"));
        results(id).statusCode(410);
    }

    @Test
    void shouldThrowTheResultAwayWhenItComesAfterTheDismissal() throws InterruptedException {
        String id = submitted(Gate.request("late", "ignore-interrupt"));
        Gate.at("late").awaitReached();
        dismiss(id).statusCode(200);
        Gate.at("late").awaitInterrupted();

        Gate.at("late").open();

        try (JobEvents events = new JobEvents()) {
            assertThat(events.first(id, 4)).endsWith("job.cancelling", "job.dismissed");
        }
        results(id).statusCode(410);
    }

    @Test
    void shouldChangeNothingWhenAJobIsDismissedTwice() throws InterruptedException {
        String id = submitted(Gate.request("twice", "succeed"));
        Gate.at("twice").awaitReached();
        dismiss(id).statusCode(200);
        try (JobEvents events = new JobEvents()) {
            events.await(id, "job.dismissed");
        }

        dismiss(id).statusCode(200).body("state", equalTo("dismissed"), "version", equalTo(4));
    }

    @Test
    void shouldRefuseWhenTheJobHasEnded() {
        String id = submitted(echo("over"));
        try (JobEvents events = new JobEvents()) {
            events.await(id, "job.successful");
        }

        dismiss(id).statusCode(409);
        results(id).statusCode(200);
    }
}
