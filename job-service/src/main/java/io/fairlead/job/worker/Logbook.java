package io.fairlead.job.worker;

import io.fairlead.job.log.JobLog;
import io.fairlead.job.log.LogLine;
import io.fairlead.job.queue.Lease;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Stores what processes have written. A log is never worth an attempt: what one of this service cannot store now waits. */
@ApplicationScoped
class Logbook {

    private static final Logger LOG = Logger.getLogger(Logbook.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final JobLog log;

    Logbook(JobLog log) {
        this.log = log;
    }

    /** Stores what these jobs have written until now; never fails. */
    Uni<Void> keep(Collection<RunningJob> jobs) {
        Map<RunningJob, List<LogLine>> written = jobs.stream()
                .collect(Collectors.toMap(Function.identity(), job -> job.log().waiting()));
        if (written.values().stream().allMatch(List::isEmpty)) {
            return Uni.createFrom().voidItem();
        }
        Map<Lease, List<LogLine>> lines = written.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().claimed().lease(), Map.Entry::getValue));
        return soon(lines)
                .invoke(() -> written.forEach((job, stored) -> job.log().stored(stored)))
                .onFailure()
                .invoke(failure -> warn(lines, failure))
                .onFailure()
                .recoverWithNull();
    }

    /** Stores what a worker elsewhere hands in. It waits for nobody: what cannot be stored soon is lost. Never fails. */
    Uni<Void> take(Map<Lease, List<LogLine>> lines) {
        return soon(lines)
                .onFailure()
                .invoke(failure -> warn(lines, failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> soon(Map<Lease, List<LogLine>> lines) {
        return Uni.createFrom()
                .deferred(() -> log.append(lines))
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }

    private static void warn(Map<Lease, List<LogLine>> lines, Throwable failure) {
        LOG.warnf("log=failed jobs=%d reason=%s", lines.size(), failure);
    }
}
