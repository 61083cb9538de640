package io.fairlead.job.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.job.JobEvents;
import io.fairlead.testkit.FairleadTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The queue's own promises, with workers that do exactly what each test says: no built-in one knows their process. */
@FairleadTest
class QueueTest {

    /** Beyond the reach of the rescuer and the promoter that the service itself runs. */
    private static final Instant NOW = Instant.parse("2200-01-01T00:00:00Z");

    private static final ObjectNode OUTPUTS =
            JsonNodeFactory.instance.objectNode().put("answer", 42);

    @Inject
    QueueRows rows;

    @Inject
    Claimer claimer;

    @Inject
    Heartbeat heartbeat;

    @Inject
    Completer completer;

    @Inject
    Rescuer rescuer;

    @Inject
    Promoter promoter;

    @Inject
    Dismisser dismisser;

    @Inject
    QueueConfig config;

    @Test
    void shouldClaimTheMostUrgentAndThenTheOldest() {
        String process = rows.newProcess();
        Job late = rows.insert(process, 4, NOW.minusSeconds(1));
        Job early = rows.insert(process, 4, NOW.minusSeconds(2));
        Job urgent = rows.insert(process, 9, NOW);

        List<ClaimedJob> claimed = claim(process, "a", 2, NOW);

        assertThat(claimed).extracting(job -> job.job().id()).containsExactlyInAnyOrder(urgent.id(), early.id());
        assertThat(claim(process, "b", 9, NOW))
                .extracting(job -> job.job().id())
                .containsExactly(late.id());
    }

    @Test
    void shouldGiveTheWorkerTheInputs() {
        String process = rows.newProcess();
        rows.insert(process, 4, NOW);

        ClaimedJob claimed = claim(process, "a", 1, NOW).get(0);

        assertThat(claimed.inputs().get("message").asText()).isEqualTo("hello");
        assertThat(claimed.job().leaseUntil()).isEqualTo(NOW.plus(config.lease()));
    }

    @Test
    void shouldRefuseAnEndingWhenTheAttemptIsStale() {
        String process = rows.newProcess();
        Job job = rows.insert(process, 4, NOW);
        Lease stale = claim(process, "a", 1, NOW).get(0).lease();
        rescue(NOW.plus(config.lease()).plusMillis(1));
        Lease fresh = claim(process, "b", 1, NOW.plusSeconds(60)).get(0).lease();

        assertThat(end(stale, Ending.successful(OUTPUTS))).isFalse();
        assertThat(rows.outputs(job.id())).isZero();
        assertThat(end(fresh, Ending.successful(OUTPUTS))).isTrue();
        assertThat(rows.outputs(job.id())).isEqualTo(1);
        assertThat(end(fresh, Ending.failed("again"))).isFalse();
    }

    @Test
    void shouldRefuseAnEndingWhenTheWorkerIsAnother() {
        String process = rows.newProcess();
        rows.insert(process, 4, NOW);
        Lease lease = claim(process, "a", 1, NOW).get(0).lease();

        assertThat(end(new Lease(lease.job(), lease.attempt(), "b"), Ending.successful(OUTPUTS)))
                .isFalse();
    }

    @Test
    void shouldTakeALeaseBackOnlyWhenItHasExpired() {
        String process = rows.newProcess();
        Job job = rows.insert(process, 4, NOW);
        claim(process, "a", 1, NOW);

        rescue(NOW.plus(config.lease()));
        assertThat(rows.find(job.id()).state()).isEqualTo(JobState.RUNNING);

        rescue(NOW.plus(config.lease()).plusMillis(1));
        assertThat(rows.find(job.id()).state()).isEqualTo(JobState.QUEUED);
        assertThat(rows.find(job.id()).crashes()).isEqualTo(1);
    }

    @Test
    void shouldHoldALeaseForAsLongAsItIsRenewed() {
        String process = rows.newProcess();
        Job job = rows.insert(process, 4, NOW);
        Lease lease = claim(process, "a", 1, NOW).get(0).lease();
        Instant later = NOW.plus(config.heartbeat());

        assertThat(beat(lease, later)).containsEntry(lease, JobState.RUNNING);

        rescue(NOW.plus(config.lease()).plusMillis(1));
        assertThat(rows.find(job.id()).state()).isEqualTo(JobState.RUNNING);
        assertThat(rows.find(job.id()).progress()).isEqualTo(7);
    }

