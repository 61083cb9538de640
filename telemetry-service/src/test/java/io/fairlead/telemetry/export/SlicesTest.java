package io.fairlead.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.telemetry.export.Slices.Day;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlicesTest {

    private static final long DAY = 86_400_000_000_000L;
    private static final long HOUR = DAY / 24;
    private static final long NOON = DAY / 2;

    @Test
    void shouldPutDaysTogetherUntilThereAreEnoughRows() {
        List<Day> days = List.of(day("A", 1, 40), day("A", 2, 60), day("A", 5, 1), day("B", 3, 100), day("B", 4, 100));

        assertThat(Slices.ofDays(days, NOON, 9 * DAY, 100))
                .containsExactly(
                        new Slice("A", NOON, 5 * DAY, 100),
                        new Slice("A", 5 * DAY, 9 * DAY, 1),
                        new Slice("B", NOON, 4 * DAY, 100),
                        new Slice("B", 4 * DAY, 9 * DAY, 100));
    }

    @Test
    void shouldCutADayThatHasTooManyRows() {
        List<Day> days = List.of(day("A", 1, 10), day("A", 2, 250), day("A", 3, 60));

        assertThat(Slices.ofDays(days, DAY, 4 * DAY, 100))
                .containsExactly(
                        new Slice("A", DAY, 2 * DAY, 10),
                        new Slice("A", 2 * DAY, 2 * DAY + 8 * HOUR, 83),
                        new Slice("A", 2 * DAY + 8 * HOUR, 2 * DAY + 16 * HOUR, 83),
                        new Slice("A", 2 * DAY + 16 * HOUR, 3 * DAY, 83),
                        new Slice("A", 3 * DAY, 4 * DAY, 60));
    }

    @Test
    void shouldStayWithinTheTimeSpanWhenADayReachesBeyondIt() {
        assertThat(Slices.ofDays(List.of(day("A", 0, 400)), NOON, NOON + HOUR, 100))
                .first()
                .isEqualTo(new Slice("A", NOON, NOON + HOUR, 100));
        assertThat(Slices.ofDays(List.of(day("A", 1, 100), day("A", 2, 100)), DAY, 2 * DAY, 100))
                .containsExactly(new Slice("A", DAY, 2 * DAY, 100));
        assertThat(Slices.ofDays(List.of(), 0, DAY, 100)).isEmpty();
    }

    @Test
    void shouldCutAtMultiplesOfTheStep() {
        assertThat(Slices.ofSteps("A", HOUR / 2, 6 * HOUR, HOUR, 10, 25, 100))
                .containsExactly(
                        new Slice("A", HOUR / 2, 2 * HOUR, 20),
                        new Slice("A", 2 * HOUR, 4 * HOUR, 20),
                        new Slice("A", 4 * HOUR, 6 * HOUR, 20));
        assertThat(Slices.ofSteps("A", 0, 3 * HOUR, HOUR, 1000, 25, 100)).hasSize(3);
        assertThat(Slices.ofSteps("A", 0, 4 * HOUR, HOUR, 1, 25, 2)).hasSize(2);
        assertThat(Slices.ofSteps("A", DAY, 800 * DAY, 366 * DAY, 1, 1_000_000, Long.MAX_VALUE))
                .containsExactly(new Slice("A", DAY, 800 * DAY, 3));
    }

    private static Day day(String vessel, int number, long rows) {
        return new Day(vessel, number * DAY, rows);
    }
}
