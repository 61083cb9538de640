package io.fairlead.job.worker;

import io.fairlead.job.process.ProcessCatalogue;
import io.fairlead.job.queue.ClaimedJob;
import io.fairlead.job.queue.Claimer;
import io.fairlead.job.queue.JobState;
import io.fairlead.job.queue.QueueConfig;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * The built-in worker: claims as many jobs as it has free threads, and runs them there, off the event loop. It knows the
 * queue only as any other worker does, through its leases.
 */
@ApplicationScoped
public class Worker {

    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);

    /** When a claim found less than it could take: others may have had the rest in their hands for a moment. */
    private static final Duration AFTER_SOME = Duration.ofMillis(50);

    /** While more jobs wait than were claimed, for so long threads become free together, so that one claim serves many. */
    private static final Duration GATHER = Duration.ofMillis(10);

    private final WorkerConfig config;
    private final QueueConfig queue;
    private final Claimer claimer;
    private final ProcessCatalogue catalogue;
    private final RunningJobs running;
    private final Attempt attempt;
    private final WakeUp wakeUp;
    private final Clock clock;
    private final String name;
    private final FreeThreads free;
    private final Semaphore ready = new Semaphore(0);
    private final Set<CompletableFuture<Void>> storing = ConcurrentHashMap.newKeySet();
    private ExecutorService threads;
    private ScheduledExecutorService heart;
    private Thread dispatcher;
    private volatile boolean taking;

    Worker(
            WorkerConfig config,
            QueueConfig queue,
            Claimer claimer,
            ProcessCatalogue catalogue,
            RunningJobs running,
            Attempt attempt,
            WakeUp wakeUp,
            Clock clock) {
        this.config = config;
        this.queue = queue;
        this.claimer = claimer;
        this.catalogue = catalogue;
        this.running = running;
        this.attempt = attempt;
        this.wakeUp = wakeUp;
        this.clock = clock;
        this.name = config.name().orElseGet(WorkerName::ofThisProcess);
        this.free = new FreeThreads(config.threads());
    }

    void start(@Observes StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        threads = Executors.newFixedThreadPool(config.threads(), named("job"));
        heart = Executors.newSingleThreadScheduledExecutor(named("job-heartbeat"));
        long beat = queue.heartbeat().toMillis();
        heart.scheduleWithFixedDelay(running::beat, beat, beat, TimeUnit.MILLISECONDS);
        taking = true;
        dispatcher = named("job-dispatcher").newThread(this::dispatch);
        dispatcher.start();
        wakeUp.listen(Map.of(
                JobState.QUEUED.label(),
                ready::release,
                JobState.CANCELLING.label(),
                () -> heart.execute(running::beat)));
        LOG.infof("worker=%s threads=%d processes=%s", name, config.threads(), catalogue.ids());
    }

    /** Takes no more jobs as soon as the service is told to stop; those it has may end while requests still come. */
    void takeNoMore(@Observes ShutdownDelayInitiatedEvent event) {
        taking = false;
        ready.release();
    }

    /** Lets running jobs end for a while, and hands back what is left. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (dispatcher == null) {
            return;
        }
        taking = false;
        wakeUp.close();
        ready.release();
        dispatcher.join(CLAIM_TIMEOUT.toMillis());
        threads.shutdown();
        if (!threads.awaitTermination(config.drain().toMillis(), TimeUnit.MILLISECONDS)) {
            running.stopAll(RunningJob.Stop.WORKER_STOPPED);
            threads.awaitTermination(config.drain().toMillis(), TimeUnit.MILLISECONDS);
        }
        awaitStored();
        heart.shutdownNow();
    }

    private void awaitStored() throws InterruptedException {
        try {
            CompletableFuture.allOf(storing.toArray(CompletableFuture[]::new))
                    .get(config.drain().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("ends=%d not stored: their leases run out", storing.size());
        }
    }

    private void dispatch() {
        boolean more = false;
        while (taking) {
            try {
                int slots = more ? free.takeMany(GATHER) : 0;
                slots = slots > 0 ? slots : free.take(config.poll());
                if (slots > 0) {
                    ready.drainPermits();
                    int claimed = claimWith(slots);
                    more = claimed == slots;
                    if (!more) {
                        Duration pause = claimed == 0 ? config.poll() : AFTER_SOME;
                        ready.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                    }
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Claims and starts at most so many jobs; says how many there were. */
    private int claimWith(int slots) {
        int claimed = claim(slots).size();
        free.giveBack(slots - claimed);
        return claimed;
    }

    private List<ClaimedJob> claim(int slots) {
        Instant now = clock.instant();
        try {
            List<ClaimedJob> claimed =
                    claimer.claim(name, catalogue.ids(), slots, now).await().atMost(CLAIM_TIMEOUT);
            claimed.forEach(job -> begin(new RunningJob(job, now.plus(queue.lease()))));
            return claimed;
        } catch (RuntimeException e) {
            LOG.warnf("claim=failed reason=%s", e.getMessage());
            return List.of();
        }
    }

    /** The thread is free for another job while the end of this one is stored; until then its lease is renewed. */
    private void begin(RunningJob job) {
        running.add(job);
        threads.execute(() -> {
            CompletableFuture<Void> stored = new CompletableFuture<>();
            storing.add(stored);
            stored.whenComplete((done, failure) -> {
                running.remove(job);
                storing.remove(stored);
            });
            try {
                attempt.run(job).whenComplete((done, failure) -> stored.complete(null));
            } catch (RuntimeException | Error e) {
                stored.completeExceptionally(e);
                throw e;
            } finally {
                free.giveBack(1);
            }
        });
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
