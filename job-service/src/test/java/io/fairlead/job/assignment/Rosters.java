package io.fairlead.job.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Problems that tests share, and whether a proposal is one: told from its outputs alone. */
final class Rosters {

    static final Instant DAY = Instant.parse("2027-01-10T00:00:00Z");
    private static final List<String> CAPABILITIES = List.of("crane", "rov", "fire-fighting");

    private Rosters() {}

    static Vessel vessel(String code, double costPerHour, String... capabilities) {
        return new Vessel(code, Set.of(capabilities), costPerHour, List.of());
    }

    /** A schedule from hour to hour. */
    static Schedule schedule(String id, int from, int to, String... capabilities) {
        return new Schedule(id, hour(from), hour(to), Set.of(capabilities), null, null);
    }

    static Instant hour(int hour) {
        return DAY.plus(Duration.ofHours(hour));
    }

    static RosterProblem problem(List<Vessel> vessels, Schedule... schedules) {
        return new RosterProblem(vessels, List.of(schedules), List.of(), Duration.ZERO);
    }

    static RosterProblem random(long seed, int vessels, int schedules, int hours) {
        Random random = new Random(seed);
        List<Vessel> fleet = new ArrayList<>();
        for (int i = 0; i < vessels; i++) {
            int away = random.nextInt(hours);
            fleet.add(new Vessel(
                    "V" + i,
                    Set.copyOf(CAPABILITIES.stream()
                            .filter(capability -> random.nextDouble() < 0.6)
                            .toList()),
                    100 + random.nextInt(900),
                    List.of(new Span(hour(away), hour(away + 12)))));
        }
        List<Schedule> wanted = new ArrayList<>();
        for (int i = 0; i < schedules; i++) {
            int start = random.nextInt(hours);
            wanted.add(new Schedule(
                    "S" + i,
                    hour(start),
                    hour(start + 6 + random.nextInt(48)),
                    random.nextBoolean() ? Set.of(CAPABILITIES.get(random.nextInt(3))) : Set.of(),
                    1 + random.nextInt(2),
                    1 + random.nextInt(9)));
        }
        return new RosterProblem(fleet, wanted, List.of(), Duration.ofHours(2));
    }

    static void check(RosterProblem problem, ScheduleAssignment proposal) {
        List<ScheduleAssignment.Assigned> all = proposal.assignments();
        for (ScheduleAssignment.Assigned assigned : all) {
            Vessel vessel = problem.vessels().stream()
                    .filter(candidate -> candidate.code().equals(assigned.vessel()))
                    .findFirst()
                    .orElseThrow();
            Schedule schedule = problem.schedules().stream()
                    .filter(candidate -> candidate.id().equals(assigned.schedule()))
                    .findFirst()
                    .orElseThrow();
            assertThat(vessel.capabilities()).containsAll(schedule.capabilities());
            assertThat(vessel.unavailable())
                    .noneMatch(away -> away.start().isBefore(schedule.end())
                            && schedule.start().isBefore(away.end()));
            assertThat(all.stream()
                            .filter(other -> other != assigned && other.vessel().equals(assigned.vessel())))
                    .noneMatch(other -> other.start().isBefore(assigned.end().plus(problem.turnaround()))
                            && assigned.start().isBefore(other.end().plus(problem.turnaround())));
        }
        int wanted = problem.schedules().stream().mapToInt(Schedule::vessels).sum();
        int missing = proposal.unfilled().stream()
                .mapToInt(ScheduleAssignment.Unfilled::missing)
                .sum();
        assertThat(all).hasSize(wanted - missing);
        assertThat(Stream.of(proposal.bound().emptyWeight(), proposal.emptyWeight())
                        .toList())
                .isSorted();
        assertThat(proposal.emptyWeight() > proposal.bound().emptyWeight()
                        || proposal.cost() >= proposal.bound().cost() - 1e-6)
                .isTrue();
    }
}
