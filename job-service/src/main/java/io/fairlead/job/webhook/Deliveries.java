package io.fairlead.job.webhook;

import io.fairlead.core.rows.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The deliveries that wait. Several instances share them; who dies leaves its own to the others. */
@ApplicationScoped
class Deliveries {

    /** Steps from one receiver to the next in the index, however much waits for each. */
    private static final String RECEIVERS =
            """
            with recursive receiver (origin) as (
                select min(origin) from webhook_delivery where state = 'waiting' and origin > $1
                union all
                select (select min(origin) from webhook_delivery where state = 'waiting' and origin > receiver.origin)
                from receiver where origin is not null
            )
            select origin from receiver where origin is not null limit $2
            """;

    private static final String CLAIM =
            """
            with receiver (origin) as (
                select unnest($7::text[])
            ), head as (
                select head.id, head.due_at
                from receiver left join unnest($4::text[], $5::integer[]) as busy (origin, tries) using (origin)
                cross join lateral (
                    select id, due_at from webhook_delivery
                    where state = 'waiting' and origin = receiver.origin and due_at <= $1
                    order by due_at limit greatest(0, $6::integer - coalesce(busy.tries, 0))
                ) as head
            ), due as materialized (
                select locked.id
                from (select * from head order by due_at) as head
                cross join lateral (
                    select id from webhook_delivery
                    where id = head.id and state = 'waiting' and due_at <= $1 for update skip locked
                ) as locked
                limit $2
            )
            update webhook_delivery as delivery
            set attempt = delivery.attempt + 1, due_at = $3
            from due, job, job_subscriber as subscriber, job_event as told
            where delivery.id = due.id and job.id = delivery.job_id and subscriber.job_id = delivery.job_id
                and told.job_id = delivery.job_id and told.version = delivery.version
            returning delivery.*, job.share, subscriber.base, told.data::text as data
            """;
    private static final String END =
            """
            with ended as (
                update webhook_delivery set state = $3, due_at = coalesce($4, due_at)
                where id = $1 and attempt = $2 and state = 'waiting'
                returning *
            ), others as (
                update webhook_delivery as other set state = 'gone'
                from ended
                where ended.state = 'gone' and other.job_id = ended.job_id and other.url = ended.url
                    and other.state = 'waiting' and other.id <> ended.id
            )
            insert into webhook_attempt (delivery_id, attempt, started_at, finished_at, status, response, reason)
            select id, $2, $5, $6, $7, $8, $9 from ended
            """;

    /** How many receivers are looked at in one claim; the next goes on behind them. */
    private static final int MOST_RECEIVERS = 200;

    private final Pool pool;
    private volatile String lookedAt = "";

    Deliveries(Pool pool) {
        this.pool = pool;
    }

    /**
     * For what there is room.
     *
     * @param most how many deliveries at most
     * @param mostOfOne how many may be tried at once of one origin
     * @param busy how many are being tried, by origin
     */
    record Room(int most, int mostOfOne, Map<String, Integer> busy) {}

    /**
     * A delivery that is to be tried now.
     *
     * @param attempt the number of this try, from 1
     * @param owner in whose name it is signed
     * @param base where this API is, as the job's submitter called it
     * @param origin whom it goes to: the address's scheme, host and port
     * @param data the job as the event told it, as JSON
     */
    record Due(
            UUID id, UUID job, String event, URI url, int attempt, String owner, URI base, String origin, String data) {

        private static Due of(Row row) {
            return new Due(
                    row.getUUID("id"),
                    row.getUUID("job_id"),
                    row.getString("event"),
                    URI.create(row.getString("url")),
                    row.getInteger("attempt"),
                    row.getString("share"),
                    URI.create(row.getString("base")),
                    row.getString("origin"),
                    row.getString("data"));
        }
    }

    /**
     * Takes deliveries that are due. Nobody else does until the lease is over.
     *
     * @param room how many, of whom
     */
    Uni<List<Due>> claim(Room room, Instant now, Duration lease) {
        return receivers()
                .chain(receivers ->
                        receivers.isEmpty() ? Uni.createFrom().item(List.of()) : claim(room, now, lease, receivers));
    }

    /** All that something waits for or, if they are very many, the next of them in turn. */
    private Uni<List<String>> receivers() {
        String after = lookedAt;
        return receivers(after, MOST_RECEIVERS)
                .chain(next -> after.isEmpty() || next.size() == MOST_RECEIVERS
                        ? Uni.createFrom().item(next)
                        : receivers("", MOST_RECEIVERS - next.size())
                                .map(first -> Stream.concat(next.stream(), first.stream())
                                        .distinct()
                                        .toList()))
                .invoke(all -> lookedAt = all.size() == MOST_RECEIVERS ? all.get(MOST_RECEIVERS - 1) : "");
    }

    private Uni<List<String>> receivers(String after, int most) {
        return pool.preparedQuery(RECEIVERS)
                .execute(Tuple.of(after, most))
                .map(rows -> Rows.list(rows, row -> row.getString("origin")));
    }

    private Uni<List<Due>> claim(Room room, Instant now, Duration lease, List<String> receivers) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.tuple()
                        .addOffsetDateTime(Rows.utc(now))
                        .addInteger(room.most())
                        .addOffsetDateTime(Rows.utc(now.plus(lease)))
                        .addArrayOfString(room.busy().keySet().toArray(String[]::new))
                        .addArrayOfInteger(room.busy().values().toArray(Integer[]::new))
                        .addInteger(room.mostOfOne())
                        .addArrayOfString(receivers.toArray(String[]::new)))
                .map(rows -> Rows.list(rows, Due::of));
    }

    /**
     * Keeps what came of a try, unless the lease was over and another try was begun.
     *
     * @param state the delivery's state now: {@code waiting} when it is tried again
     * @param next when it is tried again, null if it is not
     */
    Uni<Void> end(Due delivery, String state, Instant next, Answer answer, Instant started, Instant finished) {
        return pool.preparedQuery(END)
                .execute(Tuple.tuple()
                        .addUUID(delivery.id())
                        .addInteger(delivery.attempt())
                        .addString(state)
                        .addOffsetDateTime(Rows.utc(next))
                        .addOffsetDateTime(Rows.utc(started))
                        .addOffsetDateTime(Rows.utc(finished))
                        .addInteger(answer.status())
                        .addString(answer.response())
                        .addString(answer.reason()))
                .replaceWithVoid();
    }
}
