package io.fairlead.job.job;

import io.fairlead.core.rows.Rows;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Knows up to which position the table of events is complete. Positions are drawn in another order than they are committed:
 * who goes on behind the highest would miss a lower one that appears later.
 *
 * <p>Who draws a position has locked the table for writing, until its transaction ends. So it reads first how far positions
 * are drawn and then who holds that lock; when the last of these has let go, which is after its rows can be seen, nothing
 * more comes up to there. Writers take no other lock for this and do not wait for each other.
 */
@ApplicationScoped
class SettledEvents {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String DRAWN =
            "select coalesce(pg_sequence_last_value('job_event_position_seq'), 0) as position";
    private static final String WRITERS =
            """
            select virtualtransaction as writer from pg_locks
            where locktype = 'relation' and relation = 'job_event'::regclass and mode = 'RowExclusiveLock' and granted
                and database = (select oid from pg_database where datname = current_database())
            """;

    private final Pool pool;
    private Uni<Long> look;
    private long settled;
    private long drawn;
    private Set<String> awaited = new HashSet<>();

    SettledEvents(Pool pool) {
        this.pool = pool;
    }

    /** The highest position that was drawn, whether its event is there or not. */
    Uni<Long> drawn() {
        return drawn(pool);
    }

    /** The position up to which nothing more will appear, as far as is known. */
    synchronized Uni<Long> position() {
        if (look == null) {
            look = look().onTermination().invoke(this::looked).memoize().indefinitely();
        }
        return look;
    }

    /** Waits until nothing more will appear up to this position. */
    Uni<Long> await(long position) {
        return Multi.createBy()
                .repeating()
                .uni(this::position)
                .withDelay(PAUSE)
                .whilst(reached -> reached < position)
                .collect()
                .last();
    }

    /** One at a time: whoever is gone was there before. */
    private Uni<Long> look() {
        return pool.withConnection(connection ->
                drawn(connection).chain(position -> writers(connection).map(writers -> settle(position, writers))));
    }

    private synchronized void looked() {
        look = null;
    }

    private synchronized long settle(long position, Set<String> writers) {
        awaited.retainAll(writers);
        if (awaited.isEmpty()) {
            settled = writers.isEmpty() ? position : drawn;
            drawn = position;
            awaited = writers;
        }
        return settled;
    }

    private static Uni<Long> drawn(SqlClient database) {
        return database.preparedQuery(DRAWN)
                .execute()
                .map(rows -> rows.iterator().next().getLong("position"));
    }

    private static Uni<Set<String>> writers(SqlClient database) {
        return database.preparedQuery(WRITERS)
                .execute()
                .map(rows -> new HashSet<>(Rows.list(rows, row -> row.getString("writer"))));
    }
}
