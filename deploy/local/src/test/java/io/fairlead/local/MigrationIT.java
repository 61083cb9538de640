package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Migrations as a task of their own, and services that wait for it: the packaged services on a real PostgreSQL alone. */
@Timeout(180)
class MigrationIT {

    private static final Path ROOT = Path.of(System.getProperty("fairlead.root"));
    private static final Map<String, String> TASK =
            Map.of("FAIRLEAD_DATABASE_MIGRATE_AT_START", "true", "QUARKUS_INIT_AND_EXIT", "true");
    private static final Map<String, String> WAITING = Map.of("FAIRLEAD_DATABASE_MIGRATE_AT_START", "false");
    private static final String READY = "schema=fleet ready=true";

    private static Stack stack;

    /** Whoever opens the service's port finds it taken; whoever asks for Kafka is seen here. */
    private ServerSocketChannel others;

    @BeforeAll
    static void startPostgres() {
        stack = Stack.prepare(
                Settings.forTest(ROOT, ROOT.resolve("deploy/local/target/migration"), 1, Map.of()),
                true,
                new Progress(System.out));
        new Postgres(stack.context()).start();
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @BeforeEach
    void listen() throws IOException, SQLException {
        others = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
        others.configureBlocking(false);
        for (Service service : Service.values()) {
            run("drop schema " + service.schema() + " cascade");
            run("create schema " + service.schema() + " authorization " + service.schema());
        }
    }

    @AfterEach
    void close() throws IOException {
        others.close();
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void shouldMigrateAndExitWithoutKafkaAndWithoutAPort(Service service) throws Exception {
        try (ServiceRun task = start(service, TASK)) {
            assertEquals(0, task.exitCode(), task::log);
            assertFalse(task.log().contains("Listening on"), task::log);
        }

        assertNull(others.accept(), "it asked for Kafka");
        assertTrue(number("select count(*) from " + service.schema() + ".flyway_schema_history where success") > 1);
    }

    @Test
    void shouldApplyEachMigrationOnceWhenTwoMigrateAtOnce() throws Exception {
        try (ServiceRun one = start(Service.FLEET, TASK);
                ServiceRun other = start(Service.FLEET, TASK)) {
            assertEquals(0, one.exitCode(), one::log);
            assertEquals(0, other.exitCode(), other::log);
        }

        assertEquals(0, number("select count(*) - count(distinct version) from fleet.flyway_schema_history"));
    }

    @Test
    void shouldLeaveANewerSchemaAsItIsWhenAnOlderVersionMigrates() throws Exception {
        try (ServiceRun task = start(Service.FLEET, TASK)) {
            assertEquals(0, task.exitCode(), task::log);
        }
        run(RollingUpgrade.HISTORY.replace("flyway_schema_history", "fleet.flyway_schema_history"));

        try (ServiceRun older = start(Service.FLEET, TASK)) {
            assertEquals(0, older.exitCode(), older::log);
        }
    }

    @Test
    void shouldExitWithOneAndSayWhyWhenItCannotMigrate() throws Exception {
        Map<String, String> wrong = new HashMap<>(TASK);
        wrong.put("FAIRLEAD_DATABASE_PASSWORD", "not this one");
        try (ServiceRun task = start(Service.FLEET, wrong)) {
            assertEquals(1, task.exitCode(), task::log);
            assertTrue(task.log().contains("password authentication failed for user \"fleet\""), task::log);
        }
    }

    @Test
    void shouldWaitForTheSchemaAndGoOnWhenItIsThere() throws Exception {
        try (ServiceRun waiting = start(Service.FLEET, WAITING)) {
            waiting.awaitLog(log -> log.contains("schema=fleet ready=false reason=it lacks 202611210001"));
            assertFalse(waiting.log().contains(READY));
            try (ServiceRun task = start(Service.FLEET, TASK)) {
                assertEquals(0, task.exitCode(), task::log);
            }
            waiting.awaitLog(log -> log.contains(READY));
        }
    }

    @Test
    void shouldEndAtOnceWhenItIsStoppedWhileItWaits() throws Exception {
        try (ServiceRun waiting = start(Service.FLEET, WAITING)) {
            waiting.awaitLog(log -> log.contains("schema=fleet ready=false"));
            long asked = System.nanoTime();

            waiting.terminate();
            waiting.exitCode();

            assertTrue(System.nanoTime() - asked < 10_000_000_000L, "it ended late");
        }
    }

    @Test
    void shouldGiveUpWhenNobodyMigrates() throws Exception {
        Map<String, String> impatient = new HashMap<>(WAITING);
        impatient.put("FAIRLEAD_DATABASE_SCHEMA_PATIENCE", "1s");
        try (ServiceRun waiting = start(Service.FLEET, impatient)) {
            assertEquals(1, waiting.exitCode(), waiting::log);
            assertTrue(waiting.log().contains("Schema fleet is not ready after PT1S: it lacks 2026"), waiting::log);
        }
    }

    @Test
    void shouldRefuseASchemaOfAnotherLineOfVersions() throws Exception {
        try (ServiceRun task = start(Service.FLEET, TASK)) {
            assertEquals(0, task.exitCode(), task::log);
        }
        run("update fleet.flyway_schema_history set checksum = 1 where version = '202611210101'");

        try (ServiceRun refusing = start(Service.FLEET, WAITING)) {
            assertEquals(1, refusing.exitCode(), refusing::log);
            assertTrue(
                    refusing.log()
                            .contains("Migration 202611210101 vessels and equipment was applied with another content"),
                    refusing::log);
        }
    }

    private ServiceRun start(Service service, Map<String, String> more) throws IOException {
        String port = Integer.toString(others.socket().getLocalPort());
        Map<String, String> environment = new HashMap<>(Jvm.ENVIRONMENT);
        environment.put("FAIRLEAD_HTTP_PORT", port);
        environment.put("FAIRLEAD_KAFKA_BOOTSTRAP", "127.0.0.1:" + port);
        environment.put("FAIRLEAD_DATABASE_URL", stack.settings().databaseUrl());
        environment.put("FAIRLEAD_DATABASE_PASSWORD", stack.context().databasePassword(service.schema()));
        environment.putAll(more);
        return ServiceRun.start(stack.settings(), service, environment);
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + stack.settings().databaseUrl(),
                Postgres.SUPERUSER,
                stack.context().secrets().of(Postgres.SUPERUSER));
    }
}
