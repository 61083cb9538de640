package io.fairlead.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A packaged service that a test starts by itself, with an environment of its own. */
final class ServiceRun implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Path log;

    private ServiceRun(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static ServiceRun start(Settings settings, Service service, Map<String, String> environment) throws IOException {
        Path log = Files.createTempFile(settings.data(), service.module(), ".log");
        List<String> command = Jvm.command(settings, 128, 128);
        command.addAll(List.of(
                "-jar",
                settings.root()
                        .resolve(service.module())
                        .resolve("target/quarkus-app/quarkus-run.jar")
                        .toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new ServiceRun(builder.start(), log);
    }

    /** Its exit code, when it has ended by itself. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("it did not end: " + log());
        }
        return process.exitValue();
    }

    /** Waits for something in its output. */
    void awaitLog(Predicate<String> said) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!said.test(log())) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("it did not say so: " + log());
            }
            Thread.sleep(50);
        }
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
