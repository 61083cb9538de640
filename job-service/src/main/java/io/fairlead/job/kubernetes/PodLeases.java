package io.fairlead.job.kubernetes;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fairlead.job.process.Unavailable;
import io.fairlead.job.queue.Completer;
import io.fairlead.job.queue.Ending;
import io.fairlead.job.queue.Heartbeat;
import io.fairlead.job.queue.JobState;
import io.fairlead.job.queue.Lease;
import io.fairlead.job.queue.QueueConfig;
import io.fairlead.job.worker.LeasedJobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * Keeps Kubernetes Jobs and leases alike. It works from what the cluster has, not from what this instance created, so any
 * instance goes on with what another one began; two that do it at once do the same twice, and the fence lets one of them.
 */
@ApplicationScoped
class PodLeases {

    private static final Logger LOG = Logger.getLogger(PodLeases.class);
    private static final Duration DATABASE = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final Heartbeat heartbeat;
    private final LeasedJobs leased;
    private final Completer completer;
    private final QueueConfig queue;
    private final Clock clock;
    private volatile boolean reached;
    private final Map<Lease, Job> known = new ConcurrentHashMap<>();

    PodLeases(
            Cluster cluster,
            Heartbeat heartbeat,
            LeasedJobs leased,
            Completer completer,
            QueueConfig queue,
            Clock clock) {
        this.cluster = cluster;
        this.heartbeat = heartbeat;
        this.leased = leased;
        this.completer = completer;
        this.queue = queue;
        this.clock = clock;
    }

    /** How many more there may be of at most so many; none while the cluster is away, or before it was looked at. */
    int room(int most) {
        return reached ? most - known.size() : 0;
    }

    /**
     * Has a pod do the job of a new lease.
     *
     * @param worker in whose name the lease was taken
     * @throws Unavailable when the cluster is away for now
     */
    void launch(Lease lease, String process, String worker) {
        known.put(lease, cluster.create(lease, process, worker));
    }

    /**
     * Renews the leases whose pods live, ends those whose pods have ended, and deletes the pods whose leases were lost or
     * whose jobs were called off. Blocks.
     *
     * @throws Unavailable when the cluster goes away meanwhile; then the rest waits, for leases are to be renewed again soon
     */
    void keep() {
        look();
        // What is launched meanwhile is not looked at: it was not renewed, and so would seem to be lost.
        Map<Lease, Job> present = Map.copyOf(known);
        List<Heartbeat.Beat> beats = new ArrayList<>();
        present.forEach((lease, job) -> {
            // Whose pod was lost with its node is not renewed: its lease runs out, which counts as a crash.
            if (PodOutcome.of(job) != PodOutcome.DISRUPTED) {
                beats.add(beat(lease));
            }
        });
        Map<Lease, JobState> states = beats.isEmpty()
                ? Map.of()
                : heartbeat.renew(beats, clock.instant()).await().atMost(DATABASE);
        present.forEach((lease, job) -> {
            try {
                settle(lease, PodOutcome.of(job), states.get(lease));
            } catch (KubernetesClientException e) {
                LOG.warnf("job=%s attempt=%d pod=refused reason=%s", lease.job(), lease.attempt(), e.getMessage());
            }
        });
    }

    /** While the cluster does not answer, its pods are taken to live on: they may have run for hours. */
    private void look() {
        try {
            Map<Lease, Job> present = cluster.jobs();
            known.keySet().retainAll(present.keySet());
            known.putAll(present);
            reached = true;
        } catch (Unavailable e) {
            reached = false;
            LOG.warnf(
                    "cluster=away jobs=%d reason=%s", known.size(), e.getCause().getMessage());
        }
    }

    /** Leaves alone what the pod itself said of its progress. */
    private Heartbeat.Beat beat(Lease lease) {
        return held(lease)
                .map(job -> new Heartbeat.Beat(lease, job.progress(), job.message()))
                .orElseGet(() -> new Heartbeat.Beat(lease, 0, null));
    }

    private Optional<io.fairlead.job.queue.Job> held(Lease lease) {
        return leased.find(lease).await().atMost(DATABASE);
    }

    private void settle(Lease lease, PodOutcome outcome, JobState state) {
        if (state == JobState.CANCELLING) {
            drop(lease);
            end(lease, Ending.dismissed());
        } else if (state == null) {
            LOG.infof("job=%s attempt=%d pod=deleted outcome=%s", lease.job(), lease.attempt(), outcome);
            drop(lease);
        } else if (outcome != PodOutcome.ALIVE) {
            LOG.infof("job=%s attempt=%d pod=%s", lease.job(), lease.attempt(), outcome);
            held(lease).ifPresent(job -> end(lease, failure(job, outcome.message())));
            drop(lease);
        }
    }

    private void drop(Lease lease) {
        cluster.delete(lease);
        known.remove(lease);
    }

    private Ending failure(io.fairlead.job.queue.Job job, String message) {
        double jitter = ThreadLocalRandom.current().nextDouble();
        return queue.retryPolicy()
                .afterError(job.errors() + 1, clock.instant(), jitter)
                .map(at -> Ending.retry(message, at))
                .orElseGet(() -> Ending.failed(message));
    }

    private void end(Lease lease, Ending ending) {
        completer.end(lease, ending, clock.instant()).await().atMost(DATABASE);
    }
}
