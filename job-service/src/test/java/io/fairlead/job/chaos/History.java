package io.fairlead.job.chaos;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.fairlead.job.queue.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * All that was recorded of a run, for {@link HistoryCheck} to judge.
 *
 * @param accepted the jobs that the service said it has
 * @param dismissed the jobs of which it said that they are dismissed
 * @param changes each version of each job's row that was committed, in the order of commits for each job
 * @param seats each version of each seat's row that was committed, in the order of commits for each seat
 * @param attempts the attempts' rows, as they stand in the end
 * @param results the jobs' results, as they stand in the end
 * @param told the events, in the order in which a consumer gets them
 * @param outages when the database was away
 * @param grace how much later than its lease's end a seat may come free
 */
record History(
        Set<UUID> accepted,
        Set<UUID> dismissed,
        List<Change> changes,
        List<Seat> seats,
        List<Attempt> attempts,
        List<Result> results,
        List<Told> told,
        List<Outage> outages,
        Duration grace) {

    /** How much of what there was. */
    String tally() {
        Map<JobState, Long> ends = changes.stream()
                .filter(change -> change.state().isFinal())
                .collect(groupingBy(Change::state, TreeMap::new, counting()));
        Map<String, Long> outcomes = attempts.stream().collect(groupingBy(Attempt::outcome, TreeMap::new, counting()));
        return "%d jobs %s, attempts %s, %d seats given, %d events"
                .formatted(
                        accepted.size(),
                        ends,
                        outcomes,
                        seats.stream().filter(seat -> seat.job() != null).count(),
                        told.size());
    }

    /** A job's row after a change, which may have been a renewal of the lease only: then the version is the same. */
    record Change(
            UUID job,
            long version,
            JobState state,
            int attempt,
            String worker,
            Instant leaseUntil,
            Instant at,
            long transaction) {}

    /** A seat's row after a change; the job is null when it came free. */
    record Seat(String licence, int number, long epoch, UUID job, Integer attempt, Instant at, long transaction) {

        String name() {
            return licence + " " + number;
        }
    }

    /** An attempt that has ended. */
    record Attempt(UUID job, int number, String worker, String outcome) {}

    /** A job's results, with the number of the attempt that says it made them; null when they do not say. */
    record Result(UUID job, Integer attempt) {}

    /** An event about a job. */
    record Told(UUID job, String id, String type, long version, JobState state, int attempt) {}

    /** From when to when the database was away. */
    record Outage(Instant from, Instant to) {

        /** How much of it lies between two times. */
        Duration within(Instant begin, Instant end) {
            Instant first = from.isAfter(begin) ? from : begin;
            Instant last = to.isBefore(end) ? to : end;
            return last.isAfter(first) ? Duration.between(first, last) : Duration.ZERO;
        }
    }
}
