package io.fairlead.telemetry.store;

import io.fairlead.core.rows.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/**
 * The days in which there may be blocks worth rewriting. Sealing notes a day in its own transaction; whoever finds
 * nothing left in a day that is over takes it away, unless something was sealed into it meanwhile.
 */
@ApplicationScoped
class FragmentedDays {

    private static final String NOTE =
            """
            insert into fragmented_day as known (day, seq)
            select day, $2 from unnest($1::date[]) day order by day
            on conflict (day) do update set seq = greatest(known.seq, excluded.seq)
            """;
    private static final String ALL = "select day, seq from fragmented_day order by day";
    private static final String DONE = "delete from fragmented_day where day = $1 and seq = $2";

    private final Pool pool;

    FragmentedDays(Pool pool) {
        this.pool = pool;
    }

    /**
     * One such day.
     *
     * @param seq the highest of the blocks that were sealed into it
     */
    record Noted(LocalDate day, long seq) {}

    /** Notes the days of blocks that are being sealed. */
    Uni<Void> note(SqlConnection transaction, List<Block> blocks) {
        LocalDate[] days = blocks.stream().map(Block::day).distinct().toArray(LocalDate[]::new);
        long seq = blocks.stream().mapToLong(Block::seq).max().orElse(0);
        return transaction.preparedQuery(NOTE).execute(Tuple.of(days, seq)).replaceWithVoid();
    }

    /** All of them, the oldest first. */
    Uni<List<Noted>> all() {
        return pool.query(ALL)
                .execute()
                .map(rows -> Rows.list(rows, row -> new Noted(row.getLocalDate("day"), row.getLong("seq"))));
    }

    /** Takes away a day in which nothing was left to do when it was looked at, unless it has been noted anew. */
    Uni<Void> done(Noted noted) {
        return pool.preparedQuery(DONE)
                .execute(Tuple.of(noted.day(), noted.seq()))
                .replaceWithVoid();
    }
}
