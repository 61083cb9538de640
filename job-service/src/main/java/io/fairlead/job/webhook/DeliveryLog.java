package io.fairlead.job.webhook;

import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.rows.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was told of a job, for those who see it. */
@ApplicationScoped
class DeliveryLog {

    private static final String LIST =
            """
            select * from webhook_delivery where job_id = $1 and ($2::uuid is null or id > $2) order by id limit $3
            """;
    private static final String ATTEMPTS =
            "select * from webhook_attempt where delivery_id = any($1) order by delivery_id, attempt";

    private final Pool pool;

    DeliveryLog(Pool pool) {
        this.pool = pool;
    }

    /** One page of a job's deliveries, oldest first. */
    Uni<Page<Delivery>> list(UUID job, Paging paging) {
        UUID after = paging.after(1).map(key -> Paging.id(key.get(0))).orElse(null);
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(job, after, paging.fetch()))
                .map(rows -> Rows.list(rows, row -> row))
                .chain(rows -> attempts(
                                rows.stream().map(row -> row.getUUID("id")).toArray(UUID[]::new))
                        .map(attempts -> Page.of(
                                rows.stream()
                                        .map(row -> delivery(row, attempts))
                                        .toList(),
                                paging,
                                delivery -> List.of(delivery.id().toString()))));
    }

    private Uni<Map<UUID, List<Row>>> attempts(UUID[] deliveries) {
        return pool.preparedQuery(ATTEMPTS)
                .execute(Tuple.tuple().addArrayOfUUID(deliveries))
                .map(rows -> Rows.list(rows, row -> row).stream()
                        .collect(Collectors.groupingBy(row -> row.getUUID("delivery_id"))));
    }

    private static Delivery delivery(Row row, Map<UUID, List<Row>> attempts) {
        Delivery.State state = Delivery.State.parse(row.getString("state"));
        return new Delivery(
                row.getUUID("id"),
                row.getString("event"),
                row.getString("origin"),
                state,
                state == Delivery.State.WAITING ? Rows.instant(row, "due_at") : null,
                Rows.instant(row, "created_at"),
                attempts.getOrDefault(row.getUUID("id"), List.of()).stream()
                        .map(DeliveryLog::attempt)
                        .toList());
    }

    private static Delivery.Attempt attempt(Row row) {
        return new Delivery.Attempt(
                row.getInteger("attempt"),
                Rows.instant(row, "started_at"),
                Rows.instant(row, "finished_at"),
                row.getInteger("status"),
                row.getString("response"),
                row.getString("reason"));
    }
}
