package io.fairlead.job.job;

import io.fairlead.core.rows.Rows;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
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
    private static final String NEXT =
            "select version, type, data::text as data from job_event where job_id = $1 and version > $2 order by version";

    private final Pool pool;

    JobEventStream(Pool pool) {
        this.pool = pool;
    }

    /** The events after a version, those to come too, up to and with the job's last. */
    Multi<ToldEvent> after(UUID job, long version) {
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
                    position.set(event.id());
                    ended.compareAndSet(false, event.isLast());
                });
    }

    private Uni<List<ToldEvent>> next(UUID job, long after) {
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of(job, after))
                .map(rows -> Rows.list(rows, row -> ToldEvent.from(row, "version")));
    }
}
