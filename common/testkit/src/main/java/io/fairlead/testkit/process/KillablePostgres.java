package io.fairlead.testkit.process;

import io.fairlead.parts.DatabaseRoles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A PostgreSQL that keeps its promises (a commit is on disk) and that can be ended with SIGKILL and started again. */
public final class KillablePostgres implements AutoCloseable {

    private static final String PASSWORD = "test";

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    public KillablePostgres(Path data, int port) throws IOException, SQLException {
        this.data = data;
        this.port = port;
        start();
        try (Connection superuser = connect()) {
            DatabaseRoles.apply(
                    superuser,
                    DatabaseRoles.SCHEMAS.stream().collect(Collectors.toMap(schema -> schema, schema -> PASSWORD)));
        }
    }

    /** Starts on what is in its folder; after a kill it recovers. */
    public void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .start();
    }

    /** Ends the server and all its backends at once, without a word to them. */
    public void kill() throws IOException {
        ProcessHandle postmaster = process();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
        server.close();
    }

    /** The process whose children serve the connections. */
    public ProcessHandle process() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    /** A connection of a superuser. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
    }

    public void run(String sql) throws SQLException {
        try (Connection connection = connect()) {
            execute(connection, sql);
        }
    }

    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What a service must be told to find it. */
    public List<String> settings() {
        return settings(port);
    }

    /** What a service must be told to find it behind a proxy that listens there. */
    public static List<String> settings(int port) {
        return List.of(
                "-Dfairlead.database.url=postgresql://127.0.0.1:" + port + "/postgres",
                "-Dfairlead.database.password=" + PASSWORD);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
