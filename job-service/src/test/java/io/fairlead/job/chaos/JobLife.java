package io.fairlead.job.chaos;

import static io.fairlead.job.queue.JobState.CANCELLING;
import static io.fairlead.job.queue.JobState.DISMISSED;
import static io.fairlead.job.queue.JobState.FAILED;
import static io.fairlead.job.queue.JobState.QUARANTINED;
import static io.fairlead.job.queue.JobState.QUEUED;
import static io.fairlead.job.queue.JobState.RETRY_WAIT;
import static io.fairlead.job.queue.JobState.RUNNING;
import static io.fairlead.job.queue.JobState.SUCCESSFUL;

import io.fairlead.job.chaos.History.Change;
import io.fairlead.job.queue.JobState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * What became of one job.
 *
 * @param changes all that was committed of its row
 * @param steps those among them that changed its state, the first included
 */
record JobLife(UUID job, List<Change> changes, List<Change> steps) {

    private static final Map<JobState, Set<JobState>> NEXT = new EnumMap<>(Map.of(
            QUEUED, Set.of(RUNNING, DISMISSED),
            RUNNING, Set.of(SUCCESSFUL, FAILED, RETRY_WAIT, QUEUED, QUARANTINED, CANCELLING),
            CANCELLING, Set.of(DISMISSED),
            RETRY_WAIT, Set.of(QUEUED, DISMISSED),
            SUCCESSFUL, Set.of(),
            FAILED, Set.of(),
            QUARANTINED, Set.of(),
            DISMISSED, Set.of()));

    static JobLife of(List<Change> changes) {
        List<Change> steps = new ArrayList<>();
        for (Change change : changes) {
            if (steps.isEmpty() || steps.get(steps.size() - 1).version() != change.version()) {
                steps.add(change);
            }
        }
        return new JobLife(changes.get(0).job(), List.copyOf(changes), List.copyOf(steps));
    }

    Change last() {
        return changes.get(changes.size() - 1);
    }

    /** The steps with which a worker got it. */
    List<Change> claims() {
        return steps.stream().filter(step -> step.state() == RUNNING).toList();
    }

    List<String> violations(boolean dismissed) {
        List<String> violations = new ArrayList<>();
        Change first = changes.get(0);
        if (first.state() != QUEUED || first.version() != 1 || first.attempt() != 0) {
            violations.add("job " + job + " does not begin as queued: " + first);
        }
        for (int i = 1; i < changes.size(); i++) {
            violations.addAll(violations(changes.get(i - 1), changes.get(i)));
        }
        if (!last().state().isFinal()) {
            violations.add("job " + job + " has not ended: " + last());
        }
        if (dismissed && last().state() != DISMISSED) {
            violations.add("job " + job + " was dismissed and ended otherwise: " + last());
        }
        return violations;
    }

    private List<String> violations(Change before, Change after) {
        if (after.version() == before.version()) {
            return isRenewal(before, after) ? List.of() : violation("changed without a new version", before, after);
        }
        List<String> violations = new ArrayList<>();
        if (after.version() != before.version() + 1) {
            violations.addAll(violation("left out a version", before, after));
        }
        if (!NEXT.get(before.state()).contains(after.state())) {
            violations.addAll(violation("took a step that there is not", before, after));
        }
        if (after.attempt() != before.attempt() + (after.state() == RUNNING ? 1 : 0)) {
            violations.addAll(violation("counted its attempts wrong", before, after));
        }
        return violations;
    }

    private static boolean isRenewal(Change before, Change after) {
        return before.state() == after.state()
                && (after.state() == RUNNING || after.state() == CANCELLING)
                && before.attempt() == after.attempt()
                && Objects.equals(before.worker(), after.worker());
    }

    private List<String> violation(String what, Change before, Change after) {
        return List.of("job " + job + " " + what + ": " + before + " then " + after);
    }
}
