package io.fairlead.core.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;

/**
 * A channel that reads from Kafka and keeps its place there.
 *
 * @param name as in {@code mp.messaging.incoming.NAME}
 * @param group the consumer group that its place is kept for
 * @param topics what it reads
 */
record Channel(String name, String group, List<String> topics) {

    private static final String INCOMING = "mp.messaging.incoming.";
    private static final String CONNECTOR = ".connector";
    private static final String DEFAULTS = "mp.messaging.connector.smallrye-kafka.";

    /** Those of the configuration, by name. One that reads everything anew at each start keeps no place. */
    static List<Channel> all(Config config) {
        Set<String> names = new TreeSet<>();
        for (String property : config.getPropertyNames()) {
            if (property.startsWith(INCOMING) && property.endsWith(CONNECTOR)) {
                names.add(property.substring(INCOMING.length(), property.length() - CONNECTOR.length()));
            }
        }
        List<Channel> channels = new ArrayList<>();
        for (String name : names) {
            if (!"ignore".equals(setting(config, name, "commit-strategy"))) {
                channels.add(new Channel(name, setting(config, name, "group.id"), topics(config, name)));
            }
        }
        return channels;
    }

    private static List<String> topics(Config config, String name) {
        String many = setting(config, name, "topics");
        String one = setting(config, name, "topic");
        return many != null ? List.of(many.split("\\s*,\\s*")) : List.of(one == null ? name : one);
    }

    private static String setting(Config config, String name, String key) {
        return config.getOptionalValue(INCOMING + name + "." + key, String.class)
                .or(() -> config.getOptionalValue(DEFAULTS + key, String.class))
                .orElse(null);
    }
}
