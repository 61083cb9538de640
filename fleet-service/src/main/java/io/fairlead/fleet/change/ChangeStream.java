package io.fairlead.fleet.change;

import io.fairlead.core.rows.Rows;
import io.fairlead.core.stream.Tail;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The changes of the fleet as they are committed, by whichever instance. It reads the table of changes, so it can go
 * on after any id, on any instance, also after a restart; {@link Changes} sees to it that ids appear in their order.
 */
@ApplicationScoped
public class ChangeStream {

    private static final String NEWEST = "select coalesce(max(id), 0) as newest from change";
    private static final String NEXT =
            """
            select * from change
            where id > $1 and id <= $2 and ($3::text[] is null or vessels && $3)
            order by id limit $4
            """;

    private final Pool pool;
    private final Tail tail;

    ChangeStream(Pool pool, @ConfigProperty(name = "fairlead.stream.poll", defaultValue = "500ms") Duration poll) {
        this.pool = pool;
        this.tail = new Tail(poll, this::newest);
    }

    /** All changes after an id that concern one of these vessels, those to come too. */
    Multi<ChangeEntry> after(long id, Optional<Set<String>> scope) {
        return tail.after(id, (after, upTo, limit) -> read(after, upTo, limit, scope), ChangeEntry::id);
    }

    private Uni<List<ChangeEntry>> read(long after, long upTo, int limit, Optional<Set<String>> scope) {
        Tuple parameters = Tuple.of(
                after, upTo, scope.map(codes -> codes.toArray(String[]::new)).orElse(null), limit);
        return pool.preparedQuery(NEXT)
                .execute(parameters)
                .map(rows -> Rows.list(rows, row -> ChangeEntry.from(row).seenBy(scope)));
    }

    /** The id of the newest change, 0 when there is none. */
    Uni<Long> newest() {
        return pool.query(NEWEST).execute().map(rows -> rows.iterator().next().getLong("newest"));
    }
}
