package io.fairlead.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.RealParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The services' own histories are not touched: each test has one of its own, in another service's schema. */
@FairleadTest
class SchemaCheckTest {

    private static final String ROLE = "relay";

    @TempDir
    Path older;

    @TempDir
    Path newer;

    private String history;

    @BeforeEach
    void writeMigrations() throws IOException {
        history = "history_" + UUID.randomUUID().toString().replace('-', '_');
        for (Path version : new Path[] {older, newer}) {
            Files.writeString(version.resolve("V1__begin.sql"), "select 1");
            Files.writeString(version.resolve("V2__expand.sql"), "select 2");
        }
        Files.writeString(newer.resolve("V3__expand_more.sql"), "select 3");
    }

    @Test
    void shouldNameAllThatIsMissingWhenNobodyHasMigrated() {
        assertThat(check(older).missing()).containsExactly("1 begin", "2 expand");
    }

    @Test
    void shouldNameWhatIsMissingWhenTheSchemaIsOlder() {
        flyway(older).migrate();

        assertThat(check(newer).missing()).containsExactly("3 expand more");
    }

    @Test
    void shouldMissNothingWhenTheSchemaIsNewer() {
        flyway(newer).migrate();

        assertThat(check(older).missing()).isEmpty();
    }

    @Test
    void shouldRefuseASchemaThatWasMigratedWithAnotherContent() throws IOException {
        flyway(older).migrate();
        Files.writeString(older.resolve("V2__expand.sql"), "select 2, 2");

        assertThatThrownBy(() -> check(older).missing())
                .isInstanceOf(SchemaMismatch.class)
                .hasMessageContaining("2 expand")
                .hasMessageContaining("another content");
    }

    @Test
    void shouldRefuseASchemaWithAFailedMigration() throws SQLException {
        flyway(older).migrate();
        try (Connection connection = RealParts.connect(ROLE)) {
            connection.createStatement().execute("update " + history + " set success = false where version = '2'");
        }

        assertThatThrownBy(() -> check(older).missing())
                .isInstanceOf(SchemaMismatch.class)
                .hasMessageContaining("2 expand")
                .hasMessageContaining("failed");
    }

    @Test
    void shouldTellWhenTheDatabaseCannotBeAsked() {
        Flyway nowhere = Flyway.configure()
                .dataSource("jdbc:postgresql://127.0.0.1:1/none", ROLE, "")
                .locations("filesystem:" + older)
                .load();

        assertThatThrownBy(() -> new SchemaCheck(nowhere).missing()).isInstanceOf(FlywayException.class);
    }

    private SchemaCheck check(Path version) {
        return new SchemaCheck(flyway(version));
    }

    private Flyway flyway(Path version) {
        try (Connection connection = RealParts.connect(ROLE)) {
            return Flyway.configure()
                    .dataSource(connection.getMetaData().getURL(), ROLE, "test")
                    .defaultSchema(ROLE)
                    .table(history)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .locations("filesystem:" + version)
                    .load();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
