package io.fairlead.job.upload;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Removes what attempts had sent that came to nothing. What became an output stays as long as its job. */
@ApplicationScoped
public class UploadSweeper {

    private static final Logger LOG = Logger.getLogger(UploadSweeper.class);

    /** Few, because each may be large. */
    private static final long BATCH = 5;

    private static final String SWEEP =
            """
            delete from job_upload
            using (
                select upload.job_id, upload.attempt, upload.name
                from job_upload as upload join job on job.id = upload.job_id
                where not (job.state in ('running', 'cancelling') and job.attempt = upload.attempt)
                    and not exists (
                        select from job_output as output
                        where output.job_id = upload.job_id and output.name = upload.name
                            and output.upload_attempt = upload.attempt)
                limit $1
                for update of upload skip locked
            ) as left_over
            where job_upload.job_id = left_over.job_id and job_upload.attempt = left_over.attempt
                and job_upload.name = left_over.name
            """;

    private final Pool pool;

    UploadSweeper(Pool pool) {
        this.pool = pool;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> regularly() {
        return sweep().onFailure()
                .invoke(failure -> LOG.warnf("sweep=failed reason=%s", failure.getMessage()))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }

    /**
     * Removes what is left over.
     *
     * @return how many uploads
     */
    public Uni<Integer> sweep() {
        return pool.preparedQuery(SWEEP)
                .execute(Tuple.of(BATCH))
                .map(rows -> rows.rowCount())
                .chain(count -> count < BATCH ? Uni.createFrom().item(count) : sweep().map(more -> count + more));
    }
}
