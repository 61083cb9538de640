package io.fairlead.lake;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the worker and its sinks are told, from the environment. {@code KAFKA_SECURITY_*}, {@code KAFKA_SASL_*} and
 * {@code KAFKA_SSL_*} are Kafka's own settings of these names, for all its clients. {@code FAIRLEAD_LAKE_PROPERTIES} names a file of further
 * properties, which win: {@code worker.*} of Kafka Connect's worker, {@code sink.*} of both sinks.
 */
final class LakeSettings {

    private static final Pattern SECURITY = Pattern.compile("KAFKA_(SECURITY|SASL|SSL)_");

    private final Map<String, String> environment;
    private final Map<String, String> further = new TreeMap<>();

    LakeSettings(Map<String, String> environment) {
        this.environment = environment;
        String file = environment.get("FAIRLEAD_LAKE_PROPERTIES");
        if (file != null) {
            load(Path.of(file));
        }
    }

    private void load(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("FAIRLEAD_LAKE_PROPERTIES cannot be read", e);
        }
        properties.stringPropertyNames().forEach(name -> further.put(name, properties.getProperty(name)));
    }

    /** What names its group, its sinks and its topics: lakes of different names may stand on one Kafka. */
    String name() {
        return value("FAIRLEAD_LAKE_NAME", "lake");
    }

    /** @throws IllegalArgumentException when something must be said that is not */
    void check() {
        sink(LakeTable.READINGS);
    }

    /** Where the worker's REST interface answers. */
    String url() {
        return "http://" + value("FAIRLEAD_HTTP_HOST", "127.0.0.1") + ":" + value("FAIRLEAD_HTTP_PORT", "8083");
    }

    /** The worker's properties. */
    Map<String, String> worker() {
        Map<String, String> worker = new HashMap<>();
        worker.put("bootstrap.servers", kafka());
        worker.put("group.id", "fairlead-" + name());
        worker.put("listeners", url());
        worker.put("plugin.discovery", "service_load");
        worker.put("key.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
        worker.put("value.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
        worker.put("header.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
        for (String kept : new String[] {"config", "offset", "status"}) {
            worker.put(kept + ".storage.topic", name() + ".connect-" + kept + "s");
            worker.put(kept + ".storage.replication.factor", "-1");
        }
        worker.put("offset.storage.partitions", "1");
        worker.put("status.storage.partitions", "1");
        // A task hears that files are to be committed when it is given records, and when its offsets are asked for.
        worker.put("offset.flush.interval.ms", "1000");
        // What a worker did that died is taken over at once: it is the only one, or its work is wanted soon.
        worker.put("scheduled.rebalance.max.delay.ms", "0");
        security().forEach((name, value) -> {
            for (String client : new String[] {"", "producer.", "consumer.", "admin."}) {
                worker.put(client + name, value);
            }
        });
        worker.putAll(further("worker."));
        return worker;
    }

    /** The properties of the sink that fills a table. */
    Map<String, String> sink(LakeTable table) {
        Map<String, String> sink = new HashMap<>();
        sink.put("connector.class", LakeSinkConnector.class.getName());
        sink.put(LakeSinkConnector.TABLE, table.text());
        sink.put("topics", table.topic());
        sink.put("tasks.max", "1");
        sink.put("iceberg.tables", table.topic());
        sink.put("iceberg.catalog", "lake");
        sink.put("iceberg.catalog.type", value("FAIRLEAD_LAKE_CATALOG", "hadoop"));
        sink.put("iceberg.catalog.warehouse", value("FAIRLEAD_LAKE_WAREHOUSE", null));
        sink.put("iceberg.control.topic", name() + ".control");
        sink.put("iceberg.control.commit.interval-ms", value("FAIRLEAD_LAKE_COMMIT_SECONDS", "60") + "000");
        sink.put("iceberg.kafka.bootstrap.servers", kafka());
        // An open transaction of a sink that was killed holds up the next one for no longer than this.
        sink.put("iceberg.kafka.transaction.timeout.ms", "15000");
        sink.put("consumer.override.isolation.level", "read_committed");
        sink.put("consumer.override.auto.offset.reset", "earliest");
        sink.put("consumer.override.max.poll.records", "100");
        sink.put("consumer.override.session.timeout.ms", "10000");
        sink.put("errors.tolerance", "all");
        sink.put("errors.deadletterqueue.topic.name", name() + ".dead-letters");
        sink.put("errors.deadletterqueue.topic.replication.factor", "-1");
        sink.put("errors.deadletterqueue.context.headers.enable", "true");
        sink.put("errors.log.enable", "true");
        security().forEach((name, value) -> sink.put("iceberg.kafka." + name, value));
        sink.putAll(further("sink."));
        return sink;
    }

    private Map<String, String> further(String prefix) {
        Map<String, String> found = new HashMap<>();
        further.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    /** How every client of Kafka connects, from the variables that the services take it from. */
    private Map<String, String> security() {
        Map<String, String> found = new HashMap<>();
        environment.forEach((variable, value) -> {
            if (SECURITY.matcher(variable).lookingAt()) {
                found.put(
                        variable.substring("KAFKA_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        value);
            }
        });
        return found;
    }

    private String kafka() {
        return value("FAIRLEAD_KAFKA_BOOTSTRAP", "127.0.0.1:19092");
    }

    private String value(String variable, String usual) {
        String value = environment.get(variable);
        if ((value == null || value.isBlank()) && usual == null) {
            throw new IllegalArgumentException(variable + " must be set.");
        }
        return value == null || value.isBlank() ? usual : value;
    }
}
