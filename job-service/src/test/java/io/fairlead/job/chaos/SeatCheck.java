package io.fairlead.job.chaos;

import static java.util.stream.Collectors.groupingBy;

import io.fairlead.job.chaos.History.Change;
import io.fairlead.job.chaos.History.Seat;
import io.fairlead.job.queue.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A seat is taken and freed in turn, each time in the transaction in which its job begins and ends an attempt. */
final class SeatCheck {

    private record AttemptOf(UUID job, Integer attempt) {}

    private final History history;
    private final Map<AttemptOf, List<Change>> changes;

    SeatCheck(History history) {
        this.history = history;
        this.changes =
                history.changes().stream().collect(groupingBy(change -> new AttemptOf(change.job(), change.attempt())));
    }

    List<String> violations() {
        List<String> violations = new ArrayList<>();
        history.seats().stream().collect(groupingBy(Seat::name)).values().forEach(seat -> check(seat, violations));
        return violations;
    }

    private void check(List<Seat> turns, List<String> violations) {
        Seat before = null;
        for (Seat now : turns) {
            if (now.job() == null) {
                if (before != null) {
                    freed(before, now, violations);
                }
            } else {
                taken(before, now, violations);
            }
            before = now;
        }
        if (before != null && before.job() != null) {
            violations.add("seat " + before.name() + " was never freed: " + before);
        }
    }

    private void taken(Seat before, Seat now, List<String> violations) {
        if (before != null && before.job() != null) {
            violations.add("seat " + now.name() + " was taken while it was held: " + before + " then " + now);
        }
        if (before != null && now.epoch() != before.epoch() + 1) {
            violations.add("seat " + now.name() + " counted its epochs wrong: " + before + " then " + now);
        }
        if (of(now).stream().noneMatch(change -> change.transaction() == now.transaction() && holds(change))) {
            violations.add("seat " + now.name() + " was taken and its job did not begin: " + now);
        }
    }

    private void freed(Seat held, Seat now, List<String> violations) {
        if (held.job() == null) {
            violations.add("seat " + now.name() + " was freed twice: " + now);
            return;
        }
        if (of(held).stream().noneMatch(change -> change.transaction() == now.transaction() && !holds(change))) {
            violations.add("seat " + now.name() + " was freed and its job's attempt did not end: " + held);
        }
        of(held).stream()
                .filter(SeatCheck::holds)
                .map(Change::leaseUntil)
                .max(Instant::compareTo)
                .filter(leaseEnd -> isLate(leaseEnd, now.at()))
                .ifPresent(leaseEnd -> violations.add(
                        "seat " + now.name() + " was held for too long: its lease ended at " + leaseEnd + ", " + now));
    }

    private boolean isLate(Instant leaseEnd, Instant freed) {
        Duration allowed = history.outages().stream()
                .map(outage -> outage.within(leaseEnd, freed))
                .reduce(history.grace(), Duration::plus);
        return freed.isAfter(leaseEnd.plus(allowed));
    }

    private List<Change> of(Seat held) {
        return changes.getOrDefault(new AttemptOf(held.job(), held.attempt()), List.of());
    }

    private static boolean holds(Change change) {
        return change.state() == JobState.RUNNING || change.state() == JobState.CANCELLING;
    }
}
