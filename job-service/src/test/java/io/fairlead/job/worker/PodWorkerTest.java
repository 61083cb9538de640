package io.fairlead.job.worker;

import static io.fairlead.job.JobCalls.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.fairlead.job.kubernetes.Kubelet;
import io.fairlead.job.kubernetes.WithCluster;
import io.fairlead.testkit.FairleadTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A worker that is a pod for each job. */
@FairleadTest
@TestProfile(WithCluster.class)
class PodWorkerTest extends WorkerConformance {

    private Kubelet kubelet;

    PodWorkerTest() {
        super("outside-pod");
    }

    @Override
    void startWorker() throws IOException {
        kubelet = new Kubelet();
    }

    @Override
    void stopWorker() {
        kubelet.close();
    }

    @Test
    void shouldRenewTheLeaseOfAPodThatDoesNotDoSoItself() {
        String job = job("silent", 5);

        assertThat(events.first(job, 3)).containsExactly("job.accepted", "job.running", "job.successful");
        status(job).body("attempts.outcome", contains("successful"));
    }

    @Test
    void shouldHaveAJobTriedAgainWhosePodEndsWithAnError() {
        String job = job("crash", 0);

        assertThat(events.first(job, 5))
                .containsExactly("job.accepted", "job.running", "job.retrying", "job.running", "job.failed");
        status(job).body("attempts.message", contains("Its pod failed.", "Its pod failed."));
    }

    @Test
    void shouldHaveAJobTriedAgainWhosePodExitsWithoutResults() {
        String job = job("exit", 0);

        assertThat(events.await(job, "job.failed")).contains("Its pod exited without handing in results.");
    }
}
