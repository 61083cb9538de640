package io.fairlead.telemetry.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.block.PointsBuilder;
import io.fairlead.telemetry.reading.Batch;
import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.reading.Quantity;
import io.fairlead.telemetry.reading.Reading;
import io.fairlead.testkit.FairleadTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read back is what was accepted, bit for bit, whatever the store did with it in between. */
@FairleadTest
class StoreTest {

    private static final long START = Instant.parse("2026-01-31T00:00:00Z").getEpochSecond() * 1_000_000_000L;
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final Comparator<Reading.Key> ORDER =
            Comparator.comparingLong(Reading.Key::time).thenComparingLong(Reading.Key::start);

    @Inject
    KnownVessels vessels;

    @Inject
    Ingest ingest;

    @Inject
    BulkIngest bulk;

    @Inject
    Readings readings;

    @Inject
    LastReadings newest;

    @Inject
    Sealer sealer;

    @Inject
    Compactor compactor;

    @Inject
    Pool pool;

    private String vessel;

    @BeforeEach
    void register() {
        vessel = "S" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(vessel, null);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shouldReadBackWhatWasAcceptedWhateverIsSealedAndRewritten(long seed) {
        Random random = new Random(seed);
        Map<String, TreeMap<Reading.Key, Reading>> expected = new HashMap<>();
        for (int step = 0; step < 40; step++) {
            switch (random.nextInt(6)) {
                case 0 -> sealer.seal().await().indefinitely();
                case 1 -> compactor.compact().await().indefinitely();
                default -> send(random, expected);
            }
        }

        assertThat(stored()).isEqualTo(expected);
        sealer.seal().await().indefinitely();
        compactor.compact().await().indefinitely();
        assertThat(stored()).isEqualTo(expected);
        expected.forEach((channel, own) ->
                assertThat(newest(channel)).isEqualTo(own.lastEntry().getValue()));
    }

    @Test
    void shouldLeaveOneBlockForEachDayWhenItRewrites() {
        for (int i = 0; i < 10; i++) {
            accept("temperature", List.of(Reading.at(START + i * HOUR, i), Reading.at(START + (24 + i) * HOUR, i)));
            sealer.seal().await().indefinitely();
        }
        assertThat(blocks("temperature")).isEqualTo(20);

        compactor.compact().await().indefinitely();

        assertThat(blocks("temperature")).isEqualTo(2);
        assertThat(read(id("temperature"))).hasSize(20);
    }

    @Test
    void shouldKeepTheLaterValueWhenTheEarlierOneIsSealedAlready() {
        accept("temperature", List.of(Reading.at(START, 1), Reading.at(START + 1, 5)));
        sealer.seal().await().indefinitely();
        accept("temperature", List.of(Reading.at(START, 2)));
        assertThat(read(id("temperature")).values()).extracting(Reading::value).containsExactly(2.0, 5.0);

        sealer.seal().await().indefinitely();
        assertThat(read(id("temperature")).values()).extracting(Reading::value).containsExactly(2.0, 5.0);
        accept("temperature", List.of(Reading.at(START + 1, 6)));
        compactor.compact().await().indefinitely();

        assertThat(read(id("temperature")).values()).extracting(Reading::value).containsExactly(2.0, 6.0);
    }

    private void send(Random random, Map<String, TreeMap<Reading.Key, Reading>> expected) {
        String channel = "channel" + random.nextInt(3);
        TreeMap<Reading.Key, Reading> batch = new TreeMap<>(ORDER);
        for (int i = random.nextInt(30); i >= 0; i--) {
            Reading reading = reading(random);
            batch.put(reading.key(), reading);
        }
        if (random.nextBoolean()) {
            accept(channel, List.copyOf(batch.values()));
        } else {
            bulk.accept(List.of(batch(channel, List.copyOf(batch.values()))), "test")
                    .await()
                    .indefinitely();
        }
        expected.computeIfAbsent(channel, first -> new TreeMap<>(ORDER)).putAll(batch);
    }

    private static Reading reading(Random random) {
        long time = START + random.nextInt(300) * HOUR / 4 + random.nextInt(2);
        return switch (random.nextInt(5)) {
            case 0 -> Reading.over(time - 1 - random.nextInt(4) * HOUR, time, random.nextInt(1000));
            case 1 -> new Reading(time, time, null, "on" + random.nextInt(3), null);
            case 2 -> new Reading(time, time, random.nextGaussian(), null, "bad");
            default -> Reading.at(time, random.nextInt(100_000) / 100.0);
        };
    }

    private void accept(String channel, List<Reading> items) {
        pool.withTransaction(transaction -> ingest.accept(transaction, batch(channel, items), "test"))
                .await()
                .indefinitely();
    }

    private Batch batch(String channel, List<Reading> items) {
        PointsBuilder points = new PointsBuilder();
        items.forEach(points::add);
        Channel of = Channel.of(channel, Quantity.OTHER, null, null, null);
        return new Batch(vessel, "test", List.of(new Batch.Part(of, points.build())), 0, List.of());
    }

    private Map<String, TreeMap<Reading.Key, Reading>> stored() {
        Map<String, TreeMap<Reading.Key, Reading>> found = new HashMap<>();
        pool.preparedQuery("select id, channel from series where vessel = $1")
                .execute(Tuple.of(vessel))
                .await()
                .indefinitely()
                .forEach(row -> found.put(row.getString("channel"), read(row.getLong("id"))));
        return found;
    }

    private TreeMap<Reading.Key, Reading> read(long series) {
        TreeMap<Reading.Key, Reading> found = new TreeMap<>(ORDER);
        Points points = readings.between(pool, List.of(vessel), List.of(series), 0, START + 1000 * HOUR)
                .await()
                .indefinitely()
                .getOrDefault(series, Points.empty());
        List<Reading> paged = new ArrayList<>(
                readings.first(pool, vessel, series, 0, START + 1000 * HOUR, new Reading.Key(0, 0), 10_000)
                        .await()
                        .indefinitely());
        for (int i = 0; i < points.size(); i++) {
            found.put(points.reading(i).key(), points.reading(i));
        }
        assertThat(paged).containsExactlyElementsOf(found.values());
        return found;
    }

    private Reading newest(String channel) {
        long id = id(channel);
        return newest.of(vessel, List.of(id)).await().indefinitely().get(id);
    }

    private long id(String channel) {
        return one("select id from series where vessel = $1 and channel = $2", channel)
                .getLong(0);
    }

    private long blocks(String channel) {
        return one(
                        "select count(*) from block b join series s on s.id = b.series_id"
                                + " where s.vessel = $1 and s.channel = $2",
                        channel)
                .getLong(0);
    }

    private Row one(String sql, String channel) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(vessel, channel))
                .await()
                .indefinitely()
                .iterator()
                .next();
    }
}
