package io.fairlead.job.energy;

import io.fairlead.job.process.NonRetryable;

/** Telemetry knows no such vessel. */
public class UnknownVessel extends NonRetryable {

    private static final long serialVersionUID = 1L;

    UnknownVessel(String vessel) {
        super("telemetry-service knows no vessel " + vessel + ".");
    }
}
