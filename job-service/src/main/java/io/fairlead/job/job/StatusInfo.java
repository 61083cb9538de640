package io.fairlead.job.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.job.licence.Licence;
import io.fairlead.job.ogc.Link;
import io.fairlead.job.queue.Job;
import io.fairlead.job.queue.JobEvent;
import io.fairlead.job.queue.JobState;
import io.fairlead.job.queue.JobStatus;
import io.fairlead.job.queue.Queueing;
import io.fairlead.job.queue.StartEstimate;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a job stands: the standard's status document and what goes beyond it. What is not known yet is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatusInfo(
        UUID jobID,
        @Schema(description = "The same as jobID.") UUID id,
        @Schema(description = "Always `process`.", examples = "process") String type,
        String processID,
        JobStatus status,
        @Schema(description = "The status, finer.") JobState state,
        @Schema(description = "For a person.") String message,
        @Schema(description = "How much is done, in percent.", minimum = "0", maximum = "100") int progress,
        Instant created,
        Instant started,
        Instant finished,
        Instant updated,
        String project,
        @Schema(minimum = "0", maximum = "9") int priority,
        @Schema(description = "Who submitted it.") String createdBy,
        @Schema(description = "The key of the command on `jobs.commands` that submitted it.") String command,
        @Schema(description = "The job that this one repeats.") UUID retryOf,
        @Schema(description = "The earlier job whose results it has.") UUID reusedFrom,
        @Schema(description = "The number of the present or last attempt, 0 before the first.") int attempt,
        @Schema(description = "The attempts that have ended; not in lists.") List<EndedAttempt> attempts,
        @Schema(description = "What it waits for; only while it waits, and not in lists.") QueuePlace queue,
        @Schema(description = "Grows with each change of state.") long version,
        List<Link> links) {

    /** Where a waiting job stands. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QueuePlace(
            @Schema(
                            enumeration = {"worker", "licence", "retry"},
                            description =
                                    "`worker`: one that is free and knows its process; `licence`: a seat, all are "
                                            + "held; `retry`: the next attempt's time.")
                    String waitsFor,
            @Schema(
                            description =
                                    "1 is next, among the ready jobs of its process that belong to the same project, "
                                            + "or to no project and the same person; projects and persons take turns. "
                                            + "10,001 stands for any later place.")
                    Long position,
            @Schema(description = "How many jobs of its process are at work.") Long running,
            @Schema(
                            description =
                                    "When it may be expected to start; left out while nothing of its process runs, "
                                            + "or when no earlier job tells how long one takes.")
                    StartEstimate estimatedStart,
            @Schema(description = "When it is tried again.") Instant nextAttempt,
            @Schema(description = "The licence of which it needs a seat, and who holds those.") Licence licence) {

        static QueuePlace of(Queueing.Place place, Licence licence, Instant now) {
            return new QueuePlace(
                    licence != null && licence.free() == 0 ? "licence" : "worker",
                    place.own() + 1,
                    place.running(),
                    StartEstimate.of(place.basis(), now).orElse(null),
                    null,
                    licence);
        }

        static QueuePlace retry(Job job) {
            return new QueuePlace("retry", null, null, null, job.readyAt(), null);
        }
    }

    /** A job's line in a list. */
    static StatusInfo of(Job job, UriInfo uri) {
        return of(job, null, null, uri);
    }

    static StatusInfo of(Job job, List<EndedAttempt> attempts, QueuePlace queue, UriInfo uri) {
        return new StatusInfo(
                job.id(),
                job.id(),
                "process",
                job.process(),
                job.state().status(),
                job.state(),
                job.message(),
                job.progress(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                job.updatedAt(),
                job.project(),
                job.priority(),
                job.createdByName(),
                job.command(),
                job.retryOf(),
                job.reusedFrom(),
                job.attempt(),
                attempts,
                queue,
                job.version(),
                links(job.id(), job.state(), uri.getBaseUri()));
    }

    /** As it was when an event told of it. */
    static StatusInfo of(JobEvent job, URI base) {
        return new StatusInfo(
                job.jobID(),
                job.jobID(),
                "process",
                job.processID(),
                job.status(),
                job.state(),
                job.message(),
                job.progress(),
                job.created(),
                job.started(),
                job.finished(),
                job.updated(),
                job.project(),
                job.priority(),
                job.createdBy(),
                job.command(),
                null,
                null,
                job.attempt(),
                null,
                null,
                job.version(),
                links(job.jobID(), job.state(), base));
    }

    private static List<Link> links(UUID job, JobState state, URI uri) {
        String path = "api/v1/jobs/" + job;
        List<Link> links = new ArrayList<>();
        links.add(Link.to(uri, path, "self", "This document"));
        links.add(Link.to(uri, path + "/inputs", "inputs", "The inputs"));
        links.add(Link.to(uri, path + "/events", "events", "What becomes of it").as("text/event-stream"));
        if (state == JobState.SUCCESSFUL) {
            links.add(Link.to(uri, path + "/results", Link.RESULTS, "The results"));
        } else if (!state.isFinal()) {
            links.add(Link.to(uri, path, "monitor", "Ask again here"));
        }
        return List.copyOf(links);
    }
}
