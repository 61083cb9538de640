package io.fairlead.job.energy;

import io.fairlead.job.process.Execution;
import io.fairlead.job.process.NonRetryable;
import io.fairlead.job.process.Unavailable;
import io.quarkus.oidc.client.OidcClientException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Reads a vessel's windows from telemetry-service, in parts so that a year costs no more memory than it must. */
@Singleton
public class WindowReader {

    // 672 windows: a part is one page of telemetry's.
    private static final Duration PART = Duration.ofDays(7);

    private final TelemetryClient telemetry;

    WindowReader(@RestClient TelemetryClient telemetry) {
        this.telemetry = telemetry;
    }

    /**
     * The windows of a period, in no order and some perhaps twice; the progress is that of reading them.
     *
     * @throws NonRetryable when there is no such vessel
     * @throws Unavailable when telemetry-service is away
     */
    public List<EnergyWindow> read(String vessel, Period period, Execution execution) throws InterruptedException {
        List<EnergyWindow> windows = new ArrayList<>(period.windows());
        for (Period part : period.parts(PART)) {
            execution.checkpoint();
            windows.addAll(windows(vessel, part));
            execution.progress(percent(period, part.end()), "Read the windows up to " + part.end() + ".");
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
            return telemetry
                    .windows(vessel, part.start(), part.end(), TelemetryClient.MOST)
                    .windows();
        } catch (WebApplicationException e) {
            throw refusal(vessel, e.getResponse().getStatus(), e);
        } catch (OidcClientException e) {
            throw new Unavailable("No token could be had to ask telemetry-service with.", e);
        } catch (ProcessingException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw new Unavailable("telemetry-service cannot be reached.", e);
        }
    }

    private static RuntimeException refusal(String vessel, int status, WebApplicationException e) {
        return switch (status) {
            case 404 -> new NonRetryable("telemetry-service knows no vessel " + vessel + ".");
            case 400, 422 -> new NonRetryable("telemetry-service refuses this vessel or period.");
            case 429, 502, 503, 504 -> new Unavailable("telemetry-service answers " + status + ".", e);
            default -> e;
        };
    }
}
