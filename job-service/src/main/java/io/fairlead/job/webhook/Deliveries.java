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
import java.util.UUID;

/** The deliveries that wait. Several instances share them; who dies leaves its own to the others. */
@ApplicationScoped
class Deliveries {

    private static final String CLAIM =
            """
            update webhook_delivery as delivery
            set attempt = delivery.attempt + 1, due_at = $3
            from (
                select id from webhook_delivery where state = 'waiting' and due_at <= $1
                order by due_at limit $2 for update skip locked
            ) as due, job, job_subscriber as subscriber, job_event as told
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

    private final Pool pool;

    Deliveries(Pool pool) {
        this.pool = pool;
    }

    /**
     * A delivery that is to be tried now.
     *
     * @param attempt the number of this try, from 1
     * @param owner in whose name it is signed
     * @param base where this API is, as the job's submitter called it
     * @param data the job as the event told it, as JSON
     */
    record Due(UUID id, UUID job, String event, URI url, int attempt, String owner, URI base, String data) {

        private static Due of(Row row) {
            return new Due(
                    row.getUUID("id"),
                    row.getUUID("job_id"),
                    row.getString("event"),
                    URI.create(row.getString("url")),
                    row.getInteger("attempt"),
                    row.getString("share"),
                    URI.create(row.getString("base")),
                    row.getString("data"));
        }
    }

    /**
     * Takes deliveries that are due. Nobody else does until the lease is over.
     *
     * @param most at most so many
     */
    Uni<List<Due>> claim(int most, Instant now, Duration lease) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(Rows.utc(now), most, Rows.utc(now.plus(lease))))
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
