package io.fairlead.relay.cache;

import io.fairlead.core.rows.Rows;
import io.fairlead.relay.http.HeaderFields;
import io.fairlead.relay.rules.CacheGroups;
import io.fairlead.relay.rules.CacheKey;
import io.fairlead.relay.rules.StoredResponse;
import io.fairlead.relay.rules.Variant;
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
import java.util.ArrayList;
import java.util.List;

/** How responses stand in the database. */
@ApplicationScoped
class ResponseTable {

    private static final String FIND =
            """
            select variant, status, headers, body, requested_at, received_at
            from response where upstream = $1 and path = $2 order by received_at desc limit 16
            """;
    private static final String SAVE =
            """
            insert into response
                (upstream, path, variant, status, headers, body, requested_at, received_at, fresh_until, groups)
            select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
            where not exists (select from purge where starts_with($1 || $2, prefix) and at >= $7)
            on conflict (upstream, path, variant) do update set
                status = excluded.status, headers = excluded.headers, body = excluded.body,
                requested_at = excluded.requested_at, received_at = excluded.received_at,
                fresh_until = excluded.fresh_until, groups = excluded.groups, version = response.version + 1
            where response.requested_at <= excluded.requested_at
            returning version
            """;
    private static final String REFRESH =
            """
            update response set
                headers = $4, requested_at = $5, received_at = $6, fresh_until = $7, groups = $8
            where upstream = $1 and path = $2 and variant = $3 and requested_at <= $5
                and not exists (select from purge where starts_with($1 || $2, prefix) and at >= $5)
            """;

    private static final String DELETE =
            "delete from response where upstream = $1 and path = $2 and variant = $3 and requested_at <= $4";

    private final Pool pool;
    private final List<ResponseStored> listeners;

    ResponseTable(Pool pool, @All List<ResponseStored> listeners) {
        this.pool = pool;
        this.listeners = listeners;
    }

    /** All that is kept under a key, the newest first. */
    Uni<List<StoredResponse>> find(CacheKey key) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(key.upstream(), key.path()))
                .map(rows -> Rows.list(rows, row -> response(key, row)));
    }

    /** Keeps a response; its listeners take part in the transaction. */
    Uni<Void> save(StoredResponse response, Instant freshUntil) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(SAVE)
                .execute(row(response, freshUntil))
                .chain(saved -> tell(transaction, response, saved)));
    }

    /** Keeps what is new about a response whose body is what it was. */
    Uni<Void> refresh(StoredResponse response, Instant freshUntil) {
        return pool.preparedQuery(REFRESH)
                .execute(Tuple.tuple()
                        .addString(response.key().upstream())
                        .addString(response.key().path())
                        .addString(response.variant().text())
                        .addValue(headers(response))
                        .addOffsetDateTime(Rows.utc(response.requestedAt()))
                        .addOffsetDateTime(Rows.utc(response.receivedAt()))
                        .addOffsetDateTime(Rows.utc(freshUntil))
                        .addArrayOfString(groups(response)))
                .replaceWithVoid();
    }

    /** Keeps it no longer, unless it has been fetched anew meanwhile. */
    Uni<Void> delete(StoredResponse response) {
        return pool.preparedQuery(DELETE)
                .execute(Tuple.of(
                        response.key().upstream(),
                        response.key().path(),
                        response.variant().text(),
                        Rows.utc(response.requestedAt())))
                .replaceWithVoid();
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
        return Tuple.tuple()
                .addString(response.key().upstream())
                .addString(response.key().path())
                .addString(response.variant().text())
                .addInteger(response.status())
                .addValue(headers(response))
                .addBuffer(Buffer.buffer(response.body()))
                .addOffsetDateTime(Rows.utc(response.requestedAt()))
                .addOffsetDateTime(Rows.utc(response.receivedAt()))
                .addOffsetDateTime(Rows.utc(freshUntil))
                .addArrayOfString(groups(response));
    }

    private static String[] groups(StoredResponse response) {
        return CacheGroups.of(response.headers()).toArray(String[]::new);
    }

    private static JsonArray headers(StoredResponse response) {
        JsonArray headers = new JsonArray();
        response.headers().fields().forEach(field -> headers.add(JsonArray.of(field.name(), field.value())));
        return headers;
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
                new Variant(row.getString("variant")),
                row.getInteger("status"),
                new HeaderFields(fields),
                row.getBuffer("body").getBytes(),
                Rows.instant(row, "requested_at"),
                Rows.instant(row, "received_at"));
    }
}
