package io.fairlead.telemetry.store;

import io.fairlead.telemetry.block.BlockCodec;
import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.window.QuarterHours;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Sealed readings: columns of one series and one day, in partitions of a day. */
@ApplicationScoped
class BlockTable {

    private static final int ROWS = 500;
    private static final int FEW = 4;
    private static final String ENSURE = "select ensure_block_day(day) from unnest($1::date[]) day";
    private static final String INSERT =
            """
            insert into block (series_id, day, t0, t1, s0, seq, readings, summary, data)
            select * from unnest($1::bigint[], $2::date[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[],
                $7::int[], $8::bytea[], $9::bytea[])
            """;
    private static final String OVERLAPPING =
            """
            select series_id, data from block
            where series_id = any($1) and day between $2 and $3 and t1 >= $4 and s0 < $5
            order by seq, t0
            """;

    private static final String DAYS =
            "select distinct day from block where series_id = $1 and day between $2 and $3 order by day";

    private final Vertx vertx;

    BlockTable(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Keeps blocks; the partitions of their days are made where there are none. */
    Uni<Void> insert(SqlConnection transaction, List<Block> blocks) {
        LocalDate[] days = blocks.stream().map(Block::day).distinct().toArray(LocalDate[]::new);
        return transaction
                .preparedQuery(ENSURE)
                .execute(Tuple.of((Object) days))
                .chain(() -> Multi.createFrom()
                        .range(0, (blocks.size() + ROWS - 1) / ROWS)
                        .onItem()
                        .transformToUniAndConcatenate(piece -> transaction
                                .preparedQuery(INSERT)
                                .execute(columns(
                                        blocks.subList(piece * ROWS, Math.min(blocks.size(), (piece + 1) * ROWS)))))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    /**
     * The sealed readings of some series that end at or after one time and start before another, each older than the
     * next; more may come along.
     *
     * @param reach how long before its end an interval may start, in nanoseconds; 0 finds instants
     */
    Uni<Map<Long, List<Points>>> overlapping(
            SqlClient client, Collection<Long> series, long from, long to, long reach) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfLong(series.toArray(Long[]::new))
                .addLocalDate(day(from))
                .addLocalDate(day(to > Long.MAX_VALUE - reach ? Long.MAX_VALUE : to + reach))
                .addLong(from)
                .addLong(to);
        return client.preparedQuery(OVERLAPPING).execute(parameters).chain(this::decoded);
    }

    /** Where the days end in which a series has blocks, in order, as nanoseconds since 1970. */
    Uni<List<Long>> daysFrom(SqlClient client, long series, long from, long to) {
        return client.preparedQuery(DAYS)
                .execute(Tuple.of(series, day(from), day(to)))
                .map(rows -> {
                    List<Long> ends = new ArrayList<>();
                    rows.forEach(row -> ends.add(QuarterHours.nanos(
                            row.getLocalDate("day").plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))));
                    return ends;
                });
    }

    /** The day, in UTC, of a time. */
    static LocalDate day(long nanos) {
        return LocalDate.ofInstant(QuarterHours.instant(nanos), ZoneOffset.UTC);
    }

    /** Decodes blocks: a few at once, many away from the event loop. */
    private Uni<Map<Long, List<Points>>> decoded(RowSet<Row> rows) {
        return rows.size() <= FEW
                ? Uni.createFrom().item(points(rows))
                : vertx.executeBlocking(() -> points(rows), false);
    }

    private static Map<Long, List<Points>> points(RowSet<Row> rows) {
        Map<Long, List<Points>> found = new HashMap<>();
        for (Row row : rows) {
            found.computeIfAbsent(row.getLong("series_id"), first -> new ArrayList<>())
                    .add(BlockCodec.decode(row.getBuffer("data").getBytes()));
        }
        return found;
    }

    private static Tuple columns(List<Block> blocks) {
        return Tuple.tuple()
                .addArrayOfLong(column(blocks, Block::series, Long[]::new))
                .addArrayOfLocalDate(column(blocks, Block::day, LocalDate[]::new))
                .addArrayOfLong(column(blocks, Block::first, Long[]::new))
                .addArrayOfLong(column(blocks, Block::last, Long[]::new))
                .addArrayOfLong(column(blocks, Block::start, Long[]::new))
                .addArrayOfLong(column(blocks, Block::seq, Long[]::new))
                .addArrayOfInteger(column(blocks, Block::readings, Integer[]::new))
                .addValue(column(blocks, block -> Buffer.buffer(block.summary()), Buffer[]::new))
                .addValue(column(blocks, block -> Buffer.buffer(block.data()), Buffer[]::new));
    }

    private static <T> T[] column(List<Block> blocks, Function<Block, T> part, IntFunction<T[]> array) {
        return blocks.stream().map(part).toArray(array);
    }
}
