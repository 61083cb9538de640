package io.fairlead.job.queue;

import com.fasterxml.jackson.annotation.JsonValue;
import io.fairlead.core.Computation;
import java.util.Arrays;
import java.util.List;

/**
 * Where a job stands, in the queue's own terms. Each state shows as one of the five that the standard knows, see
 * {@link JobStatus}; the service's README draws the transitions.
 */
@Computation
public enum JobState {
    /** Ready: the next free worker that knows its process takes it. */
    QUEUED("queued", JobStatus.ACCEPTED),
    /** A worker holds its lease. */
    RUNNING("running", JobStatus.RUNNING),
    /** Dismissed while it ran; its worker has yet to let go. It can no longer end otherwise. */
    CANCELLING("cancelling", JobStatus.DISMISSED),
    /** An attempt failed; the next one is due later. */
    RETRY_WAIT("retry-wait", JobStatus.ACCEPTED),
    /** Its results are there. */
    SUCCESSFUL("successful", JobStatus.SUCCESSFUL),
    /** It failed and will not be tried again. */
    FAILED("failed", JobStatus.FAILED),
    /** Its workers died too often: kept from the queue until somebody has looked at it. */
    QUARANTINED("quarantined", JobStatus.FAILED),
    /** Somebody called it off. */
    DISMISSED("dismissed", JobStatus.DISMISSED);

    private final String label;
    private final JobStatus status;

    JobState(String label, JobStatus status) {
        this.label = label;
        this.status = status;
    }

    /** Its name in the API, the table and the events. */
    @JsonValue
    public String label() {
        return label;
    }

    /** What the standard calls it. */
    public JobStatus status() {
        return status;
    }

    /** Whether nothing changes any more. */
    public boolean isFinal() {
        return switch (this) {
            case SUCCESSFUL, FAILED, QUARANTINED, DISMISSED -> true;
            case QUEUED, RUNNING, CANCELLING, RETRY_WAIT -> false;
        };
    }

    /** The state of that name. */
    public static JobState of(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such state: " + label));
    }

    /** All states that show as this status. */
    public static List<JobState> of(JobStatus status) {
        return Arrays.stream(values()).filter(state -> state.status == status).toList();
    }
}
