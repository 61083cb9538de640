package io.fairlead.parts;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * One real Kafka node (KRaft, broker and controller in one) inside a JVM: a test's, or one that the local stack starts
 * as a child. Listens on loopback only and keeps its log in the folder it is given.
 */
public final class KafkaBroker implements AutoCloseable {

    private final KafkaRaftServer server;

    private KafkaBroker(KafkaRaftServer server) {
        this.server = server;
    }

    /**
     * Formats the folder if it is new and starts the node. Returns when the broker takes connections.
     *
     * @param data the folder of the log, created if it is missing
     * @param port the port for clients
     * @param controllerPort the port of the controller's quorum
     * @return the running node
     */
    public static KafkaBroker start(Path data, int port, int controllerPort) {
        return start(data, settings(data, port, controllerPort), List.of());
    }

    /** Starts a node, as above, whose listener asks clients who they are and encrypts what they say. */
    public static KafkaBroker start(Path data, int port, int controllerPort, KafkaSecurity security) {
        Properties settings = settings(data, port, controllerPort);
        settings.put("listeners", security.listener(port) + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.putAll(security.broker(port));
        return start(data, settings, security.format());
    }

    private static KafkaBroker start(Path data, Properties settings, List<String> formatting) {
        format(data, settings, formatting);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return new KafkaBroker(server);
    }

    /**
     * Runs a node until the process is told to stop.
     *
     * @param args data folder, port, controller port
     */
    public static void main(String[] args) {
        KafkaBroker broker = start(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
        System.out.println("Kafka takes connections on 127.0.0.1:" + args[1]);
        broker.server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static Properties settings(Path data, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("log.dirs", data.toString());
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "2");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("num.partitions", "4");
        settings.put("auto.create.topics.enable", "false");
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "2");
        return settings;
    }

    private static void format(Path data, Properties settings, List<String> further) {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(data);
            Path file = Files.createTempFile("kafka", ".properties");
            try (var out = Files.newOutputStream(file)) {
                settings.store(out, null);
            }
            List<String> command = new ArrayList<>(
                    List.of("format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()));
            command.add("--ignore-formatted");
            command.addAll(further);
            int exit = StorageTool.execute(
                    command.toArray(String[]::new), new PrintStream(PrintStream.nullOutputStream()));
            Files.delete(file);
            if (exit != 0) {
                throw new IllegalStateException("Kafka could not format its log folder " + data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
