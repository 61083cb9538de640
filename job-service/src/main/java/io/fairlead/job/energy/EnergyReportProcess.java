package io.fairlead.job.energy;

import io.fairlead.core.problem.FieldError;
import io.fairlead.job.process.Execution;
import io.fairlead.job.process.NonRetryable;
import io.fairlead.job.process.Process;
import io.fairlead.job.process.Unavailable;
import io.quarkus.oidc.client.OidcClientException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Makes an {@link EnergyReport} from telemetry's windows, asked for in parts so that a year costs no more memory than it must. */
@Singleton
public class EnergyReportProcess implements Process<EnergyReportProcess.Inputs, EnergyReport> {

    private static final Duration LONGEST = Duration.ofDays(366);
    // 672 windows: a part is one page of telemetry's.
    private static final Duration PART = Duration.ofDays(7);

    private final TelemetryClient telemetry;

    EnergyReportProcess(@RestClient TelemetryClient telemetry) {
        this.telemetry = telemetry;
    }

    /** Whose energy, and when. */
    public record Inputs(String vessel, Instant start, Instant end) {}

    @Override
    public String id() {
        return "energy-report";
    }

    @Override
    public Class<Inputs> inputType() {
        return Inputs.class;
    }

    @Override
    public List<FieldError> check(Inputs inputs) {
        if (!inputs.end().isAfter(inputs.start())) {
            return List.of(FieldError.body("/end", "must be after the start"));
        }
        if (inputs.end().isAfter(inputs.start().plus(LONGEST))) {
            return List.of(FieldError.body("/end", "must be at most 366 days after the start"));
        }
        return List.of();
    }

    @Override
    public Set<String> vessels(Inputs inputs) {
        return Set.of(inputs.vessel());
    }

    @Override
    public EnergyReport run(Inputs inputs, Execution execution) throws InterruptedException {
        Period period = Period.covering(inputs.start(), inputs.end());
        List<Period> parts = period.parts(PART);
        List<EnergyWindow> windows = new ArrayList<>(period.windows());
        for (Period part : parts) {
            execution.checkpoint();
            windows.addAll(windows(inputs.vessel(), part));
            execution.progress(percent(period, part.end()), "Read the windows up to " + part.end() + ".");
        }
        return EnergyReport.of(inputs.vessel(), period, windows);
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
