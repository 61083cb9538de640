package io.fairlead.testkit.process;

import io.fairlead.testkit.RealParts;
import io.fairlead.testkit.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** The packaged service as a process of its own, which SIGKILL really ends. */
public final class ServiceProcess implements AutoCloseable {

    /** The module's own service; a module of tests names another's. */
    private static final Path JAR =
            Path.of(System.getProperty("fairlead.testkit.service", "target/quarkus-app/quarkus-run.jar"));

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final Path log;
    private final String url;

    private ServiceProcess(Process process, Path log, String url) {
        this.process = process;
        this.log = log;
        this.url = url;
    }

    /**
     * Starts it and returns when it is ready.
     *
     * @param log where its output goes, behind what is there
     * @param settings as they stand on a command line
     */
    public static ServiceProcess start(int port, Path log, List<String> settings) throws IOException {
        ServiceProcess service = launch(port, log, settings);
        service.awaitReady();
        return service;
    }

    /** Starts it and returns at once. */
    public static ServiceProcess launch(int port, Path log, List<String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.profile=test",
                "-Dfairlead.http.port=" + port,
                "-Dfairlead.kafka.bootstrap=" + RealParts.kafka()));
        Tokens.settings().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(settings);
        command.addAll(List.of("-jar", JAR.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new ServiceProcess(process, log, "http://127.0.0.1:" + port);
    }

    /** Returns when it takes requests. */
    public void awaitReady() {
        Awaitility.await().atMost(PATIENCE).until(this::isReady);
    }

    public String url() {
        return url;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** What it has written. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    /** Ends it with SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks it to end, with SIGTERM, and returns when it has. */
    public void terminate() {
        process.destroy();
        process.onExit().join();
    }

    /** Stops it in the middle of what it does, with SIGSTOP. */
    public void freeze() throws IOException {
        Signals.stop(process);
    }

    /** Lets it go on as if nothing had happened. */
    public void thaw() throws IOException {
        Signals.resume(process);
    }

    private boolean isReady() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the service ended: " + log());
        }
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url + "/q/health/ready")).build();
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        kill();
    }
}
