package io.fairlead.job.chaos;

import io.fairlead.job.chaos.History.Attempt;
import io.fairlead.job.chaos.History.Change;
import io.fairlead.job.chaos.History.Result;
import io.fairlead.job.queue.JobState;
import java.util.ArrayList;
import java.util.List;

/** One row for each attempt, by the worker that was given it; and results of the last one only. */
final class AttemptCheck {

    private AttemptCheck() {}

    static List<String> violations(JobLife life, List<Attempt> attempts, List<Result> results) {
        List<String> violations = new ArrayList<>();
        for (Change claim : life.claims()) {
            List<Attempt> rows = attempts.stream()
                    .filter(attempt -> attempt.number() == claim.attempt())
                    .toList();
            if (rows.size() != 1) {
                violations.add(about(life, "has not one row for attempt " + claim.attempt() + ": " + rows));
            } else if (!rows.get(0).worker().equals(claim.worker())) {
                violations.add(about(life, "was ended by another than who had it: " + rows + " of " + claim));
            }
        }
        if (attempts.size() != life.claims().size()) {
            violations.add(about(life, "has rows of attempts that nobody was given: " + attempts));
        }
        violations.addAll(ends(life, attempts, results));
        return violations;
    }

    private static List<String> ends(JobLife life, List<Attempt> attempts, List<Result> results) {
        List<String> violations = new ArrayList<>();
        boolean successful = life.last().state() == JobState.SUCCESSFUL;
        List<Integer> successes = attempts.stream()
                .filter(attempt -> attempt.outcome().equals("successful"))
                .map(Attempt::number)
                .toList();
        if (!successes.equals(successful ? List.of(life.last().attempt()) : List.of())) {
            violations.add(about(life, "ended as " + life.last().state() + " and its successes are " + successes));
        }
        if (results.size() != (successful ? 1 : 0)) {
            violations.add(about(life, "ended as " + life.last().state() + " with results " + results));
        }
        results.stream()
                .filter(result -> result.attempt() != null
                        && result.attempt() != life.last().attempt())
                .map(result -> about(life, "shows results of a stale attempt: " + result + ", last " + life.last()))
                .forEach(violations::add);
        return violations;
    }

    private static String about(JobLife life, String what) {
        return "job " + life.job() + " " + what;
    }
}
