package io.fairlead.telemetry.bi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.parts.DatabaseRoles;
import io.fairlead.testkit.process.KillablePostgres;
import io.fairlead.testkit.process.Ports;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The role of BI tools belongs to the cluster, and may come after the views. */
class BiRoleTest {

    private static final String LOOK = "set role " + DatabaseRoles.BI + "; select vessel from telemetry.bi_windows";

    @TempDir
    Path folder;

    @Test
    void shouldMigrateWithoutTheRoleAndOpenTheViewsWhenItComes() throws Exception {
        int port = Ports.free();
        try (KillablePostgres postgres = new KillablePostgres(folder, port)) {
            postgres.run("drop role " + DatabaseRoles.BI);

            Flyway.configure()
                    .dataSource("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "telemetry", "test")
                    .defaultSchema("telemetry")
                    .locations(
                            "filesystem:src/main/resources/db/migration",
                            "filesystem:../common/core/src/main/resources/db/core")
                    .load()
                    .migrate();
            try (Connection superuser = postgres.connect()) {
                DatabaseRoles.apply(
                        superuser,
                        DatabaseRoles.SCHEMAS.stream().collect(Collectors.toMap(schema -> schema, schema -> "test")));
            }

            assertThatThrownBy(() -> postgres.run(LOOK))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            postgres.run("set role telemetry; set search_path = telemetry; select bi_open()");
            postgres.run(LOOK);
            assertThat(postgres.number("select count(*) from pg_roles where rolname = '" + DatabaseRoles.BI
                            + "' and not rolcanlogin"))
                    .isEqualTo(1);
        }
    }
}
