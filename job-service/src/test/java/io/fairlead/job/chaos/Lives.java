package io.fairlead.job.chaos;

import io.fairlead.job.chaos.History.Attempt;
import io.fairlead.job.chaos.History.Change;
import io.fairlead.job.chaos.History.Outage;
import io.fairlead.job.chaos.History.Result;
import io.fairlead.job.chaos.History.Seat;
import io.fairlead.job.chaos.History.Told;
import io.fairlead.job.queue.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Writes histories step by step, one transaction each; each step tells of itself as the service would. */
final class Lives {

    static final Duration LEASE = Duration.ofSeconds(3);

    final UUID job = new UUID(0, 1);
    final Set<UUID> dismissed = new LinkedHashSet<>();
    final List<Change> changes = new ArrayList<>();
    final List<Seat> seats = new ArrayList<>();
    final List<Attempt> attempts = new ArrayList<>();
    final List<Result> results = new ArrayList<>();
    final List<Told> told = new ArrayList<>();
    final List<Outage> outages = new ArrayList<>();
    Instant now = Instant.parse("2026-01-31T12:00:00Z");
    private long version;
    private long transaction;
    private int attempt;

    /** A step to a state that nobody holds. */
    Lives to(JobState state, String type) {
        step(state, null);
        tell(state, type);
        return this;
    }

    Lives silentlyTo(JobState state) {
        step(state, null);
        return this;
    }

    Lives claimedBy(String worker) {
        attempt++;
        step(JobState.RUNNING, worker);
        tell(JobState.RUNNING, "job.running");
        return this;
    }

    Lives calledOff(String worker) {
        step(JobState.CANCELLING, worker);
        tell(JobState.CANCELLING, "job.cancelling");
        dismissed.add(job);
        return this;
    }

    Lives endedBy(String worker, String outcome) {
        attempts.add(new Attempt(job, attempt, worker, outcome));
        return this;
    }

    Lives withResults(int ofAttempt) {
        results.add(new Result(job, ofAttempt));
        return this;
    }

    /** The seat goes to the present attempt in the last step's transaction, or comes free if it is not at work. */
    Lives seat(int number, long epoch, boolean taken) {
        seats.add(new Seat("engine", number, epoch, taken ? job : null, taken ? attempt : null, now, transaction));
        return this;
    }

    Lives after(Duration time) {
        now = now.plus(time);
        return this;
    }

    List<String> violations() {
        return HistoryCheck.violations(new History(
                Set.of(job), dismissed, changes, seats, attempts, results, told, outages, Duration.ofSeconds(2)));
    }

    private void step(JobState state, String worker) {
        changes.add(new Change(
                job, ++version, state, attempt, worker, worker == null ? null : now.plus(LEASE), now, ++transaction));
    }

    private void tell(JobState state, String type) {
        told.add(new Told(job, "event-" + version, type, version, state, attempt));
    }
}
