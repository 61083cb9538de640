package io.fairlead.core.schema;

import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Compares a schema with the migrations that a service was built with. What newer services added is welcome. */
final class SchemaCheck {

    private final Flyway flyway;

    SchemaCheck(Flyway flyway) {
        this.flyway = flyway;
    }

    /**
     * The migrations that the schema lacks, in their order, as {@code version description}.
     *
     * @throws SchemaMismatch when one failed, or was applied with another content than this service has
     * @throws FlywayException when the database cannot be asked
     */
    List<String> missing() {
        MigrationInfo[] all = flyway.info().all();
        Arrays.stream(all).forEach(SchemaCheck::requireSound);
        return Arrays.stream(all)
                .filter(migration -> migration.getState().isResolved()
                        && !migration.getState().isApplied())
                .map(SchemaCheck::name)
                .toList();
    }

    private static void requireSound(MigrationInfo migration) {
        if (migration.getState().isFailed()) {
            throw new SchemaMismatch(
                    "Migration " + name(migration) + " has failed: repair the schema and migrate again.");
        }
        if (migration.getState().isResolved() && migration.getState().isApplied() && !migration.isChecksumMatching()) {
            throw new SchemaMismatch("Migration " + name(migration)
                    + " was applied with another content than this service has (checksum "
                    + migration.getAppliedChecksum()
                    + ", not " + migration.getResolvedChecksum() + "): it is not of this service's line of versions.");
        }
    }

    private static String name(MigrationInfo migration) {
        return migration.getVersion() + " " + migration.getDescription();
    }
}
