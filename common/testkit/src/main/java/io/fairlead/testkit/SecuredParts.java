package io.fairlead.testkit;

import io.fairlead.parts.DatabaseRoles;
import io.fairlead.parts.KafkaBroker;
import io.fairlead.parts.KafkaSecurity;
import io.fairlead.testkit.process.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * PostgreSQL and Kafka that let in nobody without TLS and a password, with certificates of an authority that only they
 * know. They end with the application that asked for them.
 */
public class SecuredParts implements QuarkusTestResourceLifecycleManager {

    /** What the application finds in files, as mounted secrets are. */
    private static final List<String> SECRETS = List.of("fairlead.database.password", "kafka.sasl.jaas.config");

    private EmbeddedPostgres postgres;
    private KafkaBroker broker;

    /** The application on these parts, in place of the usual ones. For a test that is a {@code QuarkusTest} only. */
    public static final class Profile implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(SecuredParts.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("fairlead-secured");
            Authority authority = new Authority(folder);
            Authority.Issued issued = authority.issue("ip:127.0.0.1");
            Map<String, String> settings = new HashMap<>(Tokens.settings());
            settings.putAll(database(issued));
            settings.put("fairlead.database.password", RealParts.PASSWORD);
            settings.put("fairlead.database.ca", authority.certificate().toString());
            settings.putAll(kafka(
                    folder, new KafkaSecurity(issued.both(), authority.certificate(), "fairlead", RealParts.PASSWORD)));
            Path secrets = Files.createDirectory(folder.resolve("secrets"));
            for (String secret : SECRETS) {
                Files.writeString(secrets.resolve(secret), settings.remove(secret));
            }
            settings.put("smallrye.config.source.file.locations", secrets.toString());
            return settings;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the secured parts did not start", e);
        }
    }

    private Map<String, String> database(Authority.Issued issued) throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", issued.chain().toString())
                .setServerConfig("ssl_key_file", issued.key().toString())
                .start();
        String address = "postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
        try (Connection superuser = DriverManager.getConnection("jdbc:" + address, "postgres", "")) {
            DatabaseRoles.apply(
                    superuser,
                    DatabaseRoles.SCHEMAS.stream()
                            .collect(Collectors.toMap(schema -> schema, schema -> RealParts.PASSWORD)));
            letInOnlyWithTls(superuser);
        }
        return Map.of(
                "fairlead.database.url",
                address + "?sslmode=verify-full",
                "fairlead.database.password",
                RealParts.PASSWORD);
    }

    private static void letInOnlyWithTls(Connection superuser) throws SQLException, IOException {
        try (var statement = superuser.createStatement();
                var row = statement.executeQuery("show hba_file")) {
            row.next();
            Files.writeString(Path.of(row.getString(1)), "hostssl all all 127.0.0.1/32 scram-sha-256\n");
            statement.execute("select pg_reload_conf()");
        }
    }

    private Map<String, String> kafka(Path folder, KafkaSecurity security) throws IOException {
        int port = Ports.free();
        broker = KafkaBroker.start(folder.resolve("kafka"), port, Ports.free(), security);
        Map<String, String> settings = new HashMap<>();
        settings.put("fairlead.kafka.bootstrap", "127.0.0.1:" + port);
        security.client().forEach((name, value) -> settings.put("kafka." + name, value));
        return settings;
    }

    @Override
    public void stop() {
        try {
            if (broker != null) {
                broker.close();
            }
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
