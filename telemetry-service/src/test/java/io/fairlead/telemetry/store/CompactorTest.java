package io.fairlead.telemetry.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.telemetry.block.PointsBuilder;
import io.fairlead.telemetry.reading.Batch;
import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.reading.Quantity;
import io.fairlead.telemetry.reading.Reading;
import io.fairlead.testkit.FairleadTest;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Compaction looks only at days in which there may be something to do. */
@FairleadTest
class CompactorTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-02-01T00:00:00Z");

    @Inject
    KnownVessels vessels;

    @Inject
    BulkIngest bulk;

    @Inject
    Sealer sealer;

    @Inject
    BlockTable blocks;

    @Inject
    FragmentedDays days;

    @Inject
    StoreRules rules;

    @Inject
    StoreMetrics metrics;

    @Inject
    Vertx vertx;

    @Inject
    Pool pool;

    private String vessel;

    @BeforeEach
    void register() {
        vessel = "C" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(vessel, null);
        run("delete from block");
        run("delete from fragmented_day");
    }

    @Test
    void shouldLookAtADayAgainOnlyWhenSomethingIsSealedIntoIt() {
        seal(1);
        seal(2);
        compactAt(NEXT_DAY);
        assertThat(number("select count(*) from block")).isEqualTo(1);
        compactAt(NEXT_DAY);
        assertThat(number("select count(*) from fragmented_day")).isZero();

        seal(3);
        compactAt(NEXT_DAY);

        assertThat(number("select count(*) from block")).isEqualTo(1);
        assertThat(number("select sum(readings) from block")).isEqualTo(3);
    }

    @Test
    void shouldComeBackToADayOfFewBlocksWhenItIsOver() {
        seal(1);
        seal(2);
        compactAt(NOON);
        compactAt(NOON);
        assertThat(number("select count(*) from block")).isEqualTo(2);

        compactAt(NEXT_DAY);

        assertThat(number("select count(*) from block")).isEqualTo(1);
    }

    @Test
    void shouldKeepADayNotedWhenSomethingWasSealedIntoItWhileItWasLookedAt() {
        seal(1);
        FragmentedDays.Noted seen = days.all().await().indefinitely().get(0);
        seal(2);

        days.done(seen).await().indefinitely();

        assertThat(number("select count(*) from fragmented_day")).isEqualTo(1);
    }

    @Test
    void shouldGoOnWhenABlockOfAnotherSeriesCannotBeRead() {
        seal(1);
        run("select ensure_block_day('2026-01-30')");
        run("insert into block (day, series_id, t0, t1, s0, seq, readings, data)"
                + " select day - 1, -1, t0 + n, t1, s0, seq, 1, 'x' from block, generate_series(1, 2) n");
        run("insert into fragmented_day select day - 1, seq from fragmented_day");
        seal(2);

        compactAt(NEXT_DAY);

        assertThat(number("select count(*) from block where series_id = -1")).isEqualTo(2);
        assertThat(number("select count(*) from block where series_id > 0")).isEqualTo(1);
    }

    private void seal(int value) {
        PointsBuilder points = new PointsBuilder();
        points.add(Reading.at(NOON.getEpochSecond() * 1_000_000_000L + value, value));
        Channel channel = Channel.of("temperature", Quantity.OTHER, null, null, null);
        Batch batch = new Batch(vessel, "test", List.of(new Batch.Part(channel, points.build())), 0, List.of());
        bulk.accept(List.of(batch), "test").await().indefinitely();
        sealer.seal().await().indefinitely();
    }

    private void compactAt(Instant now) {
        new Compactor(pool, blocks, days, rules, metrics, Clock.fixed(now, ZoneOffset.UTC), vertx)
                .compact()
                .await()
                .indefinitely();
    }

    private void run(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }

    private long number(String sql) {
        return pool.query(sql)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
