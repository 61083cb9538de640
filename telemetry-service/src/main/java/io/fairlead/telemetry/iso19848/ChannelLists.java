package io.fairlead.telemetry.iso19848;

import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.reading.Receipt;
import io.fairlead.telemetry.store.SeriesTable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What vessels' data channel lists say of their channels. */
@ApplicationScoped
class ChannelLists {

    private static final String CHANNELS = "select s.* from series s where s.vessel = $1";
    private static final String CHANNEL = "select s.* from series s where s.vessel = $1 and s.id = $2";
    private static final String PROPERTIES =
            """
            select distinct on (local_id) local_id, property from declared_channel
            where vessel = $1 and local_id = any($2) order by local_id, declared_at desc
            """;
    private static final String SHORT_IDS = "select list_id, short_id, channel from short_id where vessel = $1";
    private static final String FORGET_SHORT_IDS = "delete from short_id where vessel = $1 and list_id = $2";
    private static final String KEEP_SHORT_IDS =
            """
            insert into short_id (vessel, list_id, short_id, channel)
            select $1, $2, c.short_id, c.channel from unnest($3::text[], $4::text[]) as c(short_id, channel)
            where c.short_id is not null
            on conflict (vessel, list_id, short_id) do update set channel = excluded.channel
            """;
    private static final String FORGET = "delete from declared_channel where vessel = $1 and list_id = $2";
    private static final String KEEP =
            """
            insert into declared_channel (vessel, list_id, local_id, property)
            select $1, $2, c.local_id, c.property from unnest($3::text[], $4::text[]) as c(local_id, property)
            on conflict (vessel, list_id, local_id) do update set property = excluded.property, declared_at = now()
            """;

    private final Pool pool;
    private final SeriesTable series;

    ChannelLists(Pool pool, SeriesTable series) {
        this.pool = pool;
        this.series = series;
    }

    /** What is known of a vessel's channels. */
    Uni<KnownChannels> known(String vessel) {
        return pool.withConnection(connection -> connection
                .preparedQuery(CHANNELS)
                .execute(Tuple.of(vessel))
                .map(ChannelLists::channels)
                .chain(channels -> connection
                        .preparedQuery(SHORT_IDS)
                        .execute(Tuple.of(vessel))
                        .map(rows -> new KnownChannels(channels, shortIds(rows)))));
    }

    /**
     * Keeps a list in place of an earlier one with its id.
     *
     * @return how many channels are new or changed; fails with 409 when a channel that has readings would get another
     *     unit or quantity
     */
    Uni<Receipt> keep(SqlConnection transaction, String vessel, String id, List<DeclaredChannel> declared) {
        List<Channel> channels = declared.stream().map(DeclaredChannel::channel).toList();
        Tuple list = Tuple.of(vessel, id);
        Tuple shortIds = columns(vessel, id, declared, DeclaredChannel::shortId, DeclaredChannel::localId);
        Tuple properties = columns(vessel, id, declared, DeclaredChannel::localId, channel -> channel.property()
                .toString());
        return series.describe(transaction, vessel, channels)
                .invoke(described -> requireAll(declared, described.unfit()))
                .call(() -> transaction.preparedQuery(FORGET_SHORT_IDS).execute(list))
                .call(() -> transaction.preparedQuery(KEEP_SHORT_IDS).execute(shortIds))
                .call(() -> transaction.preparedQuery(FORGET).execute(list))
                .call(() -> transaction.preparedQuery(KEEP).execute(properties))
                .map(described -> new Receipt(described.changed(), channels.size() - described.changed(), 0));
    }

    /** One of a vessel's channels. */
    Uni<Optional<Channel>> channel(String vessel, long id) {
        return pool.preparedQuery(CHANNEL).execute(Tuple.of(vessel, id)).map(rows -> channels(rows).values().stream()
                .findFirst());
    }

    /** What the newest lists say of those of a vessel's channels that they declare: JSON by LocalID. */
    Uni<Map<String, String>> properties(String vessel, List<String> localIds) {
        return pool.preparedQuery(PROPERTIES)
                .execute(Tuple.of(vessel).addArrayOfString(localIds.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, String> properties = new HashMap<>();
                    rows.forEach(row -> properties.put(row.getString("local_id"), row.getString("property")));
                    return properties;
                });
    }

    private static Tuple columns(
            String vessel,
            String list,
            List<DeclaredChannel> declared,
            Function<DeclaredChannel, String> first,
            Function<DeclaredChannel, String> second) {
        return Tuple.of(vessel, list)
                .addArrayOfString(declared.stream().map(first).toArray(String[]::new))
                .addArrayOfString(declared.stream().map(second).toArray(String[]::new));
    }

    private static void requireAll(List<DeclaredChannel> declared, List<String> unfit) {
        if (unfit.isEmpty()) {
            return;
        }
        String detail = "This channel has readings, so its unit and quantity cannot change any more.";
        Set<String> names = new HashSet<>(unfit);
        throw Problems.conflict(
                "channel-in-use",
                detail,
                declared.stream()
                        .filter(channel -> names.contains(channel.channel().name()))
                        .map(channel -> FieldError.body(channel.pointer(), detail))
                        .toList());
    }

    private static Map<String, Channel> channels(RowSet<Row> rows) {
        Map<String, Channel> channels = new HashMap<>();
        rows.forEach(row -> {
            Channel channel = SeriesTable.series(row).channel();
            channels.put(channel.identity(), channel);
        });
        return channels;
    }

    private static Map<String, Map<String, String>> shortIds(RowSet<Row> rows) {
        Map<String, Map<String, String>> lists = new HashMap<>();
        rows.forEach(row -> lists.computeIfAbsent(row.getString("list_id"), first -> new HashMap<>())
                .put(row.getString("short_id"), row.getString("channel")));
        return lists;
    }
}
