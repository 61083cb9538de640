package io.fairlead.job.queue;

import io.fairlead.core.event.Event;
import io.fairlead.core.event.Topics;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What {@code jobs.events} says of a job after each change of its state: the whole state, without inputs and results,
 * which may be big and are fetched by its id.
 */
public record JobEvent(
        UUID jobID,
        String processID,
        String processVersion,
        JobStatus status,
        JobState state,
        String project,
        int priority,
        String createdBy,
        String command,
        UUID reusedFrom,
        int attempt,
        int progress,
        String message,
        Instant created,
        Instant started,
        Instant finished,
        Instant updated,
        long version) {

    /** The events that tell of these jobs' newest change. */
    public static List<Event> of(List<Job> jobs) {
        return jobs.stream().map(JobEvent::of).toList();
    }

    /** The event that tells of this job's newest change. */
    public static Event of(Job job) {
        return Event.of(Topics.JOBS_EVENTS, job.id().toString(), type(job), data(job));
    }

    private static String type(Job job) {
        return switch (job.state()) {
            case QUEUED -> job.attempt() == 0 ? "job.accepted" : "job.retrying";
            case RETRY_WAIT -> "job.retrying";
            case RUNNING -> "job.running";
            case CANCELLING -> "job.cancelling";
            case SUCCESSFUL -> "job.successful";
            case FAILED, QUARANTINED -> "job.failed";
            case DISMISSED -> "job.dismissed";
        };
    }

    private static JobEvent data(Job job) {
        return new JobEvent(
                job.id(),
                job.process(),
                job.processVersion(),
                job.state().status(),
                job.state(),
                job.project(),
                job.priority(),
                job.createdByName(),
                job.command(),
                job.reusedFrom(),
                job.attempt(),
                job.progress(),
                job.message(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                job.updatedAt(),
                job.version());
    }
}
