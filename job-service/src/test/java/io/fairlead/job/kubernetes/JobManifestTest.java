package io.fairlead.job.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fairlead.job.queue.Lease;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobManifestTest {

    private static final Lease LEASE =
            new Lease(UUID.fromString("01a1ffa8-e514-7928-bbcf-fd9345fe961a"), 2, "job-pods/kubernetes/a");

    private final JobManifest manifest = new JobManifest(Containers.heavy("http://127.0.0.1:9"));

    @Test
    void shouldHaveOnePodThatIsNeverStartedAgain() {
        JobSpec spec = job().getSpec();

        assertThat(List.of(spec.getParallelism(), spec.getCompletions(), spec.getBackoffLimit()))
                .containsExactly(1, 1, 0);
        assertThat(spec.getTemplate().getSpec().getRestartPolicy()).isEqualTo("Never");
        assertThat(spec.getPodReplacementPolicy()).isEqualTo("Failed");
        assertThat(spec.getActiveDeadlineSeconds()).isEqualTo(7200);
    }

    @Test
    void shouldSayWhatToRunWithWhat() {
        Container container =
                job().getSpec().getTemplate().getSpec().getContainers().get(0);

        assertThat(container.getImage()).isEqualTo("example.org/heavy:1");
        assertThat(container.getCommand()).containsExactly("solve", "--fast");
        assertThat(container.getResources().getLimits())
                .isEqualTo(container.getResources().getRequests())
                .isEqualTo(Map.of("cpu", new Quantity("2"), "memory", new Quantity("4Gi")));
        assertThat(container.getEnvFrom().get(0).getSecretRef().getName()).isEqualTo("fairlead-job-pods");
        assertThat(container.getEnv())
                .extracting(EnvVar::getName, EnvVar::getValue)
                .contains(
                        tuple("FAIRLEAD_JOB", LEASE.job().toString()),
                        tuple("FAIRLEAD_ATTEMPT", "2"),
                        tuple("FAIRLEAD_WORKER", "kubernetes/a"),
                        tuple("FAIRLEAD_URL", "http://job-service:8103"));
    }

    @Test
    void shouldGiveItsLeaseBack() {
        assertThat(manifest.lease(job())).hasValue(LEASE);
        assertThat(job().getMetadata().getName()).isEqualTo("fairlead-" + LEASE.job() + "-2");
    }

    @Test
    void shouldHaveNoLeaseWhenItsLabelsWereChanged() {
        Job changed = new JobBuilder(job())
                .editMetadata()
                .addToLabels("fairlead.io/job", "another")
                .endMetadata()
                .build();

        assertThat(manifest.lease(changed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Complete, True, CompletionsReached, EXITED",
        "Failed, True, BackoffLimitExceeded, FAILED",
        "Failed, True, DeadlineExceeded, TOO_LONG",
        "Failed, True, PodFailurePolicy, DISRUPTED",
        "Failed, False, BackoffLimitExceeded, ALIVE",
        "FailureTarget, True, BackoffLimitExceeded, ALIVE",
        "SuccessCriteriaMet, True, CompletionsReached, ALIVE",
        "Suspended, True, JobSuspended, ALIVE",
    })
    void shouldTellWhatHasBecomeOfItsPod(String type, String status, String reason, PodOutcome outcome) {
        Job concluded = new JobBuilder(job())
                .withNewStatus()
                .addNewCondition()
                .withType(type)
                .withStatus(status)
                .withReason(reason)
                .endCondition()
                .endStatus()
                .build();

        assertThat(PodOutcome.of(concluded)).isEqualTo(outcome);
        assertThat(PodOutcome.of(job())).isEqualTo(PodOutcome.ALIVE);
    }

    private Job job() {
        return manifest.of(LEASE, "heavy", "kubernetes/a");
    }
}
