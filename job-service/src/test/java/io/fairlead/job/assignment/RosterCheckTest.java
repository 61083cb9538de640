package io.fairlead.job.assignment;

import static io.fairlead.job.assignment.Rosters.hour;
import static io.fairlead.job.assignment.Rosters.problem;
import static io.fairlead.job.assignment.Rosters.schedule;
import static io.fairlead.job.assignment.Rosters.vessel;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.core.problem.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RosterCheckTest {

    @Test
    void shouldFindNothingWrongWithARosterOfAFleet() {
        assertThat(RosterCheck.errors(Rosters.random(1, 20, 60, 24 * 28))).isEmpty();
    }

    @Test
    void shouldRefuseCostsThatABoundCannotCountExactly() {
        // 9 x (1 + 100 x cost of 10 hours) < 2^53 = 9.007e15: up to 1.0008e12 an hour.
        Schedule[] one = {new Schedule("1", hour(0), hour(10), Set.of(), 1, 9)};

        assertThat(RosterCheck.errors(problem(List.of(vessel("a", 1.0007e12)), one)))
                .isEmpty();
        assertThat(pointers(problem(List.of(vessel("a", 1.0009e12)), one))).containsExactly("#/schedules");
    }

    @Test
    void shouldAddThePrioritiesAndTheHighestCostsOfAllPlaces() {
        Schedule two = new Schedule("1", hour(0), hour(10), Set.of(), 2, 9);

        // Two places: twice the priorities times twice the costs.
        assertThat(RosterCheck.errors(problem(List.of(vessel("a", 2.49e11), vessel("b", 1)), two)))
                .isEmpty();
        assertThat(pointers(problem(List.of(vessel("a", 2.51e11), vessel("b", 1)), two)))
                .containsExactly("#/schedules");
    }

    @Test
    void shouldRefuseAnAbsenceThatDoesNotEndAfterItsStart() {
        List<Span> away = List.of(new Span(hour(0), hour(1)), new Span(hour(5), hour(5)), new Span(hour(9), hour(8)));
        Vessel vessel = new Vessel("a", Set.of(), 1, away);

        assertThat(pointers(problem(List.of(vessel("b", 1), vessel), schedule("1", 0, 10))))
                .containsExactly("#/vessels/1/unavailable/1/end", "#/vessels/1/unavailable/2/end");
    }

    @Test
    void shouldRefuseASecondCostOfTheSameVesselAndSchedule() {
        List<Cost> costs = List.of(new Cost("a", "1", 5), new Cost("a", "2", 5), new Cost("a", "1", 7));
        RosterProblem problem = new RosterProblem(
                List.of(vessel("a", 1)), List.of(schedule("1", 0, 10), schedule("2", 0, 10)), costs, Duration.ZERO);

        assertThat(pointers(problem)).containsExactly("#/costs/2");
    }

    private static List<String> pointers(RosterProblem problem) {
        return RosterCheck.errors(problem).stream().map(FieldError::pointer).toList();
    }
}
