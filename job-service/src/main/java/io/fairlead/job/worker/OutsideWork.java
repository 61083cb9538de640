package io.fairlead.job.worker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.job.ogc.OgcProblems;
import io.fairlead.job.process.InputCheck;
import io.fairlead.job.process.ProcessCatalogue;
import io.fairlead.job.queue.ClaimedJob;
import io.fairlead.job.queue.Claimer;
import io.fairlead.job.queue.Completer;
import io.fairlead.job.queue.Ending;
import io.fairlead.job.queue.Heartbeat;
import io.fairlead.job.queue.Job;
import io.fairlead.job.queue.JobState;
import io.fairlead.job.queue.Lease;
import io.fairlead.job.queue.QueueConfig;
import io.fairlead.job.upload.IncompleteUpload;
import io.fairlead.job.upload.Uploads;
import io.fairlead.job.upload.Uploads.HandedIn;
import io.fairlead.job.worker.WorkerMessages.Uploaded;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/**
 * The queue as workers outside of this service see it. They pass the same fence as the built-in one; a lease is bound to the
 * token's name too, so a worker cannot end what another client's worker holds.
 */
@ApplicationScoped
class OutsideWork {

    private final Claimer claimer;
    private final Heartbeat heartbeat;
    private final Completer completer;
    private final ProcessCatalogue catalogue;
    private final QueueConfig config;
    private final Doorbell doorbell;
    private final Caller caller;
    private final Clock clock;

    OutsideWork(
            Claimer claimer,
            Heartbeat heartbeat,
            Completer completer,
            ProcessCatalogue catalogue,
            QueueConfig config,
            Doorbell doorbell,
            Caller caller,
            Clock clock) {
        this.claimer = claimer;
        this.heartbeat = heartbeat;
        this.completer = completer;
        this.catalogue = catalogue;
        this.config = config;
        this.doorbell = doorbell;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Claims at most so many jobs, waiting for the first one if need be.
     *
     * @param gone whether the worker has hung up, or the service ends: then no job is claimed for it any more
     */
    Uni<List<ClaimedJob>> lease(
            String worker, Collection<String> processes, int most, Duration wait, BooleanSupplier gone) {
        return lease(holder(worker), processes, most, clock.instant().plus(wait), gone);
    }

    private Uni<List<ClaimedJob>> lease(
            String holder, Collection<String> processes, int most, Instant until, BooleanSupplier gone) {
        if (gone.getAsBoolean()) {
            return Uni.createFrom().item(List.of());
        }
        CompletableFuture<Void> ring = doorbell.next();
        return claimer.claim(holder, processes, most, clock.instant()).chain(claimed -> {
            Duration left = Duration.between(clock.instant(), until);
            return !claimed.isEmpty() || left.isNegative() || left.isZero()
                    ? Uni.createFrom().item(claimed)
                    : doorbell.await(ring, left).chain(() -> lease(holder, processes, most, until, gone));
        });
    }

    /** Renews leases; those that hold no longer are missing from the answer. */
    Uni<Map<Lease, JobState>> renew(Collection<Heartbeat.Beat> beats) {
        return heartbeat.renew(beats, clock.instant());
    }

    /** Ends an attempt well, with what it hands in now and what it has sent in parts before. */
    Uni<Job> complete(Lease lease, ObjectNode outputs, Map<String, Uploaded> sent, String process) {
        Set<String> known = outputs(process);
        List<FieldError> errors = new ArrayList<>();
        outputs.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                errors.add(FieldError.body("/outputs" + InputCheck.step(name), "is no output"));
            }
        });
        sent.keySet().forEach(name -> {
            if (!known.contains(name)) {
                errors.add(FieldError.body("/uploads" + InputCheck.step(name), "is no output"));
            } else if (outputs.has(name)) {
                errors.add(FieldError.body("/uploads" + InputCheck.step(name), "stands in outputs too"));
            }
        });
        if (!errors.isEmpty()) {
            throw Problems.badRequest(errors);
        }
        List<HandedIn> uploads = sent.entrySet().stream()
                .map(each -> new HandedIn(
                        new Uploads.Key(lease.job(), lease.attempt(), each.getKey()),
                        each.getValue().parts(),
                        each.getValue().mediaType()))
                .toList();
        return end(lease, Ending.successful(outputs, uploads))
                .onFailure(IncompleteUpload.class)
                .transform(failure -> incomplete((IncompleteUpload) failure, sent));
    }

    private static RuntimeException incomplete(IncompleteUpload failure, Map<String, Uploaded> sent) {
        String output = failure.output();
        return Problems.badRequest(FieldError.body(
                "/uploads" + InputCheck.step(output) + "/parts",
                "parts 1 to " + sent.get(output).parts() + ", and no others, must have arrived"));
    }

    /**
     * Passes if the process has an output of this name.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if not, 422 if there is no such process any more
     */
    void requireOutput(String process, String output) {
        if (!outputs(process).contains(output)) {
            throw OgcProblems.noSuchOutput(output);
        }
    }

    private Set<String> outputs(String process) {
        return catalogue
                .description(process)
                .map(description -> description.outputs().keySet())
                .orElseThrow(() ->
                        Problems.unprocessable("no-such-process", "There is no process " + process + " any more."));
    }

    Uni<Job> fail(Job job, Lease lease, String message, boolean retryable) {
        Ending failed = Ending.failed(message);
        return end(
                lease,
                retryable
                        ? config.retryPolicy()
                                .afterError(
                                        job.errors() + 1,
                                        clock.instant(),
                                        ThreadLocalRandom.current().nextDouble())
                                .map(at -> Ending.retry(message, at))
                                .orElse(failed)
                        : failed);
    }

    Uni<Job> handBack(Lease lease) {
        return end(lease, Ending.handedBack());
    }

    private Uni<Job> end(Lease lease, Ending ending) {
        return completer.end(lease, ending, clock.instant()).map(job -> job.orElseThrow(OutsideWork::leaseLost));
    }

    /** The lease that a request speaks of. */
    Lease lease(UUID job, int attempt, String worker) {
        return new Lease(job, attempt, holder(worker));
    }

    static RuntimeException leaseLost() {
        return Problems.conflict("lease-lost", "This lease is no longer held: stop, and throw away what was made.");
    }

    private String holder(String worker) {
        return caller.name() + "/" + worker;
    }
}
