package io.fairlead.lake;

import io.fairlead.testkit.RealParts;
import io.fairlead.testkit.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The packaged worker as a process of its own, which can be killed and started again. */
final class Worker implements AutoCloseable {

    private static final Path BUILT = Path.of("target/worker");
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path log;
    private final Path properties;
    private final String warehouse;
    private final int port;
    private Process process;
    private int started;

    /** A worker that is not started yet. */
    Worker(Path folder, String warehouse, Map<String, String> further) throws IOException {
        this.log = folder.resolve("worker.log");
        this.properties = folder.resolve("lake.properties");
        this.warehouse = warehouse;
        this.port = Ports.free();
        List<String> lines = new ArrayList<>(List.of(
                "worker.session.timeout.ms=6000",
                "worker.heartbeat.interval.ms=2000",
                "sink.consumer.override.session.timeout.ms=6000",
                "sink.consumer.override.heartbeat.interval.ms=2000",
                "sink.iceberg.kafka.session.timeout.ms=6000",
                "sink.iceberg.kafka.heartbeat.interval.ms=2000"));
        further.forEach((name, value) -> lines.add(name + "=" + value));
        Files.write(properties, lines);
    }

    void start() throws IOException {
        started = Files.exists(log) ? Files.readString(log).length() : 0;
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        BUILT + "/*",
                        "io.fairlead.lake.LakeWorker")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        command.environment()
                .putAll(Map.of(
                        "FAIRLEAD_KAFKA_BOOTSTRAP",
                        RealParts.kafka(),
                        "FAIRLEAD_HTTP_PORT",
                        "" + port,
                        "FAIRLEAD_LAKE_WAREHOUSE",
                        warehouse,
                        "FAIRLEAD_LAKE_COMMIT_SECONDS",
                        "1",
                        "FAIRLEAD_LAKE_PROPERTIES",
                        properties.toString()));
        process = command.start();
    }

    /** Ends it with SIGKILL as soon as it says this once more. */
    void killAtLog(String text) {
        awaitAfter(started, text, 1);
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Waits until it has said this so many more times. */
    void awaitNext(String text, int times) throws IOException {
        awaitAfter(log().length(), text, times);
    }

    private void awaitAfter(int place, String text, int times) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> log().substring(place).split(Pattern.quote(text), -1).length > times);
    }

    String log() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the worker ended: " + Files.readString(log));
        }
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
