package io.fairlead.job.worker;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Counts a worker's threads that have no job. Jobs that do nothing free their threads one by one while others are claimed: who claims
 * for each of them alone claims as often as there are jobs.
 */
final class FreeThreads {

    private final Semaphore free;
    private final int many;

    FreeThreads(int threads) {
        this.free = new Semaphore(threads);
        this.many = Math.max(1, threads / 2);
    }

    /**
     * Takes all free threads, once there is one.
     *
     * @return how many; 0 if there was none for so long
     */
    int take(Duration patience) throws InterruptedException {
        return free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS) ? 1 + free.drainPermits() : 0;
    }

    /** Takes half of all threads or more, if they become free within so long; 0 if not. */
    int takeMany(Duration patience) throws InterruptedException {
        return free.tryAcquire(many, patience.toNanos(), TimeUnit.NANOSECONDS) ? many + free.drainPermits() : 0;
    }

    void giveBack(int threads) {
        free.release(threads);
    }
}
