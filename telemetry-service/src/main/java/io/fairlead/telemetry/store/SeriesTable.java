package io.fairlead.telemetry.store;

import io.fairlead.core.rows.Rows;
import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.reading.Quantity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The series of each vessel. A series' row is the lock of whoever writes its readings and windows. */
@ApplicationScoped
public class SeriesTable {

    /** The columns that {@link #series(Row)} reads. */
    static final String COLUMNS = "s.id, s.vessel, s.channel, s.labels, s.quantity, s.unit, s.meter, s.period_seconds";

    private static final String CREATE =
            """
            insert into series (vessel, channel, labels, quantity, unit, meter, period_seconds)
            select $1, c.channel, c.labels::jsonb, c.quantity, c.unit, c.meter, c.period_seconds
            from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[])
                as c(channel, labels, quantity, unit, meter, period_seconds)
            where not exists (
                select from series s
                where s.vessel = $1 and s.channel = c.channel and s.labels = c.labels::jsonb)
            order by c.channel, c.labels
            on conflict do nothing
            """;
    private static final String LOCK =
            """
            select %s
            from series s
            join unnest($2::text[], $3::text[]) as c(channel, labels)
                on s.vessel = $1 and s.channel = c.channel and s.labels = c.labels::jsonb
            order by s.id
            for update of s
            """
                    .formatted(COLUMNS);
    private static final String LOCK_IDS =
            "select %s from series s where s.id = any($1) order by s.id for update of s".formatted(COLUMNS);

    private static final String DESCRIBE =
            """
            update series s set quantity = c.quantity, unit = c.unit, meter = c.meter, period_seconds = c.period_seconds
            from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[])
                as c(channel, labels, quantity, unit, meter, period_seconds)
            where s.vessel = $1 and s.channel = c.channel and s.labels = c.labels::jsonb
                and (s.quantity, s.unit, s.period_seconds) is distinct from (c.quantity, c.unit, c.period_seconds)
                and ((s.quantity, s.unit) is not distinct from (c.quantity, c.unit) or not s.reported)
            """;
    private static final String REPORTED = "update series set reported = true where id = any($1) and not reported";

    /**
     * What became of channels' descriptions.
     *
     * @param changed how many series are new or say something else than before
     * @param unfit the names of channels whose readings stand against another unit or quantity
     */
    public record Described(int changed, List<String> unfit) {}

    /** Describes channels, creates their series where they are new, and locks them until the transaction ends. */
    public Uni<Described> describe(SqlConnection transaction, String vessel, List<Channel> channels) {
        Tuple described = described(vessel, channels);
        return transaction.preparedQuery(CREATE).execute(described).chain(created -> locked(
                        transaction, vessel, channels)
                .chain(() -> transaction.preparedQuery(DESCRIBE).execute(described))
                .chain(changed -> locked(transaction, vessel, channels)
                        .map(now -> new Described(created.rowCount() + changed.rowCount(), unfit(channels, now)))));
    }

    private static List<String> unfit(List<Channel> wanted, List<Series> found) {
        Map<String, Channel> byName = wanted.stream().collect(Collectors.toMap(Channel::identity, Function.identity()));
        return found.stream()
                .map(Series::channel)
                .filter(channel -> !channel.sameUnit(byName.get(channel.identity())))
                .map(Channel::name)
                .toList();
    }

    /**
     * The series of these channels, created where they are new, each locked until the transaction ends. From then on
     * their units and quantities stand, as readings are about to be kept in them.
     */
    Uni<List<Series>> lock(SqlConnection transaction, String vessel, List<Channel> channels) {
        return transaction
                .preparedQuery(CREATE)
                .execute(described(vessel, channels))
                .chain(() -> locked(transaction, vessel, channels))
                .call(series -> transaction
                        .preparedQuery(REPORTED)
                        .execute(Tuple.tuple()
                                .addArrayOfLong(series.stream().map(Series::id).toArray(Long[]::new))));
    }

    /** Locks known series, in one order, until the transaction ends. */
    Uni<List<Series>> lock(SqlConnection transaction, Collection<Long> ids) {
        return transaction
                .preparedQuery(LOCK_IDS)
                .execute(Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)))
                .map(SeriesTable::list);
    }

    private static Uni<List<Series>> locked(SqlConnection transaction, String vessel, List<Channel> channels) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(vessel)
                        .addArrayOfString(texts(channels, Channel::name))
                        .addArrayOfString(texts(channels, SeriesTable::labels)))
                .map(SeriesTable::list);
    }

    private static List<Series> list(RowSet<Row> rows) {
        return Rows.list(rows, SeriesTable::series);
    }

    /** The vessel and its channels as columns, in the order in which {@code CREATE} takes them. */
    private static Tuple described(String vessel, List<Channel> channels) {
        return Tuple.of(vessel)
                .addArrayOfString(texts(channels, Channel::name))
                .addArrayOfString(texts(channels, SeriesTable::labels))
                .addArrayOfString(texts(channels, channel -> channel.quantity().text()))
                .addArrayOfString(texts(channels, Channel::unit))
                .addArrayOfString(texts(channels, Channel::meter))
                .addArrayOfLong(channels.stream()
                        .map(channel -> channel.period() == null
                                ? null
                                : channel.period().toSeconds())
                        .toArray(Long[]::new));
    }

    /** The series that a row with {@link #COLUMNS} holds. */
    public static Series series(Row row) {
        SortedMap<String, String> labels = new TreeMap<>();
        row.getJsonObject("labels").forEach(label -> labels.put(label.getKey(), (String) label.getValue()));
        Long period = row.getLong("period_seconds");
        Channel channel = new Channel(
                row.getString("channel"),
                labels,
                Quantity.of(row.getString("quantity")),
                row.getString("unit"),
                row.getString("meter"),
                period == null ? null : Duration.ofSeconds(period));
        return new Series(row.getLong("id"), row.getString("vessel"), channel);
    }

    private static String labels(Channel channel) {
        JsonObject labels = new JsonObject();
        channel.labels().forEach(labels::put);
        return labels.encode();
    }

    private static String[] texts(List<Channel> channels, Function<Channel, String> part) {
        return channels.stream().map(part).toArray(String[]::new);
    }
}
