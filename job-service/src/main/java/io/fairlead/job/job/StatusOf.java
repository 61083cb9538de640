package io.fairlead.job.job;

import io.fairlead.job.queue.Job;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** Gathers a single job's full status, with its past attempts and what it waits for. */
@ApplicationScoped
public class StatusOf {

    private final Jobs jobs;

    StatusOf(Jobs jobs) {
        this.jobs = jobs;
    }

    Uni<StatusInfo> of(Job job, UriInfo uri) {
        return Uni.combine()
                .all()
                .unis(jobs.attempts(job.id()), place(job))
                .with((attempts, place) -> StatusInfo.of(job, attempts, place.orElse(null), uri));
    }

    private Uni<Optional<StatusInfo.QueuePlace>> place(Job job) {
        return switch (job.state()) {
            case QUEUED -> jobs.ahead(job).map(ahead -> Optional.of(new StatusInfo.QueuePlace(ahead + 1, null)));
            case RETRY_WAIT -> Uni.createFrom().item(Optional.of(new StatusInfo.QueuePlace(null, job.readyAt())));
            default -> Uni.createFrom().item(Optional.empty());
        };
    }
}
