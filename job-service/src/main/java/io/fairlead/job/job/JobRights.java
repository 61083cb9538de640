package io.fairlead.job.job;

import io.fairlead.job.project.Membership;
import io.fairlead.job.project.Person;
import io.fairlead.job.queue.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** What somebody may do with a job that they see. */
@ApplicationScoped
class JobRights {

    private final Pool pool;
    private final Membership membership;

    JobRights(Pool pool, Membership membership) {
        this.pool = pool;
        this.membership = membership;
    }

    /** Passes if the person may call the job off or repeat it; 403 for who only reads its project. */
    Uni<Void> requireWork(Job job, Person person) {
        return membership.requireWork(pool, job.project(), job.createdBy(), person);
    }
}
