package io.fairlead.job.kubernetes;

import io.fairlead.job.process.ProcessCatalogue;
import io.fairlead.job.queue.ClaimedJob;
import io.fairlead.job.queue.Claimer;
import io.fairlead.job.queue.Completer;
import io.fairlead.job.queue.Ending;
import io.fairlead.job.queue.JobState;
import io.fairlead.job.queue.Lease;
import io.fairlead.job.queue.QueueConfig;
import io.fairlead.job.worker.Verdict;
import io.fairlead.job.worker.WakeUp;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Leases jobs as any worker does and has each run by a pod, as a Kubernetes Job of its own. When an instance ends, its pods
 * go on, and other instances or the next one go on with them: see {@link PodLeases}.
 */
@ApplicationScoped
public class KubernetesExecutor {

    private static final Logger LOG = Logger.getLogger(KubernetesExecutor.class);
    private static final Duration DATABASE = Duration.ofSeconds(10);

    private final KubernetesConfig config;
    private final QueueConfig queue;
    private final ProcessCatalogue catalogue;
    private final Claimer claimer;
    private final Completer completer;
    private final Verdict verdict;
    private final PodLeases leases;
    private final WakeUp wakeUp;
    private final Clock clock;
    private final String worker = "kubernetes/" + UUID.randomUUID();
    // Apart, so that a cluster that is slow to create pods does not keep leases from being renewed.
    private Turns keeper;
    private Turns taker;

    KubernetesExecutor(
            KubernetesConfig config,
            QueueConfig queue,
            ProcessCatalogue catalogue,
            Claimer claimer,
            Completer completer,
            Verdict verdict,
            PodLeases leases,
            WakeUp wakeUp,
            Clock clock) {
        this.config = config;
        this.queue = queue;
        this.catalogue = catalogue;
        this.claimer = claimer;
        this.completer = completer;
        this.verdict = verdict;
        this.leases = leases;
        this.wakeUp = wakeUp;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        checkProcesses();
        keeper = new Turns("kubernetes-keeper", queue.heartbeat(), leases::keep);
        taker = new Turns("kubernetes-taker", config.poll(), this::take);
        wakeUp.listen(Map.of(JobState.QUEUED.label(), taker::ask, JobState.CANCELLING.label(), keeper::ask));
        LOG.infof("worker=%s namespace=%s processes=%s", worker, config.namespace(), processes());
    }

    /** Pods go on without it. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (taker != null) {
            taker.stop(DATABASE);
            keeper.stop(DATABASE);
        }
    }

    private void checkProcesses() {
        for (String process : processes()) {
            if (catalogue.ids().contains(process)
                    || catalogue.description(process).isEmpty()) {
                throw new IllegalStateException(
                        "fairlead.kubernetes.processes: %s is no process that runs outside".formatted(process));
            }
        }
    }

    private Set<String> processes() {
        return config.processes().keySet();
    }

    /** Takes as many jobs as there may be more pods. */
    private void take() {
        int room = leases.room(config.most());
        if (room > 0) {
            claimer.claim(JobManifest.holder(config.client(), worker), processes(), room, clock.instant())
                    .await()
                    .atMost(DATABASE)
                    .forEach(this::launch);
        }
    }

    private void launch(ClaimedJob claimed) {
        Lease lease = claimed.lease();
        try {
            leases.launch(lease, claimed.job().process(), worker);
            LOG.infof("job=%s attempt=%d pod=created", lease.job(), lease.attempt());
        } catch (RuntimeException e) {
            end(lease, verdict.of(claimed.job(), e, clock.instant()));
        }
    }

    /** An end that cannot be stored is left to the lease, which runs out. */
    private void end(Lease lease, Ending ending) {
        try {
            completer.end(lease, ending, clock.instant()).await().atMost(DATABASE);
        } catch (RuntimeException e) {
            LOG.warnf("job=%s attempt=%d ending=failed reason=%s", lease.job(), lease.attempt(), e.getMessage());
        }
    }
}
