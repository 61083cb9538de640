package io.fairlead.job.job;

import io.fairlead.core.rows.Rows;
import io.fairlead.core.stream.Tail;
import io.fairlead.job.project.Person;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * The events of all jobs as they are committed, by whichever instance. It reads the table, so it can go on after any position
 * on any instance: a job's positions grow with its versions, because each is a change of the job's row, and nothing
 * appears behind what {@link SettledEvents} let pass.
 */
@ApplicationScoped
class AllJobsEventStream {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final String NEXT =
            """
            select position, type, data::text as data
            from job_event as event join job on job.id = event.job_id
            where position > $1 and position <= $2 and ($3::text is null or job.created_by = $3) and
            """
                    + Visibility.sql(4) + " order by position limit $7";

    private final Pool pool;
    private final SettledEvents settled;
    private final Tail tail;

    AllJobsEventStream(Pool pool, SettledEvents settled) {
        this.pool = pool;
        this.settled = settled;
        this.tail = new Tail(POLL, settled::position);
    }

    /** The highest position that was drawn. */
    Uni<Long> newest() {
        return settled.drawn();
    }

    /** Where the stream stands now: what was committed before is behind it, what is committed later is ahead of it. */
    Uni<Long> now() {
        return settled.drawn().call(settled::await);
    }

    /**
     * The events after a position of jobs that somebody sees, those to come too.
     *
     * @param mine whether to tell only of jobs that they submitted
     */
    Multi<ToldEvent> after(long position, Person person, boolean mine) {
        return tail.after(position, (after, upTo, limit) -> read(after, upTo, limit, person, mine), ToldEvent::id);
    }

    private Uni<List<ToldEvent>> read(long after, long upTo, int limit, Person person, boolean mine) {
        Tuple parameters = Visibility.add(Tuple.of(after, upTo, mine ? person.subject() : null), person);
        return pool.preparedQuery(NEXT)
                .execute(parameters.addInteger(limit))
                .map(rows -> Rows.list(rows, row -> ToldEvent.from(row, "position")));
    }
}
