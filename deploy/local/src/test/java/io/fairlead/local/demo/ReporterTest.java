package io.fairlead.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fairlead.local.Api;
import io.fairlead.local.LaunchException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReporterTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:34:56Z");
    private static final Ship SHIP = Fleet.SHIPS.get(2);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Shore shore = Shore.open();

    @AfterEach
    void close() {
        shore.close();
    }

    @Test
    void shouldTellTwoDaysInStepsOfFiveMinutesAtFirst() {
        all(reporter(false), NOW);

        List<Instant> told = shore.times();
        assertEquals(1, shore.lists());
        assertEquals(48 * 12 + 1, ofFiveMinutes(told));
        assertEquals(Instant.parse("2026-11-19T12:30:00Z"), told.get(0));
        assertEquals(Instant.parse("2026-11-21T12:34:50Z"), told.get(told.size() - 1));
    }

    @Test
    void shouldLeaveAnHourOutWhereThereIsToBeAGap() {
        all(reporter(true), NOW);

        List<Instant> told = shore.times();
        assertEquals(47 * 12 + 1, ofFiveMinutes(told));
        assertFalse(told.contains(Instant.parse("2026-11-20T16:00:00Z")));
        assertFalse(told.contains(Instant.parse("2026-11-20T16:55:00Z")));
        assertTrue(told.contains(Instant.parse("2026-11-20T15:55:00Z")));
        assertTrue(told.contains(Instant.parse("2026-11-20T17:00:00Z")));
    }

    @Test
    void shouldReportEveryTenSecondsWhenItHasCaughtUp() {
        Reporter reporter = reporter(false);
        all(reporter, NOW);
        all(reporter, NOW);
        shore.forget();

        all(reporter, NOW.plusSeconds(30));

        assertEquals(
                IntStream.of(0, 10, 20)
                        .mapToObj(Instant.parse("2026-11-21T12:35:00Z")::plusSeconds)
                        .toList(),
                shore.times());
    }

    @Test
    void shouldGoOnBehindTheNewestReadingAfterARestart() {
        shore.has(Channels.of(SHIP).get(0).localId(), NOW.minus(Duration.ofHours(3)));

        all(reporter(true), NOW);

        assertEquals(Instant.parse("2026-11-21T09:35:00Z"), shore.times().get(0));
    }

    @Test
    void shouldTellTheTimeBeforeThoughSomebodyElseHasReportedForTheVessel() {
        shore.has("power", NOW.minus(Duration.ofHours(3)));

        all(reporter(false), NOW);

        assertEquals(Instant.parse("2026-11-19T12:30:00Z"), shore.times().get(0));
    }

    @Test
    void shouldSendAgainWhatWasNotTaken() {
        Reporter reporter = reporter(false);
        all(reporter, NOW);
        all(reporter, NOW);
        shore.forget();
        shore.refuse(true);
        assertThrows(LaunchException.class, () -> all(reporter, NOW.plusSeconds(20)));

        shore.refuse(false);
        all(reporter, NOW.plusSeconds(40));

        assertEquals(4, shore.times().size());
        assertEquals(Instant.parse("2026-11-21T12:35:00Z"), shore.times().get(0));
    }

    private static long ofFiveMinutes(List<Instant> times) {
        return times.stream().filter(time -> time.getEpochSecond() % 300 == 0).count();
    }

    private Reporter reporter(boolean withGap) {
        return new Reporter(new Api(shore.url(), Duration.ZERO), SHIP, new History(Duration.ofDays(2), withGap), EVERY);
    }

    private static void all(Reporter reporter, Instant now) {
        boolean more = true;
        while (more) {
            more = reporter.report(now);
        }
    }
}
