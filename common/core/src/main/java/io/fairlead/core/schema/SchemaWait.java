package io.fairlead.core.schema;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/**
 * Holds a service that does not migrate its schema itself until somebody has: before anything of it begins, and before its
 * port opens, so no probe is green. A schema that is ahead is no reason to wait, as migrations expand first and contract
 * when no older binary is left (ADR 0038).
 */
@ApplicationScoped
class SchemaWait {

    private static final Logger LOG = Logger.getLogger(SchemaWait.class);

    /** Before the scheduler's 0 and the topics' 1. */
    private static final int FIRST = -1_000;

    private static final long PAUSE_MILLIS = 1_000;

    private final SchemaCheck check;
    private final String schema;
    private final boolean migrates;
    private final Duration patience;

    SchemaWait(
            Flyway flyway,
            @ConfigProperty(name = "fairlead.schema") String schema,
            @ConfigProperty(name = "quarkus.flyway.migrate-at-start") boolean migrates,
            @ConfigProperty(name = "fairlead.database.schema-patience") Duration patience) {
        this.check = new SchemaCheck(flyway);
        this.schema = schema;
        this.migrates = migrates;
        this.patience = patience;
    }

    void await(@Observes @Priority(FIRST) StartupEvent start) throws InterruptedException {
        if (migrates) {
            return;
        }
        long deadline = System.nanoTime() + patience.toNanos();
        String said = "";
        for (String lack = lack(); !lack.isEmpty(); lack = lack()) {
            if (System.nanoTime() - deadline >= 0) {
                throw new IllegalStateException("Schema " + schema + " is not ready after " + patience + ": " + lack);
            }
            if (ApplicationLifecycleManager.isVmShuttingDown()) {
                throw new IllegalStateException("Stopped while it waited for schema " + schema + ".");
            }
            if (!lack.equals(said)) {
                LOG.warnf("schema=%s ready=false reason=%s", schema, lack);
                said = lack;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        LOG.infof("schema=%s ready=true", schema);
    }

    /** Why the schema is not ready; empty when it is. */
    private String lack() {
        try {
            var missing = check.missing();
            return missing.isEmpty() ? "" : "it lacks " + String.join(", ", missing);
        } catch (FlywayException e) {
            return e.getMessage().strip().lines().findFirst().orElse("");
        }
    }
}
