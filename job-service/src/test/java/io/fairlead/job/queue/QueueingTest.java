package io.fairlead.job.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fairlead.testkit.FairleadTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a waiting job is told. */
@FairleadTest
class QueueingTest {

    private static final Instant NOW = Instant.parse("2200-01-01T00:00:00Z");

    @Inject
    QueueRows rows;

    @Inject
    Queueing queueing;

    @Inject
    Claimer claimer;

    @Inject
    Completer completer;

    @Test
    void shouldCountTheTurnsOfOthersAndTheJobsOfItsOwnProject() {
        String process = rows.newProcess();
        rows.insert(process, "long", "a", null, NOW, 50);
        rows.insert(process, "short", "a", null, NOW, 1);
        rows.insert(process, "blocked", "a", "no-such-engine", NOW, 50);
        rows.insert(process, "mine", "a", null, NOW, 2);
        Job job = rows.insert(process, "mine", "a", null, NOW.plusSeconds(1), 1).get(0);

        Queueing.Place place = queueing.of(job).await().indefinitely();

        assertThat(place.own()).isEqualTo(2);
        assertThat(place.basis().most()).isEqualTo(2 + 3 + 1);
        assertThat(place.running()).isZero();
        assertThat(place.basis().quick()).isNull();
    }

    @Test
    void shouldTakeDurationsFromJobsThatSucceededAndSlotsFromThoseThatRun() {
        String process = rows.newProcess();
        rows.insert(process, "mine", "a", null, NOW, 4);
        ClaimedJob done = claim(process, 1).get(0);
        completer
                .end(done.lease(), Ending.successful(JsonNodeFactory.instance.objectNode()), NOW.plusSeconds(7))
                .await()
                .indefinitely();
        claim(process, 2);
        Job job = rows.insert(process, "mine", "a", null, NOW.plusSeconds(1), 1).get(0);

        StartEstimate.Basis basis = queueing.of(job).await().indefinitely().basis();

        assertThat(basis).isEqualTo(new StartEstimate.Basis(1, 1, 2, Duration.ofSeconds(7), Duration.ofSeconds(7)));
    }

    @Test
    void shouldTakeTheSeatsForSlotsWhenALicenceIsNeeded() {
        String process = rows.newProcess();
        rows.seats(process, 3);
        Job job = rows.insert(process, "mine", "a", process, NOW, 1).get(0);

        assertThat(queueing.of(job).await().indefinitely().basis().slots()).isEqualTo(3);
    }

    private List<ClaimedJob> claim(String process, int most) {
        return claimer.claim("worker", List.of(process), most, NOW).await().indefinitely();
    }
}
