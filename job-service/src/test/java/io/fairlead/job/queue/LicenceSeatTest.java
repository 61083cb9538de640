package io.fairlead.job.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fairlead.testkit.FairleadTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A licence's seats: never more given out than there are, none lost. */
@FairleadTest
@Timeout(120)
class LicenceSeatTest {

    private static final Instant NOW = Instant.parse("2200-01-01T00:00:00Z");
    private static final Instant LONG_AGO = NOW.minusSeconds(3600);
    private static final int WORKERS = 6;
    private static final int JOBS = 240;
    private static final int SEATS = 3;

    @Inject
    QueueRows rows;

    @Inject
    Claimer claimer;

    @Inject
    Completer completer;

    @Inject
    Rescuer rescuer;

    @Inject
    Dismisser dismisser;

    @Inject
    QueueConfig config;

    @Test
    void shouldGiveOutNoMoreJobsThanThereAreSeats() {
        String process = rows.newProcess();
        String licence = licence(2);
        rows.insert(process, null, "a", licence, NOW, 5);

        List<ClaimedJob> claimed = claim(process, 9, NOW);

        assertThat(claimed).hasSize(2);
        assertThat(claim(process, 9, NOW)).isEmpty();
        end(claimed.get(0));
        assertThat(claim(process, 9, NOW)).hasSize(1);
        assertThat(rows.held(licence)).isEqualTo(2);
    }

    @Test
    void shouldLetOthersPassWhenNoSeatIsFree() {
        String process = rows.newProcess();
        rows.insert(process, null, "a", licence(0), NOW, 50);
        Job free = rows.insert(process, null, "b", null, NOW, 1).get(0);

        assertThat(claim(process, 9, NOW)).extracting(job -> job.job().id()).containsExactly(free.id());
    }

    @Test
    void shouldFreeTheSeatWhenTheLeaseExpires() {
        String process = rows.newProcess();
        String licence = licence(1);
        rows.insert(process, null, "a", licence, NOW, 1);
        Lease stale = claim(process, 1, NOW).get(0).lease();

        rescue(NOW.plus(config.lease()).plusMillis(1));
        assertThat(rows.held(licence)).isZero();
        ClaimedJob again = claim(process, 1, NOW.plusSeconds(60)).get(0);

        assertThat(completer.end(stale, Ending.failed("late"), NOW).await().indefinitely())
                .isEmpty();
        assertThat(rows.held(licence)).isEqualTo(1);
        end(again);
        assertThat(rows.held(licence)).isZero();
    }

    @Test
    void shouldFreeTheSeatWhenACancelledJobLetsGo() {
        String process = rows.newProcess();
        String licence = licence(1);
        Job job = rows.insert(process, null, "a", licence, NOW, 1).get(0);
        ClaimedJob claimed = claim(process, 1, NOW).get(0);

        dismisser.dismiss(job.id(), "somebody", NOW).await().indefinitely();
        assertThat(rows.held(licence)).isEqualTo(1);
        end(claimed);

        assertThat(rows.held(licence)).isZero();
    }

    @Test
    void shouldNeverGiveOutMoreSeatsThanThereAreWhenWorkersDieAndRace() {
        String process = rows.newProcess();
        String licence = licence(SEATS);
        rows.insert(process, null, "a", licence, NOW, JOBS);
        Set<UUID> ended = ConcurrentHashMap.newKeySet();
        AtomicInteger most = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        try {
            List<CompletableFuture<Void>> workers = IntStream.range(0, WORKERS)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> work(process, i, ended, most), threads))
                    .toList();
            workers.forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }

        assertThat(ended).hasSize(JOBS);
        assertThat(most).hasValueLessThanOrEqualTo(SEATS);
        assertThat(most).hasValueGreaterThan(1);
        assertThat(rows.held(licence)).isZero();
    }

    /** Ends some jobs, dies over others, and rescues those of the dead: only their leases have expired. */
    private void work(String process, int seed, Set<UUID> ended, AtomicInteger most) {
        Random random = new Random(seed);
        while (ended.size() < JOBS) {
            boolean dies = random.nextInt(4) == 0;
            for (ClaimedJob job : claim(process, 1 + random.nextInt(SEATS + 1), dies ? LONG_AGO : NOW)) {
                most.accumulateAndGet((int) rows.running(process), Math::max);
                if (!dies && end(job)) {
                    ended.add(job.job().id());
                }
            }
            rescue(NOW).stream()
                    .filter(job -> job.state() == JobState.QUARANTINED)
                    .forEach(job -> ended.add(job.id()));
        }
    }

    private String licence(int seats) {
        String licence = "licence-" + UUID.randomUUID();
        rows.seats(licence, seats);
        return licence;
    }

    private List<ClaimedJob> claim(String process, int most, Instant now) {
        return claimer.claim("worker", List.of(process), most, now).await().indefinitely();
    }

    private boolean end(ClaimedJob job) {
        return completer
                .end(job.lease(), Ending.successful(JsonNodeFactory.instance.objectNode()), NOW)
                .await()
                .indefinitely()
                .isPresent();
    }

    private List<Job> rescue(Instant now) {
        return rescuer.rescue(now).await().indefinitely();
    }
}
