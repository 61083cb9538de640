package io.fairlead.job.energy;

import io.fairlead.job.process.Execution;
import io.fairlead.job.process.LogLevel;
import java.time.Duration;

/** One of several equal parts of a run, of which some are done. */
record PartOfExecution(Execution whole, int done, int parts) implements Execution {

    @Override
    public void progress(int percent, String message) {
        whole.progress((100 * done + percent) / parts, message);
    }

    @Override
    public void log(LogLevel level, String message) {
        whole.log(level, message);
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        whole.pause(duration);
    }
}
