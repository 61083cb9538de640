package io.fairlead.job.job;

import io.fairlead.testkit.RealParts;
import io.fairlead.testkit.Tokens;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** The packaged service as a process of its own, on the database and the Kafka of the one under test. */
final class OtherInstance implements AutoCloseable {

    private static final String DATABASE = "fairlead.database.url";
    private static final String PASSWORD = "fairlead.database.password";
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final File LOG = new File("target/other-instance.log");
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final String url;

    OtherInstance() throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.profile=test",
                "-Dfairlead.http.port=" + port,
                "-Dfairlead.kafka.bootstrap=" + RealParts.kafka()));
        Tokens.settings().forEach((name, value) -> command.add("-D" + name + "=" + value));
        for (String key : List.of(DATABASE, PASSWORD)) {
            command.add("-D" + key + "=" + ConfigProvider.getConfig().getValue(key, String.class));
        }
        command.addAll(List.of("-jar", JAR.toString()));
        this.url = "http://127.0.0.1:" + port;
        this.process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(LOG)
                .start();
        Awaitility.await().atMost(PATIENCE).until(this::isReady);
    }

    String url() {
        return url;
    }

    /** Ends it with SIGKILL. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private boolean isReady() throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the service ended, see " + LOG);
        }
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url + "/q/health/ready")).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
