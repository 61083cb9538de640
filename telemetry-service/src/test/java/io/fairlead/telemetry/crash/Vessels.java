package io.fairlead.telemetry.crash;

import io.fairlead.testkit.process.KillablePostgres;
import java.sql.SQLException;

/** Puts active vessels where their events would have put them. */
final class Vessels {

    private Vessels() {}

    static void add(KillablePostgres postgres, String code) throws SQLException {
        postgres.run("insert into telemetry.vessel (code, name, status, version) values ('%s', 'A', 'active', 1)"
                .formatted(code));
    }
}
