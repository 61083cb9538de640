package io.fairlead.fleet.change;

import io.fairlead.core.rows.Rows;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The changes of the fleet as they are committed, by whichever instance. It reads the table of changes, so it can go
 * on after any id, on any instance, also after a restart; {@link Changes} sees to it that ids appear in their order.
 *
 * <p>However many listen, an instance asks once per interval for the newest id, and reads rows only when it grew.
 */
@ApplicationScoped
public class ChangeStream {

    private static final int BATCH = 500;
    private static final String NEWEST = "select coalesce(max(id), 0) as newest from change";
    private static final String NEXT =
            """
            select * from change
            where id > $1 and id <= $2 and ($3::text[] is null or vessels && $3)
            order by id limit $4
            """;

    private final Pool pool;
    private final Duration poll;
    private final Uni<Long> sharedNewest;

    ChangeStream(Pool pool, @ConfigProperty(name = "fairlead.stream.poll", defaultValue = "500ms") Duration poll) {
        this.pool = pool;
        this.poll = poll;
        this.sharedNewest = newest().memoize().atLeast(poll.dividedBy(2));
    }

    /** All changes after an id that concern one of these vessels, those to come too. */
    Multi<ChangeEntry> after(long id, Optional<Set<String>> scope) {
        AtomicLong position = new AtomicLong(id);
        return Multi.createFrom()
                .ticks()
                .every(poll)
                .onOverflow()
                .drop()
                .onItem()
                .transformToMultiAndConcatenate(tick -> sharedNewest
                        .onItem()
                        .transformToMulti(newest -> newest > position.get()
                                ? upTo(newest, position, scope)
                                : Multi.createFrom().empty()));
    }

    private Multi<ChangeEntry> upTo(long newest, AtomicLong position, Optional<Set<String>> scope) {
        return Multi.createBy()
                .repeating()
                .uni(() -> batch(newest, position, scope))
                .whilst(batch -> batch.size() == BATCH)
                .onItem()
                .transformToMultiAndConcatenate(batch -> Multi.createFrom().iterable(batch));
    }

    private Uni<List<ChangeEntry>> batch(long newest, AtomicLong position, Optional<Set<String>> scope) {
        Tuple parameters = Tuple.tuple()
                .addLong(position.get())
                .addLong(newest)
                .addArrayOfString(
                        scope.map(codes -> codes.toArray(String[]::new)).orElse(null))
                .addInteger(BATCH);
        return pool.preparedQuery(NEXT)
                .execute(parameters)
                .map(rows -> Rows.list(rows, row -> ChangeEntry.from(row).seenBy(scope)))
                .invoke(batch -> position.set(
                        batch.size() == BATCH ? batch.get(BATCH - 1).id() : newest));
    }

    /** The id of the newest change, 0 when there is none. */
    Uni<Long> newest() {
        return pool.query(NEWEST).execute().map(rows -> rows.iterator().next().getLong("newest"));
    }
}
