package io.fairlead.job.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fairlead.testkit.FairleadTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@FairleadTest
class ClaimConcurrencyTest {

    private static final int JOBS = 600;
    private static final int WORKERS = 8;
    private static final Instant NOW = Instant.parse("2200-01-01T00:00:00Z");

    @Inject
    QueueRows rows;

    @Inject
    Claimer claimer;

    @Inject
    Completer completer;

    @Test
    void shouldGiveEachJobToOneWorkerWhenManyClaimAtOnce() {
        String process = rows.newProcess();
        rows.insert(process, 4, NOW, JOBS);

        List<UUID> claimed = allTogether(worker -> drain(process, worker));

        assertThat(claimed).hasSize(JOBS).doesNotHaveDuplicates();
    }

    @Test
    void shouldLetOneEndingWinWhenManyCompleteTheSameAttempt() {
        String process = rows.newProcess();
        rows.insert(process, 4, NOW);
        Lease lease = claimer.claim("a", List.of(process), 1, NOW)
                .await()
                .indefinitely()
                .get(0)
                .lease();
        Ending ending = Ending.successful(JsonNodeFactory.instance.objectNode().put("answer", 42));

        List<UUID> winners = allTogether(worker -> completer.end(lease, ending, NOW).await().indefinitely().stream()
                .map(Job::id)
                .toList());

        assertThat(winners).hasSize(1);
    }

    private interface Work {
        List<UUID> of(String worker);
    }

    private List<UUID> drain(String process, String worker) {
        List<UUID> mine = new ArrayList<>();
        List<ClaimedJob> batch;
        do {
            batch = claimer.claim(worker, List.of(process), 7, NOW).await().indefinitely();
            batch.forEach(job -> mine.add(job.job().id()));
        } while (!batch.isEmpty());
        return mine;
    }

    private static List<UUID> allTogether(Work work) {
        CyclicBarrier start = new CyclicBarrier(WORKERS);
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        try {
            List<CompletableFuture<List<UUID>>> running = IntStream.range(0, WORKERS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> after(start, work, "worker-" + i), threads))
                    .toList();
            return running.stream().flatMap(done -> done.join().stream()).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<UUID> after(CyclicBarrier start, Work work, String worker) {
        try {
            start.await();
            return work.of(worker);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
