package io.fairlead.relay.cache;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.event.Event;
import io.fairlead.core.event.Topics;
import io.fairlead.core.outbox.Outbox;
import io.fairlead.core.rows.Rows;
import io.fairlead.relay.rules.CacheKey;
import io.fairlead.relay.upstream.UpstreamMoved;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.PreparedQuery;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Purges: the database tier at once, the memory of every instance by an event. Not through the inbox, which would apply
 * the event in one instance only; to forget twice does no harm.
 */
@ApplicationScoped
public class Purges implements UpstreamMoved {

    private static final Logger LOG = Logger.getLogger(Purges.class);
    private static final String FORGET = "delete from response where starts_with(upstream || path, $1)";
    private static final String FORGET_EXACTLY = "delete from response where upstream = $1 and path = $2";
    private static final String FORGET_GROUPS =
            "delete from response where upstream = $1 and groups && $2 and groups <> '{}'";
    private static final String REMEMBER =
            """
            insert into purge (prefix, at) values ($1, $2)
            on conflict (prefix) do update set at = greatest(purge.at, excluded.at)
            """;

    private final Pool pool;
    private final Outbox outbox;
    private final ResponseCache cache;
    private final ObjectMapper json;
    private final Clock clock;

    Purges(Pool pool, Outbox outbox, ResponseCache cache, ObjectMapper json, Clock clock) {
        this.pool = pool;
        this.outbox = outbox;
        this.cache = cache;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Forgets all responses under a prefix, everywhere.
     *
     * @return how many were forgotten from the database
     */
    Uni<Integer> purge(String prefix) {
        Purge purge = new Purge(prefix, clock.instant(), false, Set.of());
        return pool.withTransaction(
                        transaction -> purge(transaction, purge, transaction.preparedQuery(FORGET), Tuple.of(prefix)))
                .invoke(purged -> {
                    cache.forget(purge);
                    LOG.infof("prefix=%s purged=%d", prefix, purged);
                });
    }

    /** Forgets all that is kept of an upstream, and keeps nothing of it until every instance knows of the change. */
    @Override
    public Uni<Void> moved(SqlConnection transaction, String name, Instant until) {
        Purge purge = new Purge(name + "/", until, false, Set.of());
        cache.forget(purge);
        return purge(transaction, purge, transaction.preparedQuery(FORGET), Tuple.of(purge.prefix()))
                .replaceWithVoid();
    }

    /** Forgets what is kept under a key, everywhere, as it was changed at the upstream; says as of when. */
    Uni<Instant> invalidate(CacheKey key) {
        Purge purge = new Purge(key.text(), clock.instant(), true, Set.of());
        cache.forget(purge);
        return pool.withTransaction(transaction -> purge(
                        transaction,
                        purge,
                        transaction.preparedQuery(FORGET_EXACTLY),
                        Tuple.of(key.upstream(), key.path())))
                .replaceWith(purge.at());
    }

    /** Forgets what is kept of an upstream and is in one of these groups, everywhere; says as of when. */
    Uni<Instant> invalidate(String upstream, Set<String> groups) {
        Purge purge = new Purge(upstream + "/", clock.instant(), false, groups);
        cache.forget(purge);
        return pool.withTransaction(transaction -> purge(
                        transaction,
                        purge,
                        transaction.preparedQuery(FORGET_GROUPS),
                        Tuple.of(upstream, groups.toArray(String[]::new))))
                .replaceWith(purge.at());
    }

    @Incoming("purges")
    void hear(ConsumerRecord<String, byte[]> record) {
        try {
            cache.forget(json.readValue(record.value(), Purge.class));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warnf("topic=%s key=%s ignored=true", record.topic(), record.key());
        }
    }

    private Uni<Integer> purge(SqlConnection transaction, Purge purge, PreparedQuery<RowSet<Row>> forget, Tuple what) {
        OffsetDateTime at = Rows.utc(purge.at());
        return transaction
                .preparedQuery(REMEMBER)
                .execute(Tuple.of(purge.prefix(), at))
                .chain(() -> forget.execute(what))
                .call(() -> outbox.append(
                        transaction, Event.of(Topics.RELAY_PURGES, purge.prefix(), "relay.purged", purge)))
                .map(deleted -> deleted.rowCount());
    }
}
