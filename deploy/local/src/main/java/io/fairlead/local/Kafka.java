package io.fairlead.local;

import io.fairlead.parts.KafkaBroker;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;

/** A real Kafka node in a JVM of its own. */
final class Kafka {

    private final Context context;

    Kafka(Context context) {
        this.context = context;
    }

    void start() {
        Settings settings = context.settings();
        int port = context.port(Ports.KAFKA);
        PortOwner.requireFree("kafka's controller", context.port(Ports.KAFKA_CONTROLLER));
        Path folder = context.data().path().resolve("kafka");
        Launch launch = new Launch(
                "kafka",
                Jvm.main(
                        settings,
                        256,
                        KafkaBroker.class,
                        folder.toString(),
                        Integer.toString(port),
                        Integer.toString(context.port(Ports.KAFKA_CONTROLLER))),
                Jvm.ENVIRONMENT,
                context.data().log("kafka"),
                port);
        Child child = context.supervisor().start(launch);
        Readiness.await(child, Duration.ofSeconds(60), () -> connects(port));
        context.supervisor().watch(child);
        context.progress().line("kafka", "ready on 127.0.0.1:" + port);
    }

    private static boolean connects(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
