package io.fairlead.relay.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.rows.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** How upstreams stand in the database. */
@ApplicationScoped
class UpstreamTable {

    private static final String ALL = "select settings, version from upstream order by name";
    private static final String LOCK = "select settings, version from upstream where name = $1 for update";
    private static final String ADD =
            """
            insert into upstream (name, settings, updated_at, updated_by) values ($1, $2, $3, $4)
            on conflict (name) do nothing
            """;
    private static final String CHANGE =
            """
            update upstream set settings = $2, version = version + 1, updated_at = $3, updated_by = $4
            where name = $1 returning settings, version
            """;

    private final Pool pool;
    private final ObjectMapper json;
    private final Caller caller;
    private final Clock clock;

    UpstreamTable(Pool pool, ObjectMapper json, Caller caller, Clock clock) {
        this.pool = pool;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    /** A kept description and how often it was written. */
    record Kept(UpstreamSpec spec, long version) {}

    Uni<List<Kept>> all() {
        return pool.query(ALL).execute().map(rows -> Rows.list(rows, this::kept));
    }

    Uni<Optional<Kept>> lock(SqlConnection transaction, String name) {
        return transaction.preparedQuery(LOCK).execute(Tuple.of(name)).map(rows -> Rows.first(rows, this::kept));
    }

    /** Whether it was added; not when there is one of that name. */
    Uni<Boolean> add(SqlConnection transaction, UpstreamSpec spec) {
        return transaction.preparedQuery(ADD).execute(row(spec)).map(added -> added.rowCount() == 1);
    }

    Uni<Kept> change(SqlConnection transaction, UpstreamSpec spec) {
        return transaction.preparedQuery(CHANGE).execute(row(spec)).map(rows -> Rows.first(rows, this::kept)
                .orElseThrow());
    }

    private Tuple row(UpstreamSpec spec) {
        try {
            return Tuple.of(
                    spec.name(),
                    new JsonObject(json.writeValueAsString(spec)),
                    Rows.utc(clock.instant()),
                    caller.subject());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Kept kept(Row row) {
        try {
            String settings = row.getJsonObject("settings").encode();
            return new Kept(json.readValue(settings, UpstreamSpec.class), row.getLong("version"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an upstream's settings cannot be read", e);
        }
    }
}
