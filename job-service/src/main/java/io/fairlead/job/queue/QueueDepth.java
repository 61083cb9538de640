package io.fairlead.job.queue;

import io.fairlead.core.rows.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** How many jobs have not ended yet. Reads the indexes of these only, however many have ended. */
@ApplicationScoped
class QueueDepth {

    /** Each part names what one of these indexes is for, else the whole table would be read. */
    static final String DEPTH =
            """
            select 'queued' as state, process, sum(jobs)::bigint as jobs,
                coalesce(extract(epoch from $1 - min(since)), 0)::float8 as age
            from (
                select process, count(*) as jobs, min(ready_at) as since
                from job where state = 'queued' and licence is null group by process
                union all
                select process, count(*), null
                from job where state = 'queued' and licence is not null group by process
            ) as waiting group by process
            union all
            select 'retry-wait', process, count(*), 0 from job where state = 'retry-wait' group by process
            union all
            select state, process, count(*), 0 from job where state in ('running', 'cancelling') group by state, process
            """;

    static final String LEASES =
            """
            select count(*) as held, count(*) filter (where lease_until < $1) as overdue,
                count(distinct worker) as workers
            from job where state in ('running', 'cancelling')
            """;

    private final Pool pool;

    QueueDepth(Pool pool) {
        this.pool = pool;
    }

    /**
     * Jobs of one process in one state.
     *
     * @param age how long the oldest that waits for nothing but a worker has waited, in seconds
     */
    record Depth(String state, String process, long jobs, double age) {}

    /**
     * Leases of all workers.
     *
     * @param overdue how many of those held have expired and are not taken back yet
     * @param workers how many workers hold any
     */
    record Leases(long held, long overdue, long workers) {}

    Uni<List<Depth>> depth(Instant now) {
        return pool.preparedQuery(DEPTH).execute(at(now)).map(rows -> Rows.list(rows, QueueDepth::depth));
    }

    Uni<Leases> leases(Instant now) {
        return pool.preparedQuery(LEASES)
                .execute(at(now))
                .map(rows -> rows.iterator().next())
                .map(row -> new Leases(row.getLong("held"), row.getLong("overdue"), row.getLong("workers")));
    }

    private static Depth depth(Row row) {
        return new Depth(row.getString("state"), row.getString("process"), row.getLong("jobs"), row.getDouble("age"));
    }

    private static Tuple at(Instant now) {
        return Tuple.of(now.atOffset(ZoneOffset.UTC));
    }
}
