package io.fairlead.telemetry.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testkit.Tokens;
import io.restassured.RestAssured;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
        postgres = new KillablePostgres(folder.resolve("postgres"), freePort());
        settings = new ArrayList<>(postgres.settings());
        settings.addAll(List.of(
                "-Dfairlead.store.seal-after=PT0S",
                "-Dfairlead.store.seal-every=0.1s",
                "-Dfairlead.store.compact-every=0.1s"));
        port = freePort();
        startService();
        run("insert into telemetry.vessel (code, name, status, version) values ('%s', 'A', 'active', 1)"
                .formatted(VESSEL));
        ship = new SendingShip(service.url(), Tokens.ship(VESSEL), VESSEL, YESTERDAY);
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
        execute(gate, "lock table telemetry.series_last in exclusive mode");
        return gate;
    }

    /** Has a compactor take two blocks away and wait for the place of the one that it would put in. */
    private Connection holdRewriting() throws SQLException {
        ship.sendOne();
        awaitSealed();
        Connection before = postgres.connect();
        execute(before, "select pg_advisory_lock(hashtextextended('telemetry.compactor', id)) from telemetry.series");
        ship.sendOne();
        awaitSealed();
        Connection gate = postgres.connect();
        gate.setAutoCommit(false);
        execute(
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
                .until(() ->
                        number("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '"
                                        + statement + "'")
                                > 0);
    }

    private void awaitSealed() {
        Awaitility.await().atMost(PATIENCE).until(() -> number("select count(*) from telemetry.head") == 0);
    }

    private void assertEveryReadingIsThereOnce() throws SQLException {
        for (String channel : List.of(SendingShip.JSON, SendingShip.LINES)) {
            assertThat(read(channel)).isEqualTo(expected());
        }
        awaitSealed();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> number("select count(*) from telemetry.block") == 2
                        && number("select count(*) from telemetry.fragmented_day") == 0);
        assertThat(number("select sum(readings) from telemetry.block")).isEqualTo(2L * ship.accepted());
        for (String channel : List.of(SendingShip.JSON, SendingShip.LINES)) {
            assertThat(read(channel)).isEqualTo(expected());
        }
    }

    private List<String> expected() {
        return IntStream.range(0, ship.accepted())
                .mapToObj(i -> YESTERDAY.plusSeconds(i) + " " + i)
                .toList();
    }

    /** What the API answers, row by row. */
    private List<String> read(String channel) {
        String csv = RestAssured.given()
                .auth()
                .oauth2(Tokens.viewer())
                .get(service.url() + "/api/v1/sensors/readings?format=csv&vessel=" + VESSEL + "&channel=" + channel)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        List<String> lines = csv.lines().toList();
        List<String> columns = List.of(lines.get(0).split(","));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(row -> Instant.parse(row[columns.indexOf("time")]) + " "
                        + (long) Double.parseDouble(row[columns.indexOf("value")]))
                .toList();
    }

    private void startService() throws Exception {
        service = ServiceProcess.start(port, folder.resolve("service.log"), settings);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = postgres.connect()) {
            execute(connection, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
