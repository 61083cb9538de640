package io.fairlead.job.queue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.job.upload.Uploads.HandedIn;
import java.time.Instant;
import java.util.List;

/**
 * How an attempt ended and what that makes of its job.
 *
 * @param state the job's next state
 * @param outcome what the attempt's row says
 * @param errors by how much the job's count of errors grows
 * @param message for a person, may be null
 * @param readyAt when the next attempt is due; null when there is none, or it is due at once
 * @param outputs the results by their names, null unless it succeeded
 * @param uploads the results that were sent in parts before
 */
public record Ending(
        JobState state,
        String outcome,
        int errors,
        String message,
        Instant readyAt,
        ObjectNode outputs,
        List<HandedIn> uploads) {

    public static Ending successful(ObjectNode outputs) {
        return successful(outputs, List.of());
    }

    /** It succeeded, and some of its results were sent before. */
    public static Ending successful(ObjectNode outputs, List<HandedIn> uploads) {
        return new Ending(JobState.SUCCESSFUL, "successful", 0, null, null, outputs, uploads);
    }

    private Ending(JobState state, String outcome, int errors, String message, Instant readyAt) {
        this(state, outcome, errors, message, readyAt, null, List.of());
    }

    /** It failed and will not be tried again. */
    public static Ending failed(String message) {
        return new Ending(JobState.FAILED, "error", 1, message, null);
    }

    /** An error of the process; it is tried again. */
    public static Ending retry(String message, Instant at) {
        return new Ending(JobState.RETRY_WAIT, "error", 1, message, at);
    }

    /** Something that it needs is away, which is not the job's fault; it is tried again. */
    public static Ending unavailable(String message, Instant at) {
        return new Ending(JobState.RETRY_WAIT, "unavailable", 0, message, at);
    }

    /** It was called off and its worker has let go. */
    public static Ending dismissed() {
        return new Ending(JobState.DISMISSED, "dismissed", 0, null, null);
    }

    /** Its worker stops in good order and leaves it to another one. */
    public static Ending handedBack() {
        return new Ending(JobState.QUEUED, "handed-back", 0, "Its worker was stopped.", null);
    }
}
