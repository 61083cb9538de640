package io.fairlead.job.echo;

import io.fairlead.job.process.Execution;
import io.fairlead.job.process.LogLevel;
import io.fairlead.job.process.Process;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Gives back what it was given, after a pause if asked: for trying out clients and for the standard's own tests. */
@Singleton
public class Echo implements Process<Echo.Inputs, Echo.Outputs> {

    /**
     * @param message what to give back
     * @param pause how many seconds to wait first; null for none
     */
    public record Inputs(String message, Integer pause) {}

    /** The message. */
    public record Outputs(String echo) {}

    @Override
    public String id() {
        return "echo";
    }

    @Override
    public Class<Inputs> inputType() {
        return Inputs.class;
    }

    @Override
    public Outputs run(Inputs inputs, Execution execution) throws InterruptedException {
        int seconds = inputs.pause() == null ? 0 : inputs.pause();
        if (seconds > 0) {
            execution.log(LogLevel.INFO, "Waits %d s.".formatted(seconds));
        }
        for (int passed = 0; passed < seconds; passed++) {
            execution.progress(100 * passed / seconds, "Waited %d of %d s.".formatted(passed, seconds));
            execution.pause(Duration.ofSeconds(1));
        }
        return new Outputs(inputs.message());
    }
}
