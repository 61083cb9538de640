package io.fairlead.telemetry.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollUpTest {

    @ParameterizedTest
    @CsvSource({
        "P1D, Europe/Oslo, 2026-03-29T12:00:00Z, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z, 92",
        "P1D, Europe/Oslo, 2026-03-30T12:00:00Z, 2026-03-29T22:00:00Z, 2026-03-30T22:00:00Z, 96",
        "P1D, Europe/Oslo, 2026-10-25T12:00:00Z, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z, 100",
        "P1D, UTC, 2026-03-29T12:00:00Z, 2026-03-29T00:00:00Z, 2026-03-30T00:00:00Z, 96",
        "P1D, Pacific/Apia, 2011-12-30T09:00:00Z, 2011-12-29T10:00:00Z, 2011-12-30T10:00:00Z, 96",
        "P1D, Asia/Kathmandu, 2026-01-31T20:00:00Z, 2026-01-31T18:15:00Z, 2026-02-01T18:15:00Z, 96",
        "P1M, Europe/Oslo, 2026-03-29T12:00:00Z, 2026-02-28T23:00:00Z, 2026-03-31T22:00:00Z, 2972",
        "P1M, UTC, 2028-02-29T12:00:00Z, 2028-02-01T00:00:00Z, 2028-03-01T00:00:00Z, 2784",
        "PT1H, Europe/Oslo, 2026-10-25T00:59:59Z, 2026-10-25T00:00:00Z, 2026-10-25T01:00:00Z, 4",
        "PT1H, Asia/Kolkata, 2026-01-31T04:00:00Z, 2026-01-31T03:30:00Z, 2026-01-31T04:30:00Z, 4",
        "PT1H, Australia/Lord_Howe, 2026-04-04T15:00:00Z, 2026-04-04T14:00:00Z, 2026-04-04T15:30:00Z, 6",
        "PT15M, Europe/Oslo, 2026-01-31T04:14:59Z, 2026-01-31T04:00:00Z, 2026-01-31T04:15:00Z, 1",
    })
    void shouldBeginAndEndWhereTheClockOnTheWallDoes(
            Interval interval, String zone, Instant time, Instant start, Instant end, int windows) {
        RollUp rollUp = new RollUp(interval, ZoneId.of(zone));

        assertThat(rollUp.startOf(time)).isEqualTo(start);
        assertThat(rollUp.next(start)).isEqualTo(end);
        assertThat(RollUp.windows(start, end)).isEqualTo(windows);
    }

    @Property
    void shouldDivideTimeWithoutGapOrOverlap(
            @ForAll Interval interval, @ForAll("zones") String zone, @ForAll("times") Instant time) {
        RollUp rollUp = new RollUp(interval, ZoneId.of(zone));

        Instant start = rollUp.startOf(time);
        Instant end = rollUp.next(start);

        assertThat(start).isBeforeOrEqualTo(time);
        assertThat(end).isAfter(time);
        assertThat(rollUp.startOf(start)).isEqualTo(start);
        assertThat(rollUp.startOf(end)).isEqualTo(end);
        assertThat(rollUp.startOf(end.minusNanos(1))).isEqualTo(start);
    }

    /** A local date may come, go and come again where clocks go back over midnight; its day is still one. */
    @Property
    void shouldHoldEveryWindowOfAYearOnce(
            @ForAll("zones") String zone, @ForAll @LongRange(min = 2000, max = 2040) long year) {
        RollUp days = new RollUp(Interval.P1D, ZoneId.of(zone));
        Instant from = Instant.parse(year + "-01-01T00:00:00Z");
        TreeSet<Instant> starts = new TreeSet<>(List.of(days.startOf(from)));
        int windows = 0;
        while (starts.size() <= 365) {
            Instant start = starts.last();
            Instant end = days.next(start);
            windows += RollUp.windows(start, end);
            starts.add(end);
        }

        assertThat(windows).isEqualTo(RollUp.windows(starts.first(), starts.last()));
        assertThat(starts.last().atZone(ZoneOffset.UTC).toLocalDate())
                .isBetween(
                        from.atZone(ZoneOffset.UTC).toLocalDate().plusDays(363),
                        from.atZone(ZoneOffset.UTC).toLocalDate().plusDays(367));
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(new TreeSet<>(ZoneId.getAvailableZoneIds()));
    }

    /** Any time since 2000, and often a moment at which some clock is set. */
    @Provide
    Arbitrary<Instant> times() {
        return Arbitraries.longs().between(946_684_800L, 2_208_988_800L).map(Instant::ofEpochSecond);
    }
}
