package io.fairlead.job.assignment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fairlead.core.Computation;
import java.time.Instant;
import java.util.List;

/**
 * A proposal of who sails what.
 *
 * @param cost of all assignments
 * @param emptyWeight the priorities of all places that stay empty
 * @param bound what no proposal can beat
 * @param optimal whether this one meets the bound
 */
@Computation
public record ScheduleAssignment(
        List<Assigned> assignments,
        List<Unfilled> unfilled,
        double cost,
        long emptyWeight,
        Bound bound,
        boolean optimal,
        Ending endedBy) {

    /** A vessel on a schedule. */
    public record Assigned(String schedule, String vessel, Instant start, Instant end, double cost) {}

    /**
     * A schedule that wants for vessels.
     *
     * @param missing how many
     * @param candidates how many vessels could sail it if they were free
     */
    public record Unfilled(String schedule, int missing, int candidates) {}

    /** The least weight of empty places, and the least cost with that. */
    public record Bound(long emptyWeight, double cost) {}

    /** Why the search ended: nothing is better, or it was long enough. */
    public enum Ending {
        @JsonProperty("bound")
        BOUND,
        @JsonProperty("moves")
        MOVES,
        @JsonProperty("time")
        TIME
    }
}
