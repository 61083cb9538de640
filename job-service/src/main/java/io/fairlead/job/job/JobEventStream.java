package io.fairlead.job.job;

import io.fairlead.core.rows.Rows;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A job's events as they are committed, by whichever instance. It reads the table, so it can go on after any event on any
 * instance: a job's versions are committed in their order, because each is a change of the job's row.
 */
@ApplicationScoped
class JobEventStream {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Set<String> LAST = Set.of("job.successful", "job.failed", "job.dismissed");
    private static final String NEXT =
            "select version, type, data::text as data from job_event where job_id = $1 and version > $2 order by version";

    private final Pool pool;

    JobEventStream(Pool pool) {
        this.pool = pool;
    }

    /**
     * What happened to a job.
     *
     * @param data the event's data as JSON text
     */
    record Told(long version, String type, String data) {

        boolean isLast() {
            return LAST.contains(type);
        }
    }

    /** The events after a version, those to come too, up to and with the job's last. */
    Multi<Told> after(UUID job, long version) {
        AtomicLong position = new AtomicLong(version);
        AtomicBoolean ended = new AtomicBoolean();
        return Multi.createFrom()
                .ticks()
                .every(POLL)
                .onOverflow()
                .drop()
                .select()
                .first(tick -> !ended.get())
                .onItem()
                .transformToUniAndConcatenate(tick -> next(job, position.get()))
                .onItem()
                .transformToMultiAndConcatenate(events -> Multi.createFrom().iterable(events))
                .invoke(event -> {
                    position.set(event.version());
                    ended.compareAndSet(false, event.isLast());
                });
    }

    private Uni<List<Told>> next(UUID job, long after) {
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of(job, after))
                .map(rows -> Rows.list(rows, JobEventStream::told));
    }

    private static Told told(Row row) {
        return new Told(row.getLong("version"), row.getString("type"), row.getString("data"));
    }
}
