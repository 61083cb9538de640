package io.fairlead.core.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogue of topics: the one place that says how each is cut and kept. See docs/events.md for what is in them.
 */
public final class Topics {

    public static final String FLEET_VESSELS = "fleet.vessels";
    public static final String FLEET_EQUIPMENT = "fleet.equipment";
    public static final String FLEET_SCHEDULES = "fleet.schedules";
    public static final String TELEMETRY_READINGS = "telemetry.readings";
    public static final String TELEMETRY_WINDOWS = "telemetry.windows";
    public static final String TELEMETRY_REJECTED = "telemetry.rejected";
    public static final String ANALYTICS_RESULTS = "analytics.results";
    public static final String JOBS_COMMANDS = "jobs.commands";
    public static final String JOBS_EVENTS = "jobs.events";
    public static final String RELAY_PURGES = "relay.purges";
    public static final String RELAY_MENUS = "relay.menus";

    /**
     * How a topic is cut and kept.
     *
     * @param name its name
     * @param partitions how many consumers of one group can share it
     * @param compacted whether only the newest record of each key is kept
     * @param brokerTime whether a record's time is the broker's, when it came, and never its producer's
     */
    public record Definition(String name, int partitions, boolean compacted, boolean brokerTime) {

        Definition(String name, int partitions, boolean compacted) {
            this(name, partitions, compacted, false);
        }

        /** The settings by which Kafka keeps it. */
        Map<String, String> settings() {
            String policy = compacted ? "compact" : "delete";
            return brokerTime ? Map.of(POLICY, policy, TIME, BROKER_TIME) : Map.of(POLICY, policy);
        }
    }

    static final String TIME = "message.timestamp.type";
    static final String BROKER_TIME = "LogAppendTime";
    private static final String POLICY = "cleanup.policy";

    /** All topics between services. A service's own dead letters stand beside them. */
    public static final List<Definition> CATALOGUE = List.of(
            new Definition(FLEET_VESSELS, 4, true),
            new Definition(FLEET_EQUIPMENT, 4, true),
            new Definition(FLEET_SCHEDULES, 4, true),
            // A sender's token is held against the record's time, here and in commands.
            new Definition(TELEMETRY_READINGS, 12, false, true),
            new Definition(TELEMETRY_WINDOWS, 12, true),
            new Definition(TELEMETRY_REJECTED, 4, false),
            new Definition(ANALYTICS_RESULTS, 4, false),
            new Definition(JOBS_COMMANDS, 4, false, true),
            new Definition(JOBS_EVENTS, 4, false),
            new Definition(RELAY_PURGES, 1, false),
            new Definition(RELAY_MENUS, 4, true));

    private Topics() {}

    /** A topic's definition, if the catalogue has it. */
    public static Optional<Definition> find(String name) {
        return CATALOGUE.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }
}
