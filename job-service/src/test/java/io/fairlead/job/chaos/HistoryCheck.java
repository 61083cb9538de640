package io.fairlead.job.chaos;

import static java.util.stream.Collectors.groupingBy;

import io.fairlead.job.chaos.History.Attempt;
import io.fairlead.job.chaos.History.Change;
import io.fairlead.job.chaos.History.Result;
import io.fairlead.job.chaos.History.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Holds a history against what the queue promises. Plain code: it knows no service and no database. */
final class HistoryCheck {

    private HistoryCheck() {}

    /** What is wrong, each in a sentence; empty when every promise was kept. */
    static List<String> violations(History history) {
        Map<UUID, List<Change>> changes = history.changes().stream().collect(groupingBy(Change::job));
        Map<UUID, List<Attempt>> attempts = history.attempts().stream().collect(groupingBy(Attempt::job));
        Map<UUID, List<Result>> results = history.results().stream().collect(groupingBy(Result::job));
        Map<UUID, List<Told>> told = history.told().stream().collect(groupingBy(Told::job));
        List<String> violations = new ArrayList<>();
        for (UUID job : history.accepted()) {
            if (!changes.containsKey(job)) {
                violations.add("job " + job + " was accepted and is not there");
                continue;
            }
            JobLife life = JobLife.of(changes.get(job));
            violations.addAll(life.violations(history.dismissed().contains(job)));
            violations.addAll(AttemptCheck.violations(
                    life, attempts.getOrDefault(job, List.of()), results.getOrDefault(job, List.of())));
            violations.addAll(EventCheck.violations(life, told.getOrDefault(job, List.of())));
        }
        changes.keySet().stream()
                .filter(job -> !history.accepted().contains(job))
                .map(job -> "job " + job + " is there and nobody was told that it was accepted")
                .forEach(violations::add);
        violations.addAll(new SeatCheck(history).violations());
        return violations;
    }
}
