package io.fairlead.job.worker;

import io.fairlead.job.queue.JobState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Lets requests wait for jobs to become ready. The bell may be missed, so nobody waits for it long. */
@ApplicationScoped
class Doorbell {

    private final WakeUp wakeUp;
    private final WorkerConfig config;
    private final AtomicBoolean listening = new AtomicBoolean();
    private final AtomicReference<CompletableFuture<Void>> next = new AtomicReference<>(new CompletableFuture<>());

    Doorbell(WakeUp wakeUp, WorkerConfig config) {
        this.wakeUp = wakeUp;
        this.config = config;
    }

    /** The next ring; to be taken before looking for jobs, so that none is missed in between. */
    CompletableFuture<Void> next() {
        if (listening.compareAndSet(false, true)) {
            wakeUp.listen(Map.of(JobState.QUEUED.label(), this::ring));
        }
        return next.get();
    }

    /** Waits for a ring, but not beyond the time or the usual interval of looking. */
    Uni<Void> await(CompletableFuture<Void> ring, Duration atMost) {
        Duration longest = atMost.compareTo(config.poll()) < 0 ? atMost : config.poll();
        return Uni.createFrom()
                .completionStage(() -> ring.copy())
                .ifNoItem()
                .after(longest)
                .recoverWithItem((Void) null);
    }

    private void ring() {
        next.getAndSet(new CompletableFuture<>()).complete(null);
    }
}
