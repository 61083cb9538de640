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

    /**
     * The bound, whatever else there is: while a share waits with nothing running each other share of its priority is served
     * at most once, so its first job is behind at most one job of each, and what the same claim takes along. Jobs that wait
     * for a seat have no turn.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldServeEachOtherShareAtMostOnceWhileOneWaitsForItsFirst(long seed) {
        Random random = new Random(seed);
        String process = rows.newProcess();
        int others = 1 + random.nextInt(8);
        rows.insert(process, "busy-" + seed, "a", null, NOW, 10_000);
        IntStream.range(1, others)
                .forEach(i -> rows.insert(process, "p" + seed + "-" + i, "a", null, NOW, 1 + random.nextInt(200)));
        rows.insert(process, "blocked-" + seed, "a", "no-seat", NOW, 1000);
        List<ClaimedJob> running = new ArrayList<>();
        for (int round = 0; round < 12; round++) {
            String late = "late-" + seed + "-" + round;
            rows.insert(process, late, "a", null, NOW.plusSeconds(3600), 1);
            int most = 1 + random.nextInt(4);

            assertThat(servedBefore(late, process, most, random, running))
                    .as("seed %d round %d, %d others, claims of %d", seed, round, others, most)
                    .isLessThanOrEqualTo(others + most - 1);
        }
        assertThat(running).noneMatch(job -> share(job).startsWith("blocked"));
    }

    /** Claims, and ends some of what runs, until this share is served; counts the jobs of others until then. */
    private int servedBefore(String late, String process, int most, Random random, List<ClaimedJob> running) {
        int before = 0;
        while (true) {
            List<ClaimedJob> claimed = claim(process, most);
            running.addAll(claimed);
            long mine = claimed.stream().filter(job -> share(job).equals(late)).count();
            before += claimed.size() - (int) mine;
            if (mine > 0) {
                return before;
            }
            assertThat(claimed).isNotEmpty();
            while (random.nextBoolean() && !running.isEmpty()) {
                end(running.remove(random.nextInt(running.size())));
            }
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
