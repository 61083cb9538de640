package io.fairlead.job.queue;

import static io.fairlead.job.JobCalls.echo;
import static io.fairlead.job.JobCalls.status;
import static io.fairlead.job.JobCalls.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.job.Gate;
import io.fairlead.job.JobCalls;
import io.fairlead.job.JobEvents;
import io.fairlead.testkit.FairleadTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@FairleadTest
class RetentionTest {

    @Inject
    Retention retention;

    @Inject
    QueueRows rows;

    @Test
    void shouldForgetJobsThatEndedLongAgoAndNoOthers() throws InterruptedException {
        String ended = submitted(echo("old"));
        String running = submitted(Gate.request("kept", "succeed"));
        Gate.at("kept").awaitReached();
        try (JobEvents events = new JobEvents()) {
            events.await(ended, "job.successful");
        }

        retention.forget(Instant.now().plus(Duration.ofDays(89))).await().indefinitely();
        status(ended).statusCode(200);
        assertThat(rows.tablesWith(UUID.fromString(ended)))
                .containsExactlyInAnyOrder("job_input", "job_output", "job_attempt", "job_event");

        assertThat(retention
                        .forget(Instant.now().plus(Duration.ofDays(91)))
                        .await()
                        .indefinitely())
                .isEqualTo(1);
        status(ended).statusCode(404);
        assertThat(rows.tablesWith(UUID.fromString(ended))).isEmpty();
        status(running).statusCode(200);
        assertThat(rows.tablesWith(UUID.fromString(running))).containsExactlyInAnyOrder("job_input", "job_event");
        JobCalls.dismiss(running).statusCode(200);
    }
}
