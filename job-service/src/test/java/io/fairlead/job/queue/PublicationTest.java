package io.fairlead.job.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.core.event.Event;
import io.fairlead.testkit.FairleadTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@FairleadTest
class PublicationTest {

    private static final Instant NOW = Instant.parse("2200-01-01T00:00:00Z");
    private static final ObjectNode OUTPUTS =
            JsonNodeFactory.instance.objectNode().put("answer", 42);
    private static final String REFUSED = "test-refused";
    private static final Set<UUID> ASKED = ConcurrentHashMap.newKeySet();

    @Inject
    QueueRows rows;

    @Inject
    Claimer claimer;

    @Inject
    Completer completer;

    /** Has nothing to publish, but remembers what it was asked, and cannot publish results of one process, and "unpublishable" ones. */
    @Singleton
    static class Remembering implements Publication {

        @Override
        public List<Event> of(Job job, ObjectNode outputs) {
            ASKED.add(job.id());
            if (job.process().startsWith(REFUSED) || outputs.toString().contains(":\"unpublishable\"")) {
                throw new IllegalStateException("cannot be published");
            }
            return List.of();
        }
    }

    @Test
    void shouldPublishWhatSucceededAndNothingElse() {
        Lease failed = running(rows.newProcess());
        Lease succeeded = running(rows.newProcess());

        end(failed, Ending.failed("no"));
        end(succeeded, Ending.successful(OUTPUTS));

        assertThat(ASKED).contains(succeeded.job()).doesNotContain(failed.job());
    }

    @Test
    void shouldPublishNothingWhenTheLeaseIsLost() {
        Lease lease = running(rows.newProcess());

        end(new Lease(lease.job(), lease.attempt(), "another"), Ending.successful(OUTPUTS));

        assertThat(ASKED).doesNotContain(lease.job());
    }

    @Test
    void shouldLetNoneSufferForAnotherWhoseResultsCannotBePublished() {
        List<Lease> leases = IntStream.range(0, 40)
                .mapToObj(i -> running(i % 10 == 5 ? REFUSED + UUID.randomUUID() : rows.newProcess()))
                .toList();

        List<CompletableFuture<Optional<Job>>> ends = leases.stream()
                .map(lease ->
                        completer.end(lease, Ending.successful(OUTPUTS), NOW).subscribeAsCompletionStage())
                .toList();
        ends.forEach(end -> end.handle((job, failure) -> job).join());

        assertThat(leases).allSatisfy(lease -> {
            Job job = rows.find(lease.job());
            assertThat(job.state())
                    .isEqualTo(job.process().startsWith(REFUSED) ? JobState.RUNNING : JobState.SUCCESSFUL);
        });
    }

    @Test
    void shouldNotSucceedWithoutItsPublication() {
        Lease lease = running(REFUSED + UUID.randomUUID());

        assertThatThrownBy(() -> end(lease, Ending.successful(OUTPUTS))).hasMessageContaining("cannot be published");

        assertThat(rows.find(lease.job()).state()).isEqualTo(JobState.RUNNING);
        assertThat(rows.outputs(lease.job())).isZero();
    }

    private Lease running(String process) {
        rows.insert(process, 4, NOW);
        return claimer.claim("a", Set.of(process), 1, NOW)
                .await()
                .indefinitely()
                .get(0)
                .lease();
    }

    private void end(Lease lease, Ending ending) {
        completer.end(lease, ending, NOW).await().indefinitely();
    }
}
