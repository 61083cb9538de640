package io.fairlead.fleet.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Keeps changes in the transaction that makes them: in the history, which is also the event stream, and in the outbox.
 *
 * <p>A sequence hands out ids in the order in which they are drawn, but rows appear in the order of commits; a reader
 * that went on behind the highest id it saw would miss a lower one that appears later. So an appender takes one lock
 * before its ids are drawn and holds it until its transaction ends: ids appear in their order. The price is that
 * changes of the fleet commit one after the other from here on, so append last, once per transaction, and lock the
 * changed rows before. Nobody who waits for a row holds this lock, so there is no deadlock.
 */
@ApplicationScoped
public class Changes {

    private static final String APPEND =
            """
            with lock as materialized (
                select pg_advisory_xact_lock(hashtextextended('fleet/changes', 2))
            ), locked as materialized (
                select count(*) from lock
            )
            insert into change (kind, key, action, version, vessels, state, changed_at, changed_by)
            select item ->> 'kind', item ->> 'key', item ->> 'action', (item ->> 'version')::bigint,
                   array(select json_array_elements_text(item -> 'vessels')), item -> 'state', $2, $3
            from json_array_elements($1::text::json) with ordinality as changes(item, position), locked
            order by position
            """;

    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;
    private final ObjectMapper json;

    Changes(Outbox outbox, Caller caller, Clock clock, ObjectMapper json) {
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
        this.json = json;
    }

    /** Appends changes to the caller's transaction, in their order. */
    public Uni<Void> append(SqlConnection transaction, List<Change> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple row = Tuple.tuple()
                .addString(write(changes))
                .addOffsetDateTime(OffsetDateTime.now(clock))
                .addString(caller.name());
        return transaction
                .preparedQuery(APPEND)
                .execute(row)
                .chain(() -> outbox.append(
                        transaction, changes.stream().map(Change::event).toList()));
    }

    private String write(List<Change> changes) {
        try {
            return json.writeValueAsString(changes);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A change cannot be written as JSON", e);
        }
    }
}
