package io.fairlead.job.assignment;

import static io.fairlead.job.assignment.Rosters.hour;
import static io.fairlead.job.assignment.Rosters.problem;
import static io.fairlead.job.assignment.Rosters.schedule;
import static io.fairlead.job.assignment.Rosters.vessel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RosterSolverTest {

    @Test
    void shouldTakeTheCheapestThatIsAble() {
        ScheduleAssignment proposal = solve(problem(
                List.of(vessel("dear", 900, "crane"), vessel("cheap", 300, "crane"), vessel("unable", 1)),
                schedule("1", 0, 10, "crane")));

        assertThat(proposal.assignments())
                .containsExactly(new ScheduleAssignment.Assigned("1", "cheap", hour(0), hour(10), 3000));
        assertThat(proposal.optimal()).isTrue();
    }

    @Test
    void shouldLeaveNoScheduleEmptyToSaveCost() {
        // The cheap vessel can sail either, the dear one only the first: both must go.
        ScheduleAssignment proposal = solve(problem(
                List.of(vessel("cheap", 1, "rov"), vessel("dear", 1000)),
                schedule("1", 0, 10),
                schedule("2", 5, 15, "rov")));

        assertThat(proposal.unfilled()).isEmpty();
        assertThat(proposal.cost()).isCloseTo(10_000 + 10, within(1e-9));
    }

    @Test
    void shouldMakeWayForALessImportantScheduleWhenThatCostsOnlyMoney() {
        Schedule major = new Schedule("major", hour(0), hour(10), Set.of(), 1, 9);
        Schedule minor = new Schedule("minor", hour(5), hour(15), Set.of("rov"), 1, 3);

        ScheduleAssignment proposal =
                solve(problem(List.of(vessel("cheap", 1, "rov"), vessel("dear", 1000)), major, minor));

        assertThat(proposal.unfilled()).isEmpty();
        assertThat(proposal.cost()).isCloseTo(10_000 + 10, within(1e-9));
    }

    @Test
    void shouldFillTheMoreImportantWhenThereAreTooFewVessels() {
        Schedule minor = new Schedule("minor", hour(0), hour(10), Set.of(), 2, 1);
        Schedule major = new Schedule("major", hour(5), hour(15), Set.of(), 1, 5);

        ScheduleAssignment proposal = solve(problem(List.of(vessel("only", 10)), minor, major));

        assertThat(proposal.assignments())
                .extracting(ScheduleAssignment.Assigned::schedule)
                .containsExactly("major");
        assertThat(proposal.unfilled()).containsExactly(new ScheduleAssignment.Unfilled("minor", 2, 1));
        assertThat(proposal.emptyWeight()).isEqualTo(2);
    }

    @Test
    void shouldLetAVesselSailOneScheduleAfterTheOther() {
        Schedule[] row = {schedule("1", 0, 10), schedule("2", 10, 20)};

        assertThat(solve(problem(List.of(vessel("only", 10)), row)).unfilled()).isEmpty();
        RosterProblem slow =
                new RosterProblem(List.of(vessel("only", 10)), List.of(row), List.of(), Duration.ofHours(1));
        assertThat(solve(slow).unfilled()).hasSize(1);
    }

    @Test
    void shouldTakeTheGivenCostForThatOfTheHours() {
        RosterProblem problem = new RosterProblem(
                List.of(vessel("a", 100), vessel("b", 200)),
                List.of(schedule("1", 0, 10)),
                List.of(new Cost("b", "1", 12.34)),
                Duration.ZERO);

        assertThat(solve(problem).assignments().get(0).vessel()).isEqualTo("b");
        assertThat(solve(problem).cost()).isEqualTo(12.34);
    }

    @Test
    void shouldComeNearItsBoundForAFleet() {
        RosterProblem problem = Rosters.random(1, 20, 60, 24 * 28);

        ScheduleAssignment proposal = new RosterSolver(200_000, Duration.ofMinutes(5), 1).solve(problem, roster -> {});

        Rosters.check(problem, proposal);
        assertThat(proposal.emptyWeight()).isEqualTo(proposal.bound().emptyWeight());
        assertThat(proposal.cost() / proposal.bound().cost())
                .as("cost over bound")
                .isLessThan(1.15);
    }

    @Test
    void shouldProposeTheSameAgain() {
        RosterProblem problem = Rosters.random(2, 6, 20, 24 * 5);

        assertThat(solve(problem)).isEqualTo(solve(problem));
    }

    @Test
    @Timeout(60)
    void shouldEndWhenItsTimeIsOver() {
        RosterProblem problem = aboveItsBound();

        ScheduleAssignment proposal =
                new RosterSolver(Integer.MAX_VALUE, Duration.ofMillis(300), 1).solve(problem, roster -> {});

        assertThat(proposal.endedBy()).isEqualTo(ScheduleAssignment.Ending.TIME);
        Rosters.check(problem, proposal);
    }

    @Test
    void shouldEndWhenItsMovesAreMade() {
        ScheduleAssignment proposal =
                new RosterSolver(1000, Duration.ofMinutes(5), 1).solve(aboveItsBound(), roster -> {});

        assertThat(proposal.endedBy()).isEqualTo(ScheduleAssignment.Ending.MOVES);
        assertThat(proposal.cost()).isCloseTo(10_000 + 10 + 8000, within(1e-9));
        assertThat(proposal.bound().cost()).isCloseTo(10_000 + 10 + 8, within(1e-9));
    }

    /** Only the cheap vessel can sail the second schedule, so it sails neither of the others; the bound lets it sail the third. */
    private static RosterProblem aboveItsBound() {
        return problem(
                List.of(vessel("cheap", 1, "rov"), vessel("dear", 1000)),
                schedule("1", 0, 10),
                schedule("2", 5, 15, "rov"),
                schedule("3", 12, 20));
    }

    private static ScheduleAssignment solve(RosterProblem problem) {
        return new RosterSolver(20_000, Duration.ofMinutes(5), 1).solve(problem, roster -> {});
    }
}
