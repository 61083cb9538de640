package io.fairlead.job;

import io.fairlead.job.process.Execution;
import io.fairlead.job.process.LogLevel;
import io.fairlead.job.process.NonRetryable;
import io.fairlead.job.process.Process;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What {@code outside.py} does, on the built-in worker. */
@Singleton
public class Inside implements Process<Inside.Inputs, Inside.Outputs> {

    /** What to return, and after how many seconds. */
    public record Inputs(String message, Double pause) {}

    /** The message. */
    public record Outputs(String echo) {}

    @Override
    public String id() {
        return "inside";
    }

    @Override
    public Class<Inputs> inputType() {
        return Inputs.class;
    }

    @Override
    public Outputs run(Inputs inputs, Execution execution) throws InterruptedException {
        execution.progress(0, "Waiting.");
        execution.log(LogLevel.INFO, "Asked for " + inputs.message() + ".");
        execution.pause(Duration.ofMillis(Math.round(inputs.pause() * 1000)));
        return switch (inputs.message()) {
            case "fail" -> throw new IllegalStateException("It was asked to fail.");
            case "refuse" -> throw new NonRetryable("It was asked to fail.");
            default -> new Outputs(inputs.message());
        };
    }
}
