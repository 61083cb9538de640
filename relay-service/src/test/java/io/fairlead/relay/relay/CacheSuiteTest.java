package io.fairlead.relay.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.relay.upstream.Upstreams;
import io.fairlead.testkit.FairleadTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The public suite of HTTP caches against the relay. Runs on request: {@code benchmarks/relay/cache-tests/run}. */
@FairleadTest
@EnabledIfSystemProperty(named = "cache-tests", matches = ".+")
class CacheSuiteTest {

    /** The name of the upstream that is the suite's own server. */
    private static final String UPSTREAM = "suite";

    private static final String LEAST_REQUIRED = "160";
    private static final String LEAST_OPTIMAL = "103";

    private final Path suite = Path.of(System.getProperty("cache-tests"));
    private final Path report = Path.of("..", "benchmarks", "relay", "cache-tests", "report.mjs");
    private final Path results = Path.of("target", "cache-tests.json").toAbsolutePath();

    @Inject
    Upstreams upstreams;

    @Test
    void shouldPassAsMuchAsItDid() throws IOException, InterruptedException {
        int port = upstreams.named(UPSTREAM).orElseThrow().base().getPort();
        Process server = start(
                "test-engine/server/server.mjs",
                Map.of(
                        "npm_config_protocol",
                        "http",
                        "npm_config_port",
                        "" + port,
                        "npm_config_pidfile",
                        Path.of("target", "cache-tests.pid").toAbsolutePath().toString()),
                ProcessBuilder.Redirect.PIPE);
        try {
            awaitListening(server);
            String base = "http://127.0.0.1:" + RestAssured.port + "/api/v1/relay/" + UPSTREAM;
            Process client = start(
                    "test-engine/cli.mjs",
                    Map.of("npm_config_base", base, "npm_package_config_id", System.getProperty("cache-tests.id", "")),
                    ProcessBuilder.Redirect.to(results.toFile()));
            assertThat(client.waitFor()).isZero();
        } finally {
            server.destroy();
        }
        if (System.getProperty("cache-tests.id") != null) {
            System.out.println(Files.readString(results));
            return;
        }
        Process summary = new ProcessBuilder(
                        "node", report.toString(), suite.toString(), results.toString(), LEAST_REQUIRED, LEAST_OPTIMAL)
                .redirectErrorStream(true)
                .start();
        System.out.println(new String(summary.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertThat(summary.waitFor()).isZero();
    }

    private Process start(String script, Map<String, String> environment, ProcessBuilder.Redirect output)
            throws IOException {
        File errors = Path.of("target", "cache-tests.log").toFile();
        ProcessBuilder builder = new ProcessBuilder(List.of("node", "--no-warnings", script))
                .directory(suite.toFile())
                .redirectOutput(output)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Its first line says so; what it says later is read and thrown away, or it would stand still. */
    private static void awaitListening(Process server) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        assertThat(output.readLine()).startsWith("Listening");
        Thread reader = new Thread(() -> output.lines().forEach(line -> {}));
        reader.setDaemon(true);
        reader.start();
    }
}
