package io.fairlead.job.chaos;

import io.fairlead.job.chaos.History.Outage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Breaks the parts of an installation, one after the other as its random numbers say, and mends them. At most one instance
 * of the service is disturbed at a time, and any number of workers.
 */
final class Disturbances {

    /** So that what was stopped is at work elsewhere when it goes on. */
    private static final Duration BEYOND_THE_LEASE = Installation.LEASE.plusMillis(2500);

    private static final Logger LOG = Logger.getLogger(Disturbances.class);

    /** What happens, and how often of a hundred. */
    enum Kind {
        WORKER_KILLED(22),
        WORKER_FROZEN(18),
        WORKER_CUT_OFF(10),
        WORKER_STALLED(12),
        SERVICE_FROZEN(9),
        SERVICE_CUT_OFF(8),
        SERVICE_STALLED(9),
        SERVICE_KILLED(5),
        SERVICE_RESTARTED(3),
        POSTGRES_KILLED(4);

        private final int share;

        Kind(int share) {
            this.share = share;
        }
    }

    private interface Act {
        void run() throws IOException;
    }

    private final Installation installation;
    private final Random random;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final List<Outage> outages = new ArrayList<>();
    private final List<CompletableFuture<Void>> mending = new ArrayList<>();

    Disturbances(Installation installation, Random random) {
        this.installation = installation;
        this.random = random;
    }

    /** One more. Returns when the service's instances are whole again; a worker may still be disturbed. */
    void next() throws IOException {
        Kind kind = draw();
        LOG.infof("disturbance=%s", kind);
        counts.merge(kind, 1, Integer::sum);
        OutsideWorker worker = any(installation.workers);
        Instance instance = any(installation.instances);
        switch (kind) {
            case WORKER_KILLED -> worker.replace();
            case WORKER_FROZEN -> {
                worker.freeze();
                later(worker::thaw);
            }
            case WORKER_CUT_OFF -> {
                worker.line().cut();
                later(worker.line()::heal);
            }
            case WORKER_STALLED -> {
                worker.line().stall();
                later(worker.line()::heal);
            }
            case SERVICE_FROZEN -> {
                instance.process().freeze();
                later(instance.process()::thaw).join();
            }
            case SERVICE_CUT_OFF -> {
                instance.line().cut();
                later(instance.line()::heal).join();
            }
            case SERVICE_STALLED -> {
                instance.line().stall();
                later(instance.line()::heal).join();
            }
            case SERVICE_KILLED -> {
                instance.process().kill();
                instance.launch();
                instance.process().awaitReady();
            }
            case SERVICE_RESTARTED -> {
                instance.process().terminate();
                instance.launch();
                instance.process().awaitReady();
            }
            case POSTGRES_KILLED -> restartPostgres();
        }
    }

    private void restartPostgres() throws IOException {
        Instant begin = Instant.now();
        installation.postgres.kill();
        installation.postgres.start();
        outages.add(new Outage(begin, Instant.now()));
    }

    /** Returns when everything is mended. */
    void end() {
        mending.forEach(CompletableFuture::join);
    }

    Map<Kind, Integer> counts() {
        return counts;
    }

    List<Outage> outages() {
        return outages;
    }

    private Kind draw() {
        int ticket = random.nextInt(100);
        for (Kind kind : Kind.values()) {
            ticket -= kind.share;
            if (ticket < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("the shares are less than a hundred");
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private CompletableFuture<Void> later(Act act) {
        CompletableFuture<Void> done = CompletableFuture.runAsync(
                () -> {
                    try {
                        act.run();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                CompletableFuture.delayedExecutor(BEYOND_THE_LEASE.toMillis(), TimeUnit.MILLISECONDS));
        mending.add(done);
        return done;
    }
}
