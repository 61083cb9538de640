package io.fairlead.relay.cache;

import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.rows.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the database tier holds, for those who watch the cache. */
@ApplicationScoped
class CachedResponses {

    private static final String LIST =
            """
            select upstream, path, variant, status, octet_length(body) as bytes, received_at, fresh_until, version
            from response
            where starts_with(upstream || path, $1) and (upstream, path, variant) > ($2, $3, $4)
            order by upstream, path, variant limit $5
            """;

    private final Pool pool;
    private final Clock clock;

    CachedResponses(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Page<CachedResponse>> list(String prefix, Paging paging) {
        List<String> after = paging.after(3).orElse(List.of("", "", ""));
        Instant now = clock.instant();
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(prefix, after.get(0), after.get(1), after.get(2), paging.fetch()))
                .map(rows -> Page.of(
                        Rows.list(rows, row -> view(row, now)),
                        paging,
                        response -> List.of(response.upstream(), response.path(), response.variant())));
    }

    private static CachedResponse view(Row row, Instant now) {
        Instant receivedAt = Rows.instant(row, "received_at");
        Instant freshUntil = Rows.instant(row, "fresh_until");
        return new CachedResponse(
                row.getString("upstream"),
                row.getString("path"),
                row.getString("variant"),
                row.getInteger("status"),
                row.getInteger("bytes"),
                receivedAt,
                Duration.between(receivedAt, now).toSeconds(),
                freshUntil,
                freshUntil.isAfter(now),
                row.getLong("version"));
    }
}
