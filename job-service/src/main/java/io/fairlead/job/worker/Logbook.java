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

/** Stores what the processes at work have written. A log is never worth an attempt: what cannot be stored now waits. */
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
        return log.append(lines)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .invoke(() -> written.forEach((job, stored) -> job.log().stored(stored)))
                .onFailure()
                .invoke(failure -> LOG.warnf("log=failed jobs=%d reason=%s", jobs.size(), failure))
                .onFailure()
                .recoverWithNull();
    }
}
