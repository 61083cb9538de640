package io.fairlead.job.job;

import io.fairlead.job.licence.Licence;
import io.fairlead.job.licence.Licences;
import io.fairlead.job.queue.Job;
import io.fairlead.job.queue.Queueing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Gathers a single job's full status, with its past attempts and what it waits for. */
@ApplicationScoped
public class StatusOf {

    private final Jobs jobs;
    private final Queueing queueing;
    private final Licences licences;
    private final Clock clock;

    StatusOf(Jobs jobs, Queueing queueing, Licences licences, Clock clock) {
        this.jobs = jobs;
        this.queueing = queueing;
        this.licences = licences;
        this.clock = clock;
    }

    Uni<StatusInfo> of(Job job, UriInfo uri) {
        return Uni.combine()
                .all()
                .unis(jobs.attempts(job.id()), place(job))
                .with((attempts, place) -> StatusInfo.of(job, attempts, place.orElse(null), uri));
    }

    private Uni<Optional<StatusInfo.QueuePlace>> place(Job job) {
        return switch (job.state()) {
            case QUEUED -> Uni.combine()
                    .all()
                    .unis(queueing.of(job), licence(job))
                    .with((place, licence) -> Optional.of(StatusInfo.QueuePlace.of(place, licence, clock.instant())));
            case RETRY_WAIT -> Uni.createFrom().item(Optional.of(StatusInfo.QueuePlace.retry(job)));
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
