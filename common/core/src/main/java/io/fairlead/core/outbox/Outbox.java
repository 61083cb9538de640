package io.fairlead.core.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.event.Event;
import io.fairlead.core.event.TraceParent;
import io.fairlead.core.notify.CommitNotifier;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/**
 * Keeps events in the transaction of the change that they tell of, so that an event is published if and only if the
 * change was committed.
 *
 * <p>Appending locks the event's (topic, key) until the transaction ends: of two transactions that change one thing, the
 * one that commits first has the lower id, and {@link OutboxPublisher} publishes by id. Locks are taken in one order,
 * so appenders of several keys do not deadlock; append all events of a transaction in one call. A schema's keys
 * share 1,024 locks, so that a transaction with very many keys does not exhaust PostgreSQL's table of locks; the schema is
 * part of them, because advisory locks belong to the whole database and services must not wait for each other.
 */
@ApplicationScoped
public class Outbox {

    private static final String APPEND =
            """
            with event as materialized (
                select * from unnest($1::text[], $2::text[], $3::text[], $4::bytea[], $5::text[])
                    with ordinality as e(topic, key, type, data, trace_parent, position)
            ), lock as materialized (
                select pg_advisory_xact_lock(id) from (
                    select distinct (hashtextextended(current_schema(), 1) & -1024)
                        | (hashtextextended(topic || '/' || key, 0) & 1023) as id
                    from event order by id) ids
            ), locked as materialized (
                select count(*) from lock
            )
            insert into outbox (topic, key, type, data, trace_parent)
            select topic, key, type, data, trace_parent from event, locked order by position
            """;

    private static final String APPEND_GUARDED =
            """
            insert into outbox (topic, key, type, data, trace_parent)
            select topic, key, type, data, trace_parent
            from unnest($1::text[], $2::text[], $3::text[], $4::bytea[], $5::text[])
                with ordinality as e(topic, key, type, data, trace_parent, position)
            order by position
            """;

    private static final String APPEND_RENDERED =
            """
            insert into outbox (topic, key, type, rendering, data, trace_parent)
            select e.topic, e.key, e.type, e.rendering, e.data, $6
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bytea[])
                with ordinality as e(topic, key, type, rendering, data, position)
            order by position
            """;

    private final ObjectMapper json;
    private final CommitNotifier notifier;
    private final String channel;

    Outbox(ObjectMapper json, CommitNotifier notifier, OutboxSettings settings) {
        this.json = json;
        this.notifier = notifier;
        this.channel = settings.channel();
    }

    /** Appends events to the caller's transaction. */
    public Uni<Void> append(SqlConnection transaction, Event... events) {
        return append(transaction, List.of(events));
    }

    /** Appends events to the caller's transaction, in their order. */
    public Uni<Void> append(SqlConnection transaction, List<Event> events) {
        return append(APPEND, transaction, events);
    }

    /**
     * Appends events whose keys' order the caller guards: its transaction has changed, and so locked, the row that each key
     * names. No lock is taken for them.
     */
    public Uni<Void> appendGuarded(SqlConnection transaction, List<Event> events) {
        return append(APPEND_GUARDED, transaction, events);
    }

    private Uni<Void> append(String sql, SqlConnection transaction, List<Event> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String current = TraceParent.current();
        return insert(
                sql,
                transaction,
                Tuple.tuple()
                        .addArrayOfString(texts(events, Event::topic))
                        .addArrayOfString(texts(events, Event::key))
                        .addArrayOfString(texts(events, Event::type))
                        .addValue(events.stream().map(this::data).toArray(Buffer[]::new))
                        .addArrayOfString(
                                texts(events, event -> event.traceParent() == null ? current : event.traceParent())));
    }

    private Uni<Void> insert(String sql, SqlConnection transaction, Tuple events) {
        notifier.afterCommit(transaction, channel, "");
        return transaction.preparedQuery(sql).execute(events).replaceWithVoid();
    }

    /**
     * Appends events to the caller's transaction that are written out when they are published. No lock is taken: events
     * of concurrent transactions are published in either order, even about one key.
     */
    public Uni<Void> appendRendered(SqlConnection transaction, List<RenderedEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple row = Tuple.tuple()
                .addArrayOfString(texts(events, RenderedEvent::topic))
                .addArrayOfString(texts(events, RenderedEvent::key))
                .addArrayOfString(texts(events, RenderedEvent::type))
                .addArrayOfString(texts(events, RenderedEvent::rendering))
                .addValue(events.stream()
                        .map(event -> Buffer.buffer(event.compact()))
                        .toArray(Buffer[]::new))
                .addString(TraceParent.current());
        return insert(APPEND_RENDERED, transaction, row);
    }

    private static <T> String[] texts(List<T> events, Function<T, String> part) {
        return events.stream().map(part).toArray(String[]::new);
    }

    private Buffer data(Event event) {
        try {
            return event.data() == null ? null : Buffer.buffer(json.writeValueAsBytes(event.data()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("An event's data cannot be written as JSON: " + event.type(), e);
        }
    }
}
