package io.fairlead.job.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fairlead.testkit.FairleadTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who goes first when many want to. */
@FairleadTest
class FairnessTest {

    private static final Instant NOW = Instant.parse("2200-01-01T00:00:00Z");

    @Inject
    QueueRows rows;

    @Inject
    Claimer claimer;

    @Inject
    Completer completer;

    @Test
    void shouldServeANewProjectNextWhenAnotherHasTenThousandJobs() {
        String process = rows.newProcess();
        rows.insert(process, "busy", "a", null, NOW, 10_000);
        claim(process, 8);
        Job first =
                rows.insert(process, "new", "b", null, NOW.plusSeconds(60), 1).get(0);

        assertThat(claim(process, 1)).extracting(claimed -> claimed.job().id()).containsExactly(first.id());
    }

    @Test
    void shouldTakeTurnsWhenJobsEndAsSoonAsTheyBegin() {
        String process = rows.newProcess();
        rows.insert(process, "steady", "a", null, NOW, 50);
        for (int i = 0; i < 5; i++) {
            claim(process, 1).forEach(this::end);
        }
        rows.insert(process, null, "someone", null, NOW.plusSeconds(60), 3);

        List<String> turns = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            List<ClaimedJob> claimed = claim(process, 1);
            turns.add(share(claimed.get(0)));
            claimed.forEach(this::end);
        }

        assertThat(turns).containsExactly("someone", "steady", "someone", "steady", "someone", "steady");
    }

    @Test
    void shouldGiveEachProjectAsManyWhenOneClaimTakesSeveral() {
        String process = rows.newProcess();
        rows.insert(process, "one", "a", null, NOW, 20);
        rows.insert(process, "two", "a", null, NOW, 20);
        rows.insert(process, "three", "a", null, NOW, 1);

        assertThat(claim(process, 9).stream()
                        .collect(Collectors.groupingBy(FairnessTest::share, Collectors.counting())))
                .containsEntry("one", 4L)
                .containsEntry("two", 4L)
                .containsEntry("three", 1L);
    }

    /** The bound: while a share waits with nothing running, each other share is served at most once. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldServeEachOtherShareAtMostOnceWhileOneWaitsForItsFirst(long seed) {
        Random random = new Random(seed);
        String process = rows.newProcess();
        int others = 5;
        IntStream.range(0, others).forEach(i -> rows.insert(process, "p" + seed + "-" + i, "a", null, NOW, 200));
        List<ClaimedJob> running = new ArrayList<>();
        for (int round = 0; round < 10; round++) {
            String late = "late-" + seed + "-" + round;
            rows.insert(process, late, "a", null, NOW.plusSeconds(3600), 1);
            List<String> before = new ArrayList<>();
            boolean served = false;
            while (!served) {
                List<ClaimedJob> claimed = claim(process, 1 + random.nextInt(3));
                served = claimed.stream().anyMatch(job -> share(job).equals(late));
                claimed.stream()
                        .map(FairnessTest::share)
                        .filter(share -> !share.equals(late))
                        .forEach(before::add);
                running.addAll(claimed);
                while (random.nextBoolean() && !running.isEmpty()) {
                    end(running.remove(random.nextInt(running.size())));
                }
            }
            assertThat(before.size()).isLessThanOrEqualTo(others + 2);
        }
    }

    private List<ClaimedJob> claim(String process, int most) {
        return claimer.claim("worker", List.of(process), most, NOW).await().indefinitely();
    }

    private void end(ClaimedJob job) {
        completer
                .end(job.lease(), Ending.successful(JsonNodeFactory.instance.objectNode()), NOW)
                .await()
                .indefinitely();
    }

    private static String share(ClaimedJob claimed) {
        return claimed.job().project() == null
                ? claimed.job().createdBy()
                : claimed.job().project();
    }
}
