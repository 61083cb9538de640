package io.fairlead.job.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.core.rows.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/**
 * Gives ready jobs to workers. Locked rows are skipped, so claimers neither wait for each other nor get the same job;
 * each process is looked up by itself, so jobs that the worker cannot run stand in nobody's way.
 *
 * <p>Within one priority the share goes first that has the fewest jobs running, then the one whose last turn is the
 * longest ago, see ADR 0015. A job that needs a licence is given out together with a free seat or not at all; while no
 * seat is free, no claim looks at the jobs that wait for one.
 */
@ApplicationScoped
public class Claimer {

    /** Concurrent claimers look at the same jobs first; so many more of all shares are looked at, so that all find some. */
    private static final long LOOK_AHEAD = 32;

    static final String CLAIM =
            """
            with recursive lane (process, licence) as materialized (
                select process, null::text from unnest($1::text[]) as process
                union all
                select process, free.licence
                from unnest($1::text[]) as process
                cross join (select distinct licence from licence_seat where job_id is null) as free
            ), waiting (process, licence, share) as (
                select process, licence, case when licence is null
                    then (select min(share) from job
                          where state = 'queued' and licence is null and process = lane.process)
                    else (select min(share) from job
                          where state = 'queued' and licence = lane.licence and process = lane.process) end
                from lane
                union all
                select process, licence, case when licence is null
                    then (select min(share) from job
                          where state = 'queued' and licence is null and process = waiting.process
                              and share > waiting.share)
                    else (select min(share) from job
                          where state = 'queued' and licence = waiting.licence and process = waiting.process
                              and share > waiting.share) end
                from waiting where share is not null
            ), shares as (
                select share, coalesce(served, 0) as served, (
                    select count(*) from job where state in ('running', 'cancelling') and share = present.share) as running
                from (select distinct share from waiting where share is not null) as present
                left join share_turn using (share)
            ), look_ahead as (
                select greatest(4, $6::bigint / greatest(1, count(*))) as most from shares
            ), head as (
                select head.id, head.licence, head.priority, head.ready_at, shares.served, shares.running + row_number() over (
                    partition by share order by head.priority desc, head.ready_at, head.id) as place
                from waiting join shares using (share)
                cross join lateral (
                    (select id, null as licence, priority, ready_at from job
                     where state = 'queued' and licence is null and waiting.licence is null
                         and process = waiting.process and share = waiting.share
                     order by priority desc, ready_at, id
                     limit $2::bigint + (select most from look_ahead))
                    union all
                    (select id, licence, priority, ready_at from job
                     where state = 'queued' and licence = waiting.licence
                         and process = waiting.process and share = waiting.share
                     order by priority desc, ready_at, id
                     limit $2::bigint + (select most from look_ahead))
                ) as head
            ), seat as materialized (
                select pool.licence, free.number, row_number() over (
                    partition by pool.licence order by free.number) as place
                from (select distinct licence from head where licence is not null) as pool
                cross join lateral (
                    select number from licence_seat
                    where licence = pool.licence and job_id is null
                    order by number limit $2::bigint for update skip locked
                ) as free
            ), ranked as (
                select id, licence, priority, ready_at, served, place, row_number() over (
                    partition by licence order by priority desc, place, served, ready_at, id) as seat
                from head
            ), candidate as materialized (
                select locked.id, ranked.licence
                from (
                    select id, licence from ranked
                    where licence is null
                        or seat <= $6::bigint + (select count(*) from seat where seat.licence = ranked.licence)
                            and exists (select from seat where seat.licence = ranked.licence)
                    order by priority desc, place, served, ready_at, id
                ) as ranked
                cross join lateral (
                    select id from job where id = ranked.id and state = 'queued' for update skip locked
                ) as locked
                limit $2::bigint
            ), seated as (
                select candidate.id, candidate.licence, seat.number
                from (
                    select id, licence, row_number() over (partition by licence) as place from candidate
                ) as candidate
                left join seat on seat.licence = candidate.licence and seat.place = candidate.place
                where candidate.licence is null or seat.number is not null
            ), claimed as (
                update job
                set state = 'running', attempt = attempt + 1, worker = $3, lease_until = $5, progress = 0, message = null,
                    started_at = coalesce(started_at, $4), attempt_started_at = $4, updated_at = $4, version = version + 1
                where id = any(array(select id from seated))
                returning %1$s, share, case when licence is not null
                    then (select number from seated where seated.id = job.id) end as seat_number
            ), taken as (
                update licence_seat
                set job_id = claimed.id, attempt = claimed.attempt, held_since = $4, epoch = epoch + 1
                from claimed
                where licence_seat.licence = claimed.licence and licence_seat.number = claimed.seat_number
            ), known as (
                insert into share_turn
                select share, nextval('turn')
                from (
                    select distinct share from claimed
                    where not exists (select from share_turn where share_turn.share = claimed.share)
                    order by share
                ) as unknown
                on conflict do nothing
            ), turn as (
                update share_turn set served = nextval('turn')
                from (
                    select share from share_turn where share in (select share from claimed)
                    order by share for update skip locked
                ) as served
                where share_turn.share = served.share
            )
            select %2$s, (
                select coalesce(jsonb_object_agg(name, value), '{}')::text from job_input where job_id = claimed.id
            ) as inputs
            from claimed
            """
                    .formatted(Job.columns("job"), Job.columns("claimed"));

    private final Pool pool;
    private final Announcer announcer;
    private final ObjectMapper json;
    private final QueueConfig config;

    Claimer(Pool pool, Announcer announcer, ObjectMapper json, QueueConfig config) {
        this.pool = pool;
        this.announcer = announcer;
        this.json = json;
        this.config = config;
    }

    /**
     * Claims the most urgent ready jobs.
     *
     * @param worker who will hold the leases
     * @param processes what that worker can run
     * @param most at most this many
     * @param now when the leases begin
     */
    public Uni<List<ClaimedJob>> claim(String worker, Collection<String> processes, int most, Instant now) {
        Tuple parameters = Tuple.of(
                processes.stream().distinct().toArray(String[]::new),
                (long) most,
                worker,
                now.atOffset(ZoneOffset.UTC),
                now.plus(config.lease()).atOffset(ZoneOffset.UTC),
                LOOK_AHEAD);
        return pool.withTransaction(transaction -> OnePlan.execute(transaction, CLAIM, parameters)
                .map(rows -> Rows.list(rows, this::claimed))
                .call(claimed -> announcer.tell(
                        transaction, claimed.stream().map(ClaimedJob::job).toList())));
    }

    private ClaimedJob claimed(Row row) {
        try {
            return new ClaimedJob(Job.of(row), json.readValue(row.getString("inputs"), ObjectNode.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored inputs are not JSON", e);
        }
    }
}
