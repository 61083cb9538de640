package io.fairlead.job.kubernetes;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** A task that a thread of its own does again and again, and soon when it is asked; asking twice is asking once. */
final class Turns {

    private static final Logger LOG = Logger.getLogger(Turns.class);

    private final String name;
    private final Runnable task;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledExecutorService thread;

    Turns(String name, Duration pause, Runnable task) {
        this.name = name;
        this.task = task;
        this.thread = Executors.newSingleThreadScheduledExecutor(run -> {
            Thread daemon = new Thread(run, name);
            daemon.setDaemon(true);
            return daemon;
        });
        thread.scheduleWithFixedDelay(this::take, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does not block. */
    void ask() {
        if (asked.compareAndSet(false, true)) {
            try {
                thread.execute(this::take);
            } catch (RejectedExecutionException e) {
                LOG.debugf("turn=%s stopped", name);
            }
        }
    }

    /** What fails now is tried again with the next turn; a task that throws would have none. */
    private void take() {
        asked.set(false);
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warnf("turn=%s failed reason=%s", name, e.getMessage());
        }
    }

    /** Lets a turn that is being taken end, but does not wait for longer. */
    void stop(Duration atMost) throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
