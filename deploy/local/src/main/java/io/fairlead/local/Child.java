package io.fairlead.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running process of the stack. */
final class Child {

    private final Launch launch;
    private final Process process;

    Child(Launch launch, Process process) {
        this.launch = launch;
        this.process = process;
    }

    Launch launch() {
        return launch;
    }

    String name() {
        return launch.name();
    }

    Process process() {
        return process;
    }

    boolean alive() {
        return process.isAlive();
    }

    Ledger.Entry entry() {
        return Ledger.Entry.of(name(), process.toHandle(), launch.port(), launch.log());
    }

    /** Waits for the end or for the time to pass, whatever comes first. */
    boolean endedWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !alive();
        }
    }

    /** Asks it to stop; {@link #stopped} waits for that. */
    void stop() {
        if (!alive()) {
            return;
        }
        if (launch.stop() == Launch.Signal.TERM) {
            process.destroy();
        } else {
            signal(launch.stop());
        }
    }

    /** Waits until it has stopped, and ends it the hard way when that takes too long. */
    void stopped(Duration patience) {
        if (!endedWithin(patience)) {
            kill();
        }
    }

    /** SIGKILL, to it and whatever it started. */
    void kill() {
        List<ProcessHandle> offspring = process.descendants().toList();
        process.destroyForcibly();
        offspring.forEach(ProcessHandle::destroyForcibly);
        endedWithin(Duration.ofSeconds(10));
    }

    private void signal(Launch.Signal signal) {
        try {
            new ProcessBuilder("kill", "-" + signal.name(), Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (java.io.IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
