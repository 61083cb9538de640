package io.fairlead.job.worker;

import io.fairlead.core.rows.SqlFailure;
import io.fairlead.job.process.ProcessCatalogue;
import io.fairlead.job.queue.ClaimedJob;
import io.fairlead.job.queue.Completer;
import io.fairlead.job.queue.Ending;
import io.fairlead.job.queue.Job;
import io.fairlead.job.queue.Lease;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** Runs one attempt from its process's first line to its end in the database. */
@ApplicationScoped
public class Attempt {

    private static final Logger LOG = Logger.getLogger(Attempt.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration GIVE_UP = Duration.ofMinutes(10);

    private final ProcessCatalogue catalogue;
    private final Completer completer;
    private final Logbook logbook;
    private final Verdict verdict;
    private final AttemptMetrics metrics;
    private final Clock clock;

    Attempt(
            ProcessCatalogue catalogue,
            Completer completer,
            Logbook logbook,
            Verdict verdict,
            AttemptMetrics metrics,
            Clock clock) {
        this.catalogue = catalogue;
        this.completer = completer;
        this.logbook = logbook;
        this.verdict = verdict;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Blocks until the process is done; its end is stored behind that. Whatever goes wrong is logged; then the lease runs out
     * and the job is rescued.
     *
     * @return completes when the end is stored, or is not ours to store
     */
    CompletableFuture<Void> run(RunningJob job) {
        metrics.began(job.claimed().job());
        return Uni.createFrom()
                .optional(ending(job))
                .onItem()
                .ifNotNull()
                .transformToUni(ending -> logbook.keep(List.of(job)).chain(() -> end(job.claimed(), ending)))
                .onFailure()
                .invoke(failure -> LOG.errorf(
                        failure,
                        "job=%s attempt=%d ending=failed",
                        job.claimed().job().id(),
                        job.claimed().job().attempt()))
                .onFailure()
                .recoverWithNull()
                .subscribeAsCompletionStage();
    }

    /** How it ended; empty when its lease is lost, for then that is no longer ours to say. */
    private Optional<Ending> ending(RunningJob job) {
        try {
            return Optional.of(Ending.successful(job.run(catalogue)));
        } catch (Throwable failure) {
            return job.stop().isEmpty()
                    ? Optional.of(verdict.of(job.claimed().job(), failure, clock.instant()))
                    : afterStop(job.stop().get());
        }
    }

    private static Optional<Ending> afterStop(RunningJob.Stop reason) {
        return switch (reason) {
            case DISMISSED -> Optional.of(Ending.dismissed());
            case WORKER_STOPPED -> Optional.of(Ending.handedBack());
            case LEASE_LOST -> Optional.empty();
        };
    }

    private Uni<Void> end(ClaimedJob claimed, Ending ending) {
        Lease lease = claimed.lease();
        return store(lease, ending)
                .onFailure(failure -> !mayPass(failure))
                .recoverWithUni(failure -> store(lease, unstorable(lease, failure)))
                .invoke(ended -> ended.ifPresentOrElse(
                        this::ended, () -> LOG.warnf("job=%s attempt=%d ending=refused", lease.job(), lease.attempt())))
                .replaceWithVoid();
    }

    private void ended(Job job) {
        metrics.ended(job);
        LOG.infof(
                "job=%s attempt=%d state=%s",
                job.id(), job.attempt(), job.state().label());
    }

    /** Kept at while the database is away: the fence makes that safe, even when the lease has run out meanwhile. */
    private Uni<Optional<Job>> store(Lease lease, Ending ending) {
        return Uni.createFrom()
                .deferred(() -> completer.end(lease, ending, clock.instant()))
                .onFailure(Attempt::mayPass)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireIn(GIVE_UP.toMillis());
    }

    /** What a process hands in that makes no sense, as where its publication throws, makes none the next time. */
    private static boolean mayPass(Throwable failure) {
        return SqlFailure.mayPass(failure) && !(failure instanceof IllegalArgumentException);
    }

    private static Ending unstorable(Lease lease, Throwable failure) {
        if (failure instanceof IllegalArgumentException) {
            return Ending.failed(unpublishable(lease, failure));
        }
        LOG.errorf(failure, "job=%s attempt=%d results=unstorable", lease.job(), lease.attempt());
        return Ending.failed("The process's results cannot be stored.");
    }

    /** What is said of a job whose results make no sense to who publishes them. */
    static String unpublishable(Lease lease, Throwable failure) {
        LOG.errorf(failure, "job=%s attempt=%d results=unpublishable", lease.job(), lease.attempt());
        return "The process's results cannot be published.";
    }
}
