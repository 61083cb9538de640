package io.fairlead.telemetry.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testkit.process.KillablePostgres;
import io.fairlead.testkit.process.Ports;
import io.fairlead.testkit.process.ServiceProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL while readings are between the head and their blocks, or between many blocks and one. The transaction is held
 * in its middle by a lock of the test's, so that the kill meets it there each time; meanwhile a ship goes on sending.
 */
class KillIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String VESSEL = "MV102";
    private static final Instant YESTERDAY =
            Instant.now().truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS);
    private static final String SEALING = "insert into series_last%";
    private static final String REWRITING = "insert into block %";

    @TempDir
    Path folder;

    private KillablePostgres postgres;
    private List<String> settings;
    private int port;
    private ServiceProcess service;
    private SendingShip ship;

    @BeforeEach
    void start() throws Exception {
        postgres = new KillablePostgres(folder.resolve("postgres"), Ports.free());
        settings = new ArrayList<>(postgres.settings());
        settings.addAll(List.of(
                "-Dfairlead.store.seal-after=PT0S",
                "-Dfairlead.store.seal-every=0.1s",
                "-Dfairlead.store.compact-every=0.1s"));
        port = Ports.free();
        startService();
        Vessels.add(postgres, VESSEL);
        ship = new SendingShip(service.url(), VESSEL, YESTERDAY);
    }

    @AfterEach
    void stop() throws Exception {
        service.close();
        postgres.close();
    }

    @Test
    void shouldKeepEveryReadingOnceWhenTheServiceIsKilledWhileItSeals() throws Exception {
        try (Connection gate = holdSealing()) {
            ship.keepSending();
            awaitBlocked(SEALING);
            ship.awaitAccepted(5);

            service.kill();
            gate.rollback();
        }
        startService();
        ship.awaitAccepted(5);
        ship.stop();

        assertEveryReadingIsThereOnce();
    }

    @Test
    void shouldKeepEveryReadingOnceWhenTheDatabaseIsKilledWhileItSeals() throws Exception {
        Connection gate = holdSealing();
        ship.keepSending();
        awaitBlocked(SEALING);
        ship.awaitAccepted(5);

        postgres.kill();
        gate.close();
        postgres.start();
        ship.awaitAccepted(5);
        ship.stop();

        assertEveryReadingIsThereOnce();
    }

    @Test
    void shouldKeepEveryReadingOnceWhenTheServiceIsKilledWhileItRewritesBlocks() throws Exception {
        try (Connection gate = holdRewriting()) {
            ship.keepSending();
            ship.awaitAccepted(5);

            service.kill();
            gate.rollback();
        }
        startService();
        ship.awaitAccepted(5);
        ship.stop();

        assertEveryReadingIsThereOnce();
    }

    @Test
    void shouldKeepEveryReadingOnceWhenTheDatabaseIsKilledWhileItRewritesBlocks() throws Exception {
        Connection gate = holdRewriting();
        ship.keepSending();
        ship.awaitAccepted(5);

        postgres.kill();
        gate.close();
        postgres.start();
        ship.awaitAccepted(5);
        ship.stop();

        assertEveryReadingIsThereOnce();
    }

    /** Keeps a sealer from its last step: it has taken rows from the head and put their blocks in, and waits. */
    private Connection holdSealing() throws SQLException {
        Connection gate = postgres.connect();
        gate.setAutoCommit(false);
        KillablePostgres.execute(gate, "lock table telemetry.series_last in exclusive mode");
        return gate;
    }

    /** Has a compactor take two blocks away and wait for the place of the one that it would put in. */
    private Connection holdRewriting() throws SQLException {
        ship.sendOne();
        awaitSealed();
        Connection before = postgres.connect();
        KillablePostgres.execute(
                before, "select pg_advisory_lock(hashtextextended('telemetry.compactor', id)) from telemetry.series");
        ship.sendOne();
        awaitSealed();
        Connection gate = postgres.connect();
        gate.setAutoCommit(false);
        KillablePostgres.execute(
                gate,
                "insert into telemetry.block (day, series_id, t0, t1, s0, seq, readings, data)"
                        + " select day, series_id, min(t0), 0, 0, max(seq), 0, '' from telemetry.block group by 1, 2"
                        + " having count(*) > 1");
        before.close();
        awaitBlocked(REWRITING);
        return gate;
    }

    private void awaitBlocked(String statement) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> postgres.number(
                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '"
                                        + statement + "'")
                        > 0);
    }

    private void awaitSealed() {
        Awaitility.await().atMost(PATIENCE).until(() -> postgres.number("select count(*) from telemetry.head") == 0);
    }

    private void assertEveryReadingIsThereOnce() throws SQLException {
        assertEveryReadingIsRead();
        awaitSealed();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> postgres.number("select count(*) from telemetry.block") == 2
                        && postgres.number("select count(*) from telemetry.fragmented_day") == 0);
        assertThat(postgres.number("select sum(readings) from telemetry.block")).isEqualTo(2L * ship.accepted());
        assertEveryReadingIsRead();
    }

    private void assertEveryReadingIsRead() {
        assertThat(ship.read(SendingShip.JSON)).isEqualTo(ship.expected());
        assertThat(ship.read(SendingShip.LINES)).isEqualTo(ship.expected());
    }

    private void startService() throws Exception {
        service = ServiceProcess.start(port, folder.resolve("service.log"), settings);
    }
}
