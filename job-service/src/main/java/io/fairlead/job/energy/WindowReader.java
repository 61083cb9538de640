package io.fairlead.job.energy;

import io.fairlead.job.process.Execution;
import io.fairlead.job.process.NonRetryable;
import io.fairlead.job.process.Unavailable;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Reads a vessel's windows from telemetry-service, part by part. */
@Singleton
public class WindowReader {

    // 672 windows: a part is one page of telemetry's.
    private static final Duration PART = Duration.ofDays(7);
    private static final Sibling TELEMETRY = new Sibling("telemetry-service");

    private final TelemetryClient telemetry;

    WindowReader(@RestClient TelemetryClient telemetry) {
        this.telemetry = telemetry;
    }

    /**
     * The windows of a period, in no order and some perhaps twice; the progress is that of reading them.
     *
     * @throws UnknownVessel when there is no such vessel
     * @throws Unavailable when telemetry-service is away
     */
    public List<EnergyWindow> read(String vessel, Period period, Execution execution) throws InterruptedException {
        List<EnergyWindow> windows = new ArrayList<>(period.windows());
        for (Period part : period.parts(PART)) {
            execution.checkpoint();
            windows.addAll(windows(vessel, part));
            execution.progress(percent(period, part.end()), "Read " + vessel + " up to " + part.end() + ".");
        }
        return windows;
    }

    private static int percent(Period period, Instant done) {
        return (int) (100
                * Duration.between(period.start(), done).toSeconds()
                / period.length().toSeconds());
    }

    private List<EnergyWindow> windows(String vessel, Period part) throws InterruptedException {
        try {
            return TELEMETRY
                    .ask(() -> telemetry.windows(vessel, part.start(), part.end(), TelemetryClient.MOST))
                    .windows();
        } catch (WebApplicationException e) {
            throw switch (e.getResponse().getStatus()) {
                case 404 -> new UnknownVessel(vessel);
                case 400, 422 -> new NonRetryable("telemetry-service refuses this vessel or period.");
                default -> e;
            };
        }
    }
}
