package io.fairlead.job.process;

import java.time.Duration;

/** What a running process can say about itself, and be told. */
public interface Execution {

    /**
     * Says how far it has come; shown with the next heartbeat.
     *
     * @param percent 0 to 100
     * @param message for a person, may be null
     */
    void progress(int percent, String message);

    /**
     * Writes a line into the job's log; it can be read from the next heartbeat on. Where nobody keeps a log it is dropped.
     *
     * @param message for a person; of a very long one the beginning is kept
     */
    default void log(LogLevel level, String message) {}

    /**
     * Waits, but not longer than until it is told to stop.
     *
     * @throws InterruptedException when it was told to stop
     */
    void pause(Duration duration) throws InterruptedException;

    /**
     * To be called now and then by long computations.
     *
     * @throws InterruptedException when it was told to stop
     */
    default void checkpoint() throws InterruptedException {
        pause(Duration.ZERO);
    }
}
