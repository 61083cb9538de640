package io.fairlead.relay.cache;

import io.fairlead.relay.upstream.HeaderFields;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How responses stand in the database. */
@ApplicationScoped
class ResponseTable {

    private static final String FIND =
            "select status, headers, body, requested_at, received_at from response where upstream = $1 and path = $2";
    private static final String SAVE =
            """
            insert into response (upstream, path, status, headers, body, requested_at, received_at, fresh_until)
            select $1, $2, $3, $4, $5, $6, $7, $8
            where not exists (select from purge where starts_with($1 || $2, prefix) and at >= $6)
            on conflict (upstream, path) do update set
                status = excluded.status, headers = excluded.headers, body = excluded.body,
                requested_at = excluded.requested_at, received_at = excluded.received_at,
                fresh_until = excluded.fresh_until, version = response.version + 1
            where response.requested_at <= excluded.requested_at
            returning version
            """;

    private final Pool pool;
    private final FetchLease lease;
    private final List<ResponseStored> listeners;

    ResponseTable(Pool pool, FetchLease lease, @All List<ResponseStored> listeners) {
        this.pool = pool;
        this.lease = lease;
        this.listeners = listeners;
    }

    Uni<Optional<StoredResponse>> find(CacheKey key) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(key.upstream(), key.path()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(response(key, rows.iterator().next())));
    }

    /** Keeps a response and gives back the right to fetch it, in one transaction; its listeners take part. */
    Uni<Void> save(StoredResponse response, Instant freshUntil, UUID holder) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(SAVE)
                .execute(row(response, freshUntil))
                .chain(saved -> tell(transaction, response, saved))
                .chain(() -> lease.release(transaction, response.key(), holder)));
    }

    private Uni<Void> tell(SqlConnection transaction, StoredResponse response, RowSet<Row> saved) {
        if (saved.size() == 0) {
            return Uni.createFrom().voidItem();
        }
        long version = saved.iterator().next().getLong("version");
        Uni<Void> told = Uni.createFrom().voidItem();
        for (ResponseStored listener : listeners) {
            told = told.chain(() -> listener.stored(transaction, response, version));
        }
        return told;
    }

    private static Tuple row(StoredResponse response, Instant freshUntil) {
        JsonArray headers = new JsonArray();
        response.headers().fields().forEach(field -> headers.add(JsonArray.of(field.name(), field.value())));
        return Tuple.tuple()
                .addString(response.key().upstream())
                .addString(response.key().path())
                .addInteger(response.status())
                .addValue(headers)
                .addBuffer(Buffer.buffer(response.body()))
                .addOffsetDateTime(utc(response.requestedAt()))
                .addOffsetDateTime(utc(response.receivedAt()))
                .addOffsetDateTime(utc(freshUntil));
    }

    private static StoredResponse response(CacheKey key, Row row) {
        List<HeaderFields.Field> fields = new ArrayList<>();
        JsonArray headers = row.getJsonArray("headers");
        for (int i = 0; i < headers.size(); i++) {
            JsonArray field = headers.getJsonArray(i);
            fields.add(new HeaderFields.Field(field.getString(0), field.getString(1)));
        }
        return new StoredResponse(
                key,
                row.getInteger("status"),
                new HeaderFields(fields),
                row.getBuffer("body").getBytes(),
                row.getOffsetDateTime("requested_at").toInstant(),
                row.getOffsetDateTime("received_at").toInstant());
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
