package io.fairlead.job.log;

import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.rows.Rows;
import io.fairlead.job.queue.Lease;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps what workers write, in the order of its arrival. Only who holds a job's lease writes into its log. A line that comes
 * twice, as when an answer was lost, is kept once.
 */
@ApplicationScoped
public class JobLog {

    /** How far back is looked for lines that come twice: more than can come at once. */
    private static final int REPEATED = 2000;

    /** Locks come in the order of ids, as where attempts end and leases are renewed. */
    private static final String LOCK =
            """
            select id from job join unnest($1::uuid[], $2::int[], $3::text[]) as lease(id, attempt, worker)
                using (id, attempt, worker)
            where state in ('running', 'cancelling')
            order by id
            for no key update of job
            """;

    private static final String KEEP =
            """
            with line as materialized (
                select * from unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::text[], $5::text[])
                    with ordinality as line(job_id, attempt, time, level, message, position)
            ), last as materialized (
                select job_id, coalesce((select max(number) from job_log where job_log.job_id = job.job_id), 0) as number
                from (select distinct job_id from line) as job
            ), fresh as materialized (
                select line.*, last.number + row_number() over (partition by job_id order by position) as number
                from line join last using (job_id)
                where not exists (
                    select from job_log as known
                    where known.job_id = line.job_id and known.number > last.number - $6 and known.attempt = line.attempt
                        and known.time = line.time and known.level = line.level and known.message = line.message)
            ), dropped as (
                delete from job_log using (
                    select job_id, max(number) - $7 as number from fresh group by job_id
                ) as old
                where job_log.job_id = old.job_id and job_log.number <= old.number
            )
            insert into job_log (job_id, number, attempt, time, level, message)
            select job_id, number, attempt, time, level, message from fresh
            """;
    private static final String READ =
            "select * from job_log where job_id = $1 and number > $2 order by number limit $3";
    private static final String ENDS =
            "select coalesce(min(number), 1) as first, coalesce(max(number), 0) as last from job_log where job_id = $1";

    private final Pool pool;
    private final LogConfig config;

    JobLog(Pool pool, LogConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** The log's first and last line that are there, by their numbers; 1 and 0 when there is none. */
    record Ends(long first, long last) {}

    /** Keeps lines of those attempts that hold their leases; the others' are thrown away. */
    public Uni<Void> append(Map<Lease, List<LogLine>> lines) {
        List<Lease> leases = lines.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        return leases.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.withTransaction(transaction -> transaction
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(
                                leases.stream().map(Lease::job).toArray(UUID[]::new),
                                leases.stream().map(Lease::attempt).toArray(Integer[]::new),
                                leases.stream().map(Lease::worker).toArray(String[]::new)))
                        .map(rows -> new HashSet<>(Rows.list(rows, row -> row.getUUID("id"))))
                        .chain(held -> keep(transaction, lines, held)));
    }

    private Uni<Void> keep(SqlConnection transaction, Map<Lease, List<LogLine>> lines, Set<UUID> held) {
        List<UUID> jobs = new ArrayList<>();
        List<Integer> attempts = new ArrayList<>();
        List<LogLine> kept = new ArrayList<>();
        lines.forEach((lease, written) -> {
            if (held.contains(lease.job())) {
                written.forEach(line -> {
                    jobs.add(lease.job());
                    attempts.add(lease.attempt());
                    kept.add(line);
                });
            }
        });
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(jobs.toArray(UUID[]::new))
                        .addArrayOfInteger(attempts.toArray(Integer[]::new))
                        .addArrayOfOffsetDateTime(
                                kept.stream().map(line -> Rows.utc(line.time())).toArray(OffsetDateTime[]::new))
                        .addArrayOfString(kept.stream()
                                .map(line -> line.level().toString())
                                .toArray(String[]::new))
                        .addArrayOfString(kept.stream().map(LogLine::message).toArray(String[]::new))
                        .addInteger(REPEATED)
                        .addInteger(config.lines()))
                .replaceWithVoid();
    }

    /** Where a job's log begins and ends. */
    Uni<Ends> ends(UUID job) {
        return pool.preparedQuery(ENDS)
                .execute(Tuple.of(job))
                .map(rows -> rows.iterator().next())
                .map(row -> new Ends(row.getLong("first"), row.getLong("last")));
    }

    /** One page of a job's lines, those after this number. */
    Uni<Page<LoggedLine>> read(UUID job, long after, Paging paging) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(job, after, paging.fetch()))
                .map(rows -> Page.of(
                        Rows.list(rows, LoggedLine::of), paging, line -> List.of(Long.toString(line.number()))));
    }
}
