package io.fairlead.job.worker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.job.process.Execution;
import io.fairlead.job.process.LogLevel;
import io.fairlead.job.process.ProcessCatalogue;
import io.fairlead.job.queue.ClaimedJob;
import io.fairlead.job.queue.Heartbeat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One attempt at work: what its process says of itself, until when its lease holds, and the way to stop it. Its thread is
 * interrupted while the process runs and never after, so that what the process made can be stored undisturbed.
 */
final class RunningJob implements Execution {

    /** Why an attempt was stopped. */
    enum Stop {
        DISMISSED,
        LEASE_LOST,
        WORKER_STOPPED
    }

    private record Progress(int percent, String message) {}

    private final ClaimedJob claimed;
    private final LogBuffer log = new LogBuffer(Clock.systemUTC());
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Instant leaseEnds;
    private volatile Progress progress = new Progress(0, null);
    private Stop stop;
    private Thread thread;

    RunningJob(ClaimedJob claimed, Instant leaseEnds) {
        this.claimed = claimed;
        this.leaseEnds = leaseEnds;
    }

    ClaimedJob claimed() {
        return claimed;
    }

    LogBuffer log() {
        return log;
    }

    Heartbeat.Beat beat() {
        Progress now = progress;
        return new Heartbeat.Beat(claimed.lease(), now.percent(), now.message());
    }

    void renewed(Instant until) {
        leaseEnds = until;
    }

    boolean leaseEndsBy(Instant time) {
        return !time.isBefore(leaseEnds);
    }

    /** Tells it to stop; the first reason counts. */
    synchronized void stop(Stop reason) {
        if (stop == null) {
            stop = reason;
            stopped.countDown();
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    /** Why it was told to stop, if it was. */
    synchronized Optional<Stop> stop() {
        return Optional.ofNullable(stop);
    }

    ObjectNode run(ProcessCatalogue catalogue) throws InterruptedException {
        begin();
        try {
            return catalogue.run(claimed.job().process(), claimed.inputs(), this);
        } finally {
            finish();
        }
    }

    private synchronized void begin() throws InterruptedException {
        if (stop != null) {
            throw new InterruptedException();
        }
        thread = Thread.currentThread();
    }

    private synchronized void finish() {
        thread = null;
        Thread.interrupted();
    }

    @Override
    public void progress(int percent, String message) {
        progress = new Progress(Math.max(0, Math.min(100, percent)), message);
    }

    @Override
    public void log(LogLevel level, String message) {
        log.add(level, message);
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        if (stopped.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new InterruptedException();
        }
    }
}
