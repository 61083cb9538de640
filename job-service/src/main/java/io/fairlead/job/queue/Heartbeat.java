package io.fairlead.job.queue;

import io.fairlead.core.rows.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Renews leases, all of a worker's in one statement, and takes the jobs' progress along. */
@ApplicationScoped
public class Heartbeat {

    /** Locks come in the order of ids, as in {@link Completer}, so that no two statements wait for each other. */
    private static final String RENEW =
            """
            with beat as materialized (
                select * from unnest($3::uuid[], $4::int[], $5::text[], $6::int[], $7::text[])
                    as beat(id, attempt, worker, progress, message)
            ), held as materialized (
                select job.id, job.attempt, job.worker from job join beat using (id, attempt, worker)
                where job.state in ('running', 'cancelling')
                order by job.id
                for no key update of job
            )
            update job
            set lease_until = $2, updated_at = $1, progress = beat.progress,
                message = case state when 'running' then beat.message else job.message end
            from beat join held using (id, attempt, worker)
            where job.id = beat.id and job.attempt = beat.attempt and job.worker = beat.worker
                and job.state in ('running', 'cancelling')
            returning job.id, job.attempt, job.worker, job.state
            """;

    private final Pool pool;
    private final QueueConfig config;

    Heartbeat(Pool pool, QueueConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** How far a leased job has come. */
    public record Beat(Lease lease, int progress, String message) {}

    /**
     * Renews these leases.
     *
     * @return the state of each job whose lease still holds: running, or cancelling when it is to stop. A lease that is
     *     missing from the answer is lost.
     */
    public Uni<Map<Lease, JobState>> renew(Collection<Beat> beats, Instant now) {
        Tuple parameters = Tuple.tuple()
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(now.plus(config.lease()).atOffset(ZoneOffset.UTC))
                .addArrayOfUUID(array(beats, beat -> beat.lease().job(), UUID[]::new))
                .addArrayOfInteger(array(beats, beat -> beat.lease().attempt(), Integer[]::new))
                .addArrayOfString(array(beats, beat -> beat.lease().worker(), String[]::new))
                .addArrayOfInteger(array(beats, Beat::progress, Integer[]::new))
                .addArrayOfString(array(beats, Beat::message, String[]::new));
        return pool.preparedQuery(RENEW).execute(parameters).map(rows -> Rows.list(rows, row -> row).stream()
                .collect(Collectors.toMap(Heartbeat::lease, row -> JobState.of(row.getString("state")))));
    }

    private static Lease lease(Row row) {
        return new Lease(row.getUUID("id"), row.getInteger("attempt"), row.getString("worker"));
    }

    private static <T> T[] array(Collection<Beat> beats, Function<Beat, T> part, IntFunction<T[]> newArray) {
        return beats.stream().map(part).toArray(newArray);
    }
}
