package io.fairlead.job.worker;

import io.fairlead.job.queue.Heartbeat;
import io.fairlead.job.queue.JobState;
import io.fairlead.job.queue.Lease;
import io.fairlead.job.queue.QueueConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The attempts that this worker has at work, and their heartbeat. One whose lease was lost is stopped; so is each whose
 * lease may end before it can be renewed again, for then another worker may have the job.
 */
@ApplicationScoped
public class RunningJobs {

    private static final Logger LOG = Logger.getLogger(RunningJobs.class);

    private final Map<Lease, RunningJob> jobs = new ConcurrentHashMap<>();
    private final Heartbeat heartbeat;
    private final Logbook logbook;
    private final QueueConfig config;
    private final Clock clock;

    RunningJobs(Heartbeat heartbeat, Logbook logbook, QueueConfig config, Clock clock) {
        this.heartbeat = heartbeat;
        this.logbook = logbook;
        this.config = config;
        this.clock = clock;
    }

    void add(RunningJob job) {
        jobs.put(job.claimed().lease(), job);
    }

    void remove(RunningJob job) {
        jobs.remove(job.claimed().lease());
    }

    void stopAll(RunningJob.Stop reason) {
        jobs.values().forEach(job -> job.stop(reason));
    }

    /** Renews all leases and acts on what the database says of them. Blocks. */
    void beat() {
        Collection<RunningJob> present = List.copyOf(jobs.values());
        if (present.isEmpty()) {
            return;
        }
        try {
            Instant now = clock.instant();
            List<Heartbeat.Beat> beats = present.stream().map(RunningJob::beat).toList();
            Map<Lease, JobState> states = heartbeat.renew(beats, now).await().atMost(config.heartbeat());
            present.forEach(job -> apply(job, states.get(job.claimed().lease()), now.plus(config.lease())));
        } catch (RuntimeException e) {
            LOG.warnf("heartbeat=failed jobs=%d reason=%s", present.size(), e.getMessage());
            Instant nextBeat = clock.instant().plus(config.heartbeat());
            present.stream().filter(job -> job.leaseEndsBy(nextBeat)).forEach(this::abandon);
            return;
        }
        logbook.keep(present).subscribe().with(done -> {});
    }

    private void apply(RunningJob job, JobState state, Instant until) {
        if (state == null) {
            abandon(job);
            return;
        }
        job.renewed(until);
        if (state == JobState.CANCELLING) {
            job.stop(RunningJob.Stop.DISMISSED);
        }
    }

    private void abandon(RunningJob job) {
        Lease lease = job.claimed().lease();
        if (jobs.containsKey(lease)) {
            LOG.warnf("job=%s attempt=%d lease=lost", lease.job(), lease.attempt());
            job.stop(RunningJob.Stop.LEASE_LOST);
        }
    }
}
