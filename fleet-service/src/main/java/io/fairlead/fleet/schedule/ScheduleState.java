package io.fairlead.fleet.schedule;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.fairlead.fleet.change.Change;
import io.fairlead.fleet.change.Subject;
import java.util.List;
import java.util.stream.Stream;

/** A schedule with the vessels that sail it: what its event and its history carry. */
public record ScheduleState(@JsonUnwrapped Schedule schedule, List<ScheduleVessel> vessels) {

    /** That this state came about; it also concerns the vessels that left with this change. */
    public Change change(String action, List<String> left) {
        return new Change(Subject.SCHEDULE, key(), action, schedule.version(), concerned(left), this);
    }

    /** That the schedule is gone, with its links. */
    Change deletion() {
        return Change.deleted(Subject.SCHEDULE, key(), schedule.version() + 1, concerned(List.of()), this);
    }

    private String key() {
        return Long.toString(schedule.id());
    }

    private List<String> concerned(List<String> left) {
        return Stream.concat(vessels.stream().map(ScheduleVessel::vessel), left.stream())
                .distinct()
                .toList();
    }
}
