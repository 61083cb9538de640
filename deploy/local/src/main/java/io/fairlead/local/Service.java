package io.fairlead.local;

import java.util.Locale;

/** The four services, and the names that belong to each. */
public enum Service {
    FLEET("fleet", 8101),
    TELEMETRY("telemetry", 8102),
    JOB("jobs", 8103),
    RELAY("relay", 8104);

    private final String schema;
    private final int defaultPort;

    Service(String schema, int defaultPort) {
        this.schema = schema;
        this.defaultPort = defaultPort;
    }

    /** Its short name, as in the paths of its OpenAPI document. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its module, its process and its client in the realm. */
    String module() {
        return key() + "-service";
    }

    /** Its database schema, which is also its database role. */
    String schema() {
        return schema;
    }

    int defaultPort() {
        return defaultPort;
    }
}
