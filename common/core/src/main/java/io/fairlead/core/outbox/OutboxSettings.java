package io.fairlead.core.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the outbox is and how it is drained. */
@ApplicationScoped
class OutboxSettings {

    @ConfigProperty(name = "fairlead.outbox.enabled", defaultValue = "true")
    boolean enabled;

    @ConfigProperty(name = "fairlead.outbox.batch")
    int batch;

    @ConfigProperty(name = "fairlead.outbox.poll")
    Duration poll;

    @ConfigProperty(name = "fairlead.outbox.linger")
    Duration linger;

    @ConfigProperty(name = "fairlead.schema")
    String schema;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password", defaultValue = "")
    String password;

    @ConfigProperty(name = "fairlead.database.ca")
    Optional<String> authority;

    /** Whether this instance publishes. */
    boolean enabled() {
        return enabled;
    }

    /** At most this many events in one Kafka transaction. */
    int batch() {
        return batch;
    }

    /** How long to wait for a wake-up before looking anyway. */
    Duration poll() {
        return poll;
    }

    /** How long to let events gather between two Kafka transactions that are not full; the first goes at once. */
    Duration linger() {
        return linger;
    }

    String schema() {
        return schema;
    }

    /** Where the publisher hears that events were committed. */
    String channel() {
        return schema + "_outbox";
    }

    String service() {
        return service;
    }

    String url() {
        return url;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    /** The PEM file of the authority that signed the database's certificate, where the address asks for one. */
    Optional<String> authority() {
        return authority;
    }
}
