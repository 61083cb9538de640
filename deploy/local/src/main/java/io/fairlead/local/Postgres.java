package io.fairlead.local;

import io.fairlead.parts.DatabaseRoles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A real PostgreSQL from the binaries of its Maven artefact, with a database and a role for everyone who needs one. */
final class Postgres {

    static final String SUPERUSER = "postgres";
    static final String KEYCLOAK = "keycloak";

    private final Context context;
    private final Path cluster;

    Postgres(Context context) {
        this.context = context;
        this.cluster = context.data().path().resolve("postgres");
    }

    void start() {
        Path programs = PostgresPrograms.in(context.settings().cache());
        boolean fresh = !Files.exists(cluster.resolve("PG_VERSION"));
        if (fresh) {
            initialise(programs);
        }
        Child child = context.supervisor().start(launch(programs));
        Readiness.await(child, Duration.ofSeconds(60), this::answers);
        try {
            grant();
        } catch (SQLException e) {
            throw new LaunchException("postgres refuses the roles of the services: " + e.getMessage(), e);
        }
        context.supervisor().watch(child);
        context.progress().line("postgres", "ready on 127.0.0.1:" + port() + (fresh ? ", new" : ""));
    }

    private Launch launch(Path programs) {
        List<String> command = new ArrayList<>(List.of(
                programs.resolve("postgres").toString(), "-D", cluster.toString(), "-p", Integer.toString(port())));
        Map<String, String> options = Map.of(
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "max_connections", "200",
                "shared_buffers", context.settings().small() ? "64MB" : "512MB",
                "log_checkpoints", "off");
        options.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return new Launch(
                "postgres",
                command,
                Map.of(),
                context.data().log("postgres"),
                port(),
                Launch.Signal.INT,
                Launch.Wrapping.NOT_ROOT);
    }

    /** Whole or not at all: a cluster that is only half made would never start. */
    private void initialise(Path programs) {
        Path password = context.data().path().resolve("initdb.password");
        Path draft = cluster.resolveSibling("postgres.new");
        try {
            if (Files.exists(draft)) {
                DataFolder.delete(draft);
            }
            Files.deleteIfExists(password);
            Files.createFile(password, Secrets.OWNER_ONLY);
            Files.writeString(password, context.secrets().of(SUPERUSER));
            List<String> command = new ArrayList<>(List.of(
                    programs.resolve("initdb").toString(),
                    "-D",
                    draft.toString(),
                    "-U",
                    SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C"));
            if (context.forker().wrapper().changesUser()) {
                own(context.data().path());
                own(password);
            }
            Child initdb = new Child(initdb(command), context.forker().fork(initdb(command)));
            if (!initdb.endedWithin(Duration.ofMinutes(2)) || initdb.process().exitValue() != 0) {
                initdb.kill();
                throw new LaunchException("postgres could not create its files: "
                        + Readiness.reason(context.data().log("postgres")));
            }
            Files.move(draft, cluster);
        } catch (IOException e) {
            throw new LaunchException("postgres could not create its files: " + e.getMessage(), e);
        } finally {
            password.toFile().delete();
        }
    }

    private Launch initdb(List<String> command) {
        return new Launch(
                "initdb",
                command,
                Map.of(),
                context.data().log("postgres"),
                0,
                Launch.Signal.TERM,
                Launch.Wrapping.NOT_ROOT);
    }

    private static void own(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", 65534);
    }

    private boolean answers() {
        try (Connection connection = connect(SUPERUSER)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private void grant() throws SQLException {
        try (Connection connection = connect(SUPERUSER)) {
            DatabaseRoles.role(connection, KEYCLOAK, context.secrets().of(KEYCLOAK));
            database(connection, "fairlead", SUPERUSER);
            database(connection, KEYCLOAK, KEYCLOAK);
            try (Statement statement = connection.createStatement()) {
                statement.execute("revoke connect on database keycloak from public");
            }
        }
        try (Connection connection = connect("fairlead")) {
            DatabaseRoles.apply(
                    connection,
                    DatabaseRoles.SCHEMAS.stream().collect(Collectors.toMap(schema -> schema, context.secrets()::of)));
        }
    }

    private static void database(Connection connection, String name, String owner) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet known = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (known.next()) {
                    return;
                }
            }
            statement.execute("create database " + name + " owner " + owner);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port() + "/" + database + "?connectTimeout=2",
                SUPERUSER,
                context.secrets().of(SUPERUSER));
    }

    private int port() {
        return context.port(Ports.POSTGRES);
    }
}
