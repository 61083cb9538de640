package io.fairlead.job.benchmark;

import io.fairlead.testkit.process.Ports;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** RabbitMQ as a child process, for Celery; the program is Debian's. */
final class RabbitMq implements AutoCloseable {

    private final int port = Ports.free();
    private final Process process;

    RabbitMq(Path folder, Path log) throws IOException {
        Files.createDirectories(folder);
        ProcessBuilder command = new ProcessBuilder("/usr/lib/rabbitmq/bin/rabbitmq-server");
        command.environment().put("RABBITMQ_NODENAME", "benchmark@localhost");
        command.environment().put("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1");
        command.environment().put("RABBITMQ_NODE_PORT", "" + port);
        command.environment().put("RABBITMQ_DIST_PORT", "" + Ports.free());
        command.environment().put("RABBITMQ_MNESIA_BASE", folder.resolve("data").toString());
        command.environment().put("RABBITMQ_LOG_BASE", folder.resolve("log").toString());
        command.environment().put("HOME", folder.toString());
        process = command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(this::answers);
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    String address() {
        return "amqp://guest:guest@127.0.0.1:" + port;
    }

    private boolean answers() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
