package io.fairlead.job.job;

import io.fairlead.job.licence.Licence;
import io.fairlead.job.licence.Licences;
import io.fairlead.job.queue.Job;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/** Gathers a single job's full status, with its past attempts and what it waits for. */
@ApplicationScoped
public class StatusOf {

    private final Jobs jobs;
    private final Licences licences;

    StatusOf(Jobs jobs, Licences licences) {
        this.jobs = jobs;
        this.licences = licences;
    }

    Uni<StatusInfo> of(Job job, UriInfo uri) {
        return Uni.combine()
                .all()
                .unis(jobs.attempts(job.id()), place(job))
                .with((attempts, place) -> StatusInfo.of(job, attempts, place.orElse(null), uri));
    }

    private Uni<Optional<StatusInfo.QueuePlace>> place(Job job) {
        return switch (job.state()) {
            case QUEUED -> jobs.ahead(job).chain(ahead -> licence(job)
                    .map(licence -> Optional.of(new StatusInfo.QueuePlace(ahead + 1, null, licence))));
            case RETRY_WAIT -> Uni.createFrom().item(Optional.of(new StatusInfo.QueuePlace(null, job.readyAt(), null)));
            default -> Uni.createFrom().item(Optional.empty());
        };
    }

    /** The licence that it needs, null if none. */
    private Uni<Licence> licence(Job job) {
        return job.licence() == null
                ? Uni.createFrom().nullItem()
                : licences.find(job.licence())
                        .map(licence -> licence.orElseGet(() -> new Licence(job.licence(), 0, 0, List.of(), 1)));
    }
}
