package io.fairlead.job.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks in Oslo: forward on 29 March 2026 at 01:00 UTC (02:00 to 03:00), back on 25 October at 01:00 UTC (03:00 to 02:00). */
class CronScheduleTest {

    @ParameterizedTest
    @CsvSource({
        "0 6 * * *, Europe/Oslo, 2026-01-10T00:00:00Z, 2026-01-10T05:00:00Z",
        "0 6 * * *, Europe/Oslo, 2026-07-10T00:00:00Z, 2026-07-10T04:00:00Z",
        "0 6 * * *, UTC, 2026-01-10T06:00:00Z, 2026-01-11T06:00:00Z",
        "0 6 * * *, UTC, 2026-01-10T05:59:59.999Z, 2026-01-10T06:00:00Z",
        "*/15 * * * *, UTC, 2026-01-10T06:07:12Z, 2026-01-10T06:15:00Z",
        "0 12 * * 1, America/Sao_Paulo, 2026-01-10T00:00:00Z, 2026-01-12T15:00:00Z",
        "0 0 29 2 *, UTC, 2026-01-01T00:00:00Z, 2028-02-29T00:00:00Z"
    })
    void shouldBeDueWhenTheWallClockSaysSo(String expression, String zone, Instant after, Instant due) {
        assertThat(CronSchedule.parse(expression, ZoneId.of(zone)).next(after)).contains(due);
    }

    @Test
    void shouldBeDueRightAfterAnHourThatTheClockSkips() {
        assertThat(times("30 2 * * *", "2026-03-27T12:00:00Z", 4))
                .containsExactly(
                        "2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z", "2026-03-31T00:30:00Z");
        assertThat(times("*/20 2 * * *", "2026-03-28T12:00:00Z", 2))
                .containsExactly("2026-03-29T01:00:00Z", "2026-03-30T00:00:00Z");
    }

    @Test
    void shouldBeDueOnceInAnHourThatTheClockShowsTwice() {
        assertThat(times("30 2 * * *", "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    @Test
    void shouldGoOnThroughBothHoursWhenAnyHourIsMeant() {
        assertThat(times("*/30 * * * *", "2026-10-24T23:45:00Z", 6))
                .containsExactly(
                        "2026-10-25T00:00:00Z",
                        "2026-10-25T00:30:00Z",
                        "2026-10-25T01:00:00Z",
                        "2026-10-25T01:30:00Z",
                        "2026-10-25T02:00:00Z",
                        "2026-10-25T02:30:00Z");
        assertThat(times("0 * * * *", "2026-03-28T23:30:00Z", 3))
                .containsExactly("2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z");
    }

    @Test
    void shouldFindTheTimeBefore() {
        CronSchedule daily = CronSchedule.parse("30 2 * * *", ZoneId.of("Europe/Oslo"));

        assertThat(daily.last(Instant.parse("2026-03-30T00:30:00Z"))).contains(Instant.parse("2026-03-30T00:30:00Z"));
        assertThat(daily.last(Instant.parse("2026-03-30T00:29:59Z"))).contains(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(daily.last(Instant.parse("2026-10-26T01:00:00Z"))).contains(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void shouldNeverBeDueOnADayThatThereIsNot() {
        assertThat(CronSchedule.parse("0 0 30 2 *", ZoneId.of("UTC")).next(Instant.parse("2026-01-01T00:00:00Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "* * * *", "* * * * * *", "60 * * * *", "0 24 * * *", "daily", "@reboot"})
    void shouldRefuseWhatIsNoExpression(String expression) {
        assertThatThrownBy(() -> CronSchedule.parse(expression, ZoneId.of("UTC")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> times(String expression, String after, int count) {
        CronSchedule schedule = CronSchedule.parse(expression, ZoneId.of("Europe/Oslo"));
        return Stream.iterate(schedule.next(Instant.parse(after)).orElseThrow(), time -> schedule.next(time)
                        .orElseThrow())
                .limit(count)
                .map(Instant::toString)
                .toList();
    }
}
