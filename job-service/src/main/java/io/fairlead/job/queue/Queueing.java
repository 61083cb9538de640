package io.fairlead.job.queue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;

/** Where a ready job stands among those that wait with it. What is counted is bounded, so that it never takes long. */
@ApplicationScoped
public class Queueing {

    /** Nothing is counted further than this. */
    public static final int MOST = 10_000;

    /** Of each other share those that are more urgent go first, and as many as it has turns before this job's. */
    private static final String PLACE =
            """
            with recursive own as materialized (
                select count(*) as jobs from (
                    select from job
                    where state = 'queued' and %1$s and process = $1 and share = $2
                        and (priority > $3 or priority = $3 and (ready_at, id) < ($4, $5::uuid))
                    limit $6) as before
            ), present (share) as (
                select min(share) from job where state = 'queued' and %1$s and process = $1
                union all
                select (select min(share) from job
                        where state = 'queued' and %1$s and process = $1 and share > present.share)
                from present where share is not null
            ), other as (
                select share from present where share is not null and share <> $2 limit 1000
            ), others as (
                select coalesce(sum(urgent.jobs + turns.jobs), 0)::bigint as jobs
                from other
                cross join lateral (select count(*) as jobs from (
                    select from job
                    where state = 'queued' and %1$s and process = $1 and share = other.share and priority > $3
                    limit $6) as before) as urgent
                cross join lateral (select count(*) as jobs from (
                    select from job
                    where state = 'queued' and %1$s and process = $1 and share = other.share and priority = $3
                    limit (select jobs + 1 from own)) as before) as turns
            ), recent as (
                select extract(epoch from finished_at - attempt_started_at) as seconds from job
                where process = $1 and state = 'successful' and reused_from is null
                order by finished_at desc
                limit 100
            )
            select own.jobs as own, own.jobs + others.jobs as most,
                   (select count(*) from job where state in ('running', 'cancelling') and process = $1) as running,
                   (select count(*) from licence_seat where licence = $7) as seats,
                   (select percentile_cont(0.1) within group (order by seconds) from recent)::float8 as quick,
                   (select percentile_cont(0.9) within group (order by seconds) from recent)::float8 as slow
            from own, others
            """;

    private static final String PLACE_OF_FREE = PLACE.formatted("licence is null");
    private static final String PLACE_OF_LICENSED = PLACE.formatted("licence = $7");

    private final Pool pool;

    Queueing(Pool pool) {
        this.pool = pool;
    }

    /**
     * Where a ready job stands.
     *
     * @param own how many jobs of its share go first, at most {@link #MOST}
     * @param running how many jobs of its process are at work
     * @param basis what the estimate of its start is made from
     */
    public record Place(long own, long running, StartEstimate.Basis basis) {}

    public Uni<Place> of(Job job) {
        return pool.preparedQuery(job.licence() == null ? PLACE_OF_FREE : PLACE_OF_LICENSED)
                .execute(Tuple.tuple()
                        .addString(job.process())
                        .addString(share(job))
                        .addInteger(job.priority())
                        .addOffsetDateTime(job.readyAt().atOffset(ZoneOffset.UTC))
                        .addUUID(job.id())
                        .addInteger(MOST)
                        .addString(job.licence()))
                .map(rows -> place(job, rows.iterator().next()));
    }

    private static Place place(Job job, Row row) {
        long running = row.getLong("running");
        long slots = job.licence() == null ? running : row.getLong("seats");
        return new Place(
                row.getLong("own"),
                running,
                new StartEstimate.Basis(
                        row.getLong("own"),
                        row.getLong("most"),
                        slots,
                        duration(row.getDouble("quick")),
                        duration(row.getDouble("slow"))));
    }

    /** As the table's generated column. */
    private static String share(Job job) {
        return job.project() == null ? "user " + job.createdBy() : "project " + job.project();
    }

    private static Duration duration(Double seconds) {
        return seconds == null ? null : Duration.ofMillis(Math.round(seconds * 1000));
    }
}
