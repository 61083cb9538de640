package io.fairlead.local.demo;

import io.fairlead.local.Api;
import io.fairlead.local.Progress;
import java.time.Clock;
import java.time.Duration;

/** A few vessels that report, move and plan, through the API like any others. */
public final class DemoFleet implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Api patient;
    private final Progress progress;
    private final Simulator simulator;

    public DemoFleet(String url, Progress progress) {
        this.patient = new Api(url);
        this.progress = progress;
        this.simulator = new Simulator(new Api(url, Duration.ZERO), Fleet.SHIPS, progress, Clock.systemUTC(), EVERY);
    }

    /** Registers the vessels. */
    public void register() {
        int vessels =
                new Registration(patient).vessels(Fleet.SHIPS, Clock.systemUTC().instant());
        progress.line("demo fleet", vessels == 0 ? "was there already" : vessels + " vessels registered");
    }

    /** Lets them live, in the background. */
    public void start() {
        simulator.start();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
