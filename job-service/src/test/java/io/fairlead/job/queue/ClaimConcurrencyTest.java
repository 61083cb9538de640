package io.fairlead.job.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fairlead.testkit.FairleadTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@FairleadTest
class ClaimConcurrencyTest {

    private static final int JOBS = 600;
    private static final int WORKERS = 8;
    private static final int PROJECTS = 6;
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
    void shouldNotLockEachOtherOutWhenManyClaimTheJobsOfSeveralProjects() {
        String process = rows.newProcess();
        IntStream.range(0, PROJECTS).forEach(i -> rows.insert(process, process + i, "a", null, NOW, JOBS / PROJECTS));

        List<UUID> claimed = allTogether(worker -> drain(process, worker));

        assertThat(claimed).hasSize(JOBS).doesNotHaveDuplicates();
    }

    @Test
    void shouldEndAllOthersWhenOneOfManyEndingsAtOnceCannotBeStored() {
        String process = rows.newProcess();
        rows.insert(process, 4, NOW, WORKERS);
        List<ClaimedJob> jobs =
                claimer.claim("a", List.of(process), WORKERS, NOW).await().indefinitely();
        ClaimedJob bad = jobs.get(3);
        AtomicInteger next = new AtomicInteger();

        List<UUID> ended = allTogether(worker -> {
            ClaimedJob job = jobs.get(next.getAndIncrement());
            String answer = job == bad ? "a\0b" : "42";
            Ending ending =
                    Ending.successful(JsonNodeFactory.instance.objectNode().put("answer", answer));
            return completer
                    .end(job.lease(), ending, NOW)
                    .onFailure()
                    .recoverWithItem(Optional.empty())
                    .await()
                    .indefinitely()
                    .stream()
                    .map(Job::id)
                    .toList();
        });

        assertThat(ended).hasSize(WORKERS - 1).doesNotContain(bad.job().id());
        assertThat(rows.find(bad.job().id()).state()).isEqualTo(JobState.RUNNING);
        assertThat(ended).allSatisfy(id -> assertThat(rows.outputs(id)).isEqualTo(1));
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
