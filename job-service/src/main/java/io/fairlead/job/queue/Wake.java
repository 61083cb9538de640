package io.fairlead.job.queue;

import io.fairlead.core.notify.CommitNotifier;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Wakes the workers that listen, of all instances, when a job became ready or is to be cancelled or a seat became free. A hint
 * only: who misses it finds out by looking.
 */
@ApplicationScoped
public class Wake {

    private final CommitNotifier notifier;
    private final String channel;

    Wake(CommitNotifier notifier, @ConfigProperty(name = "fairlead.schema") String schema) {
        this.notifier = notifier;
        this.channel = channel(schema);
    }

    /** Where it is heard. */
    public static String channel(String schema) {
        return schema + "_job";
    }

    /** Tells of what these jobs became, when that is committed. */
    void afterCommit(SqlConnection transaction, List<Job> jobs) {
        if (jobs.stream().anyMatch(Wake::letsStart)) {
            ready(transaction);
        }
        if (jobs.stream().anyMatch(job -> job.state() == JobState.CANCELLING)) {
            notifier.afterCommit(transaction, channel, JobState.CANCELLING.label());
        }
    }

    /** Tells that jobs may start, when that is committed. */
    public void ready(SqlConnection transaction) {
        notifier.afterCommit(transaction, channel, JobState.QUEUED.label());
    }

    /** Tells that jobs may start. */
    void ready() {
        notifier.now(channel, JobState.QUEUED.label());
    }

    /** Whether it may start itself, or has given back a seat. */
    private static boolean letsStart(Job job) {
        return job.state() == JobState.QUEUED || job.licence() != null && job.worker() == null;
    }
}
