package io.fairlead.job.chaos;

import io.fairlead.job.chaos.History.Change;
import io.fairlead.job.chaos.History.Told;
import io.fairlead.job.queue.JobState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A job's events: one for each step, in order. An event may be repeated with its id, as after a publisher's crash. */
final class EventCheck {

    private EventCheck() {}

    static List<String> violations(JobLife life, List<Told> told) {
        Set<String> ids = new HashSet<>();
        List<Told> once = told.stream().filter(event -> ids.add(event.id())).toList();
        List<Long> versions = once.stream().map(Told::version).toList();
        List<Change> expected = expected(life);
        if (!versions.equals(expected.stream().map(Change::version).toList())) {
            return List.of("job " + life.job() + " was told of as " + once + " and went through " + expected);
        }
        List<String> violations = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            Change step = expected.get(i);
            Told event = once.get(i);
            if (event.state() != step.state()
                    || event.attempt() != step.attempt()
                    || !event.type().equals(type(step))) {
                violations.add("job " + life.job() + ": the event " + event + " tells wrong of " + step);
            }
        }
        return violations;
    }

    /** That a pause is over is no event: that the job will be tried again was told when it failed. */
    private static List<Change> expected(JobLife life) {
        List<Change> expected = new ArrayList<>();
        JobState before = null;
        for (Change step : life.steps()) {
            if (before != JobState.RETRY_WAIT || step.state() != JobState.QUEUED) {
                expected.add(step);
            }
            before = step.state();
        }
        return expected;
    }

    private static String type(Change step) {
        return switch (step.state()) {
            case QUEUED -> step.attempt() == 0 ? "job.accepted" : "job.retrying";
            case RETRY_WAIT -> "job.retrying";
            case RUNNING -> "job.running";
            case CANCELLING -> "job.cancelling";
            case SUCCESSFUL -> "job.successful";
            case FAILED, QUARANTINED -> "job.failed";
            case DISMISSED -> "job.dismissed";
        };
    }
}
