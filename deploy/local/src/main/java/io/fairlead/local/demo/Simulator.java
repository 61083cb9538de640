package io.fairlead.local.demo;

import io.fairlead.local.Api;
import io.fairlead.local.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Lets the demo fleet live, on a thread of its own: it sets up what is not there, tells the time before, and then reports every few
 * seconds. What fails, as when a service restarts, is tried again in the next round; it is said once that it fails.
 */
final class Simulator implements AutoCloseable {

    private static final String PART = "demo fleet";
    private static final Duration OF_ALL = Duration.ofDays(2);
    private static final Duration FOR_A_FORECAST = Duration.ofDays(12);
    private static final String FORECAST = "MV104";
    private static final String WITH_GAP = "MV103";

    private final List<Ship> ships;
    private final List<Reporter> reporters;
    private final Setting setting;
    private final Positions positions;
    private final Progress progress;
    private final Clock clock;
    private final Duration every;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "demo");
        made.setDaemon(true);
        return made;
    });
    private boolean failing;
    private boolean caughtUp;

    /**
     * A fleet that reports.
     *
     * @param api tries once
     * @param every how often
     */
    Simulator(Api api, List<Ship> ships, Progress progress, Clock clock, Duration every) {
        this.ships = ships;
        this.reporters = ships.stream()
                .map(ship -> new Reporter(api, ship, history(ship), every))
                .toList();
        this.setting = new Setting(api, ships);
        this.positions = new Positions(api);
        this.progress = progress;
        this.clock = clock;
        this.every = every;
    }

    private static History history(Ship ship) {
        return new History(
                ship.code().equals(FORECAST) ? FOR_A_FORECAST : OF_ALL,
                ship.code().equals(WITH_GAP));
    }

    void start() {
        thread.scheduleWithFixedDelay(this::round, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            live();
            if (failing) {
                progress.line(PART, "reports again");
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing && !thread.isShutdown()) {
                progress.line(PART, "cannot report, and tries again: " + e.getMessage());
            }
            failing = true;
        }
    }

    private void live() {
        Instant begin = clock.instant();
        setting.prepare(begin);
        positions.tell(ships, clock.instant());
        report();
        if (!caughtUp) {
            setting.compute(clock.instant());
            caughtUp = true;
            progress.line(PART, caughtUp(Duration.between(begin, clock.instant())));
        }
    }

    /** A vessel whose readings are refused keeps no other from reporting. */
    private void report() {
        RuntimeException failure = null;
        for (Reporter reporter : reporters) {
            try {
                boolean more = true;
                while (more && !thread.isShutdown()) {
                    more = reporter.report(clock.instant());
                }
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private String caughtUp(Duration time) {
        long readings = reporters.stream().mapToLong(Reporter::taken).sum();
        return String.format(
                Locale.ROOT,
                "caught up with %d readings in %.1f s; reports every %d s",
                readings,
                time.toMillis() / 1000.0,
                every.toSeconds());
    }

    /** Stops; what is being sent is not waited for, it will be sent again. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