    @Test
    void shouldQuarantineAJobWhenItsWorkersKeepDying() {
        String process = rows.newProcess();
        Job job = rows.insert(process, 4, NOW);
        for (int crash = 0; crash < config.maxCrashes(); crash++) {
            claim(process, "worker-" + crash, 1, NOW);
            rescue(NOW.plus(Duration.ofMinutes(1)));
        }

        assertThat(rows.find(job.id()).state()).isEqualTo(JobState.QUARANTINED);
        assertThat(claim(process, "a", 1, NOW)).isEmpty();
        assertThat(rows.attempts(job.id())).isEqualTo(config.maxCrashes());
        try (JobEvents events = new JobEvents()) {
            assertThat(events.await(job.id().toString(), "job.failed")).contains("quarantined");
        }
    }

    @Test
    void shouldKeepAJobFromClaimsUntilItsRetryIsDue() {
        String process = rows.newProcess();
        Job job = rows.insert(process, 4, NOW);
        Lease lease = claim(process, "a", 1, NOW).get(0).lease();
        end(lease, Ending.retry("Not yet.", NOW.plusSeconds(8)));

        promoter.promote(NOW.plusSeconds(7)).await().indefinitely();
        assertThat(claim(process, "a", 1, NOW)).isEmpty();

        promoter.promote(NOW.plusSeconds(8)).await().indefinitely();
        assertThat(claim(process, "a", 1, NOW)).hasSize(1);
        assertThat(rows.find(job.id()).errors()).isEqualTo(1);
    }

    @Test
    void shouldDismissAWaitingJobAtOnce() {
        String process = rows.newProcess();
        Job job = rows.insert(process, 4, NOW);

        dismisser.dismiss(job.id(), "somebody", NOW).await().indefinitely();

        assertThat(rows.find(job.id()).state()).isEqualTo(JobState.DISMISSED);
        assertThat(claim(process, "a", 1, NOW)).isEmpty();
    }

    @Test
    void shouldDismissACancelledJobWhenItsWorkerIsSilent() {
        String process = rows.newProcess();
        Job job = rows.insert(process, 4, NOW);
        Lease lease = claim(process, "a", 1, NOW).get(0).lease();
        dismisser.dismiss(job.id(), "somebody", NOW).await().indefinitely();

        rescue(NOW.plus(Duration.ofMinutes(1)));

        assertThat(rows.find(job.id()).state()).isEqualTo(JobState.DISMISSED);
        assertThat(rows.find(job.id()).message()).isEqualTo("Dismissed by somebody.");
        assertThat(end(lease, Ending.successful(OUTPUTS))).isFalse();
    }

    @Test
    void shouldLeaveAJobToAnotherWorkerWhenItIsHandedBack() {
        String process = rows.newProcess();
        Job job = rows.insert(process, 4, NOW);
        Lease lease = claim(process, "a", 1, NOW).get(0).lease();

        end(lease, Ending.handedBack());

        assertThat(claim(process, "b", 1, NOW)).hasSize(1);
        assertThat(rows.find(job.id()).crashes()).isZero();
        assertThat(rows.find(job.id()).errors()).isZero();
    }

    private List<ClaimedJob> claim(String process, String worker, int most, Instant now) {
        return claimer.claim(worker, List.of(process), most, now).await().indefinitely();
    }

    private boolean end(Lease lease, Ending ending) {
        return completer.end(lease, ending, NOW).await().indefinitely().isPresent();
    }

    private void rescue(Instant now) {
        rescuer.rescue(now).await().indefinitely();
    }

    private Map<Lease, JobState> beat(Lease lease, Instant now) {
        return heartbeat
                .renew(List.of(new Heartbeat.Beat(lease, 7, null)), now)
                .await()
                .indefinitely();
    }
}
