package io.fairlead.testkit;

import io.fairlead.parts.DatabaseRoles;
import io.fairlead.parts.KafkaBroker;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * PostgreSQL and Kafka for the tests of one JVM. They are started by whoever needs them first and end with the JVM;
 * every start of the application gets a database of its own.
 */
public class RealParts implements QuarkusTestResourceLifecycleManager {

    static final String PASSWORD = "test";
    static final String DATABASE = "fairlead.testkit.database";
    private static final String POSTGRES = "fairlead.testkit.postgres";
    private static final String KAFKA = "fairlead.testkit.kafka";

    @Override
    public Map<String, String> start() {
        try {
            String database = newDatabase();
            System.setProperty(DATABASE, database);
            Map<String, String> settings = new HashMap<>(Tokens.settings());
            settings.put("fairlead.database.url", "postgresql://127.0.0.1:" + postgres() + "/" + database);
            settings.put("fairlead.database.password", PASSWORD);
            settings.put("fairlead.kafka.bootstrap", kafka());
            return settings;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the real parts did not start", e);
        }
    }

    @Override
    public void stop() {
        // they serve the next application of this JVM too, and end with it
    }

    /** The address of the JVM's Kafka. */
    public static synchronized String kafka() throws IOException {
        if (System.getProperty(KAFKA) == null) {
            Path data = Files.createTempDirectory("fairlead-kafka");
            int port = freePort();
            KafkaBroker broker = KafkaBroker.start(data, port, freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            System.setProperty(KAFKA, "127.0.0.1:" + port);
        }
        return System.getProperty(KAFKA);
    }

    /** A connection to the running application's database, as one of its roles. */
    public static Connection connect(String user) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + System.getProperty(POSTGRES) + "/" + System.getProperty(DATABASE),
                user,
                PASSWORD);
    }

    private static synchronized String postgres() throws IOException {
        if (System.getProperty(POSTGRES) == null) {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", System.getProperty("fairlead.testkit.fsync", "off"))
                    .start();
            System.setProperty(POSTGRES, "" + server.getPort());
        }
        return System.getProperty(POSTGRES);
    }

    private static String newDatabase() throws IOException, SQLException {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        String server = "jdbc:postgresql://127.0.0.1:" + postgres() + "/";
        try (Connection superuser = DriverManager.getConnection(server + "postgres", "postgres", "")) {
            superuser.createStatement().execute("create database " + name);
        }
        try (Connection superuser = DriverManager.getConnection(server + name, "postgres", "")) {
            DatabaseRoles.apply(
                    superuser,
                    DatabaseRoles.SCHEMAS.stream().collect(Collectors.toMap(schema -> schema, schema -> PASSWORD)));
        }
        return name;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
