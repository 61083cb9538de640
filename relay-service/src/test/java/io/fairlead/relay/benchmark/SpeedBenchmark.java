package io.fairlead.relay.benchmark;

import io.fairlead.testkit.Tokens;
import io.fairlead.testkit.process.KillablePostgres;
import io.fairlead.testkit.process.Ports;
import io.fairlead.testkit.process.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Hits of the cache, here and beside others on one machine. Runs on request: {@code benchmarks/relay/speed/run}. */
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
class SpeedBenchmark {

    private static final Path ROOT = Path.of(System.getProperty("fairlead.root"));
    private static final Path SPEED = ROOT.resolve("benchmarks/relay/speed");
    private static final Path VARNISH = ROOT.resolve("benchmarks/relay/cache-tests/varnish.vcl");
    private static final List<Integer> CONNECTIONS = List.of(1, 64, 1000);
    private static final int SECONDS = Integer.getInteger("benchmark.seconds", 8);

    /** A service runs for weeks, and Java compiles in its first minute. */
    private static final int WARM_UP_SECONDS = Integer.getInteger("benchmark.warm-up", 30);

    private static final int DOCUMENT_BYTES = 1000;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path work;

    private Program origin;

    @Test
    void measure() throws Exception {
        Path documents = Files.createDirectories(work.resolve("documents"));
        Files.writeString(documents.resolve("doc"), "{\"text\":\"" + "x".repeat(DOCUMENT_BYTES - 11) + "\"}");
        System.out.printf("%-34s", "hits/s (99% within ms; µs of CPU)");
        CONNECTIONS.forEach(connections -> System.out.printf(" %27d", connections));
        System.out.println("  connections");
        int port = Ports.free();
        try (Program started = nginx("origin.conf", port, Map.of())) {
            origin = started;
            relay();
            int cache = Ports.free();
            try (Program nginx = nginx("nginx.conf", cache, Map.of("ORIGIN", "" + port))) {
                line("nginx", nginx.url() + "/doc", 2, nginx.process());
            }
            try (Program varnish = varnish(port)) {
                line("Varnish", varnish.url() + "/doc", 2, varnish.process());
            }
            fastApi();
        }
    }

    private void relay() throws Exception {
        try (KillablePostgres postgres = new KillablePostgres(work.resolve("postgres"), Ports.free())) {
            List<String> settings = new ArrayList<>(postgres.settings());
            settings.addAll(List.of(
                    "-Xmx512m",
                    "-XX:TieredStopAtLevel=4",
                    "-Dquarkus.log.level=WARN",
                    "-Dquarkus.otel.sdk.disabled=true"));
            settings.addAll(List.of(System.getProperty("benchmark.java", "-Xms256m -XX:+UseParallelGC")
                    .split(" ")));
            try (ServiceProcess service = ServiceProcess.start(
                    Ports.free(), Path.of("target/speed.log").toAbsolutePath(), settings)) {
                describeUpstream(service.url());
                String path = "/api/v1/relay/speed/doc";
                line("relay", service.url() + path, WARM_UP_SECONDS, service.process());
                throughGateway(service, path);
            }
        }
    }

    private void describeUpstream(String relay) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(relay + "/api/v1/relay/upstreams"))
                        .header("Authorization", "Bearer " + Tokens.admin())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"name\":\"speed\",\"url\":\"%s\"}".formatted(origin.url())))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private void throughGateway(ServiceProcess relay, String path) throws Exception {
        String program = System.getProperty("benchmark.traefik", "");
        if (program.isEmpty()) {
            System.out.println("relay through the gateway: no program for it");
            return;
        }
        int port = Ports.free();
        Path configuration = Program.configuration(
                ROOT.resolve("traefik/traefik.yaml"),
                work,
                Map.of(
                        "${GATEWAY_ADDRESS}", "127.0.0.1:" + port,
                        "${GATEWAY_INTERNAL_ADDRESS}", "127.0.0.1:" + Ports.free(),
                        "${GATEWAY_ROUTES}",
                                ROOT.resolve("traefik/dynamic.yaml").toString()));
        Map<String, String> environment = new HashMap<>();
        List.of("FLEET", "TELEMETRY", "JOB", "RELAY")
                .forEach(service -> environment.put(service + "_URLS", relay.url()));
        List.of("RATE_LIMIT_AVERAGE", "RATE_LIMIT_BURST", "IN_FLIGHT_MAX")
                .forEach(limit -> environment.put(limit, "1000000"));
        try (Program gateway =
                Program.start(work, port, environment, List.of(program, "--configFile=" + configuration))) {
            awaitOk(gateway.url() + path);
            line("relay through the gateway", gateway.url() + path, 2, gateway.process(), relay.process());
        }
    }

    private Program nginx(String template, int port, Map<String, String> words) throws IOException {
        Map<String, String> all = new HashMap<>(words);
        all.put("PORT", "" + port);
        all.put("WORK", work.toString());
        Path configuration = Program.configuration(SPEED.resolve(template), work, all);
        String user = "root".equals(System.getProperty("user.name")) ? " user root;" : "";
        return Program.start(
                work,
                port,
                Map.of(),
                List.of(
                        "nginx",
                        "-e",
                        work.resolve("error.log").toString(),
                        "-c",
                        configuration.toString(),
                        "-g",
                        "daemon off;" + user));
    }

    private Program varnish(int upstream) throws IOException {
        int port = Ports.free();
        Path configuration = Program.configuration(VARNISH, work, Map.of("ORIGIN", "" + upstream));
        return Program.start(
                work,
                port,
                Map.of(),
                List.of(
                        "varnishd",
                        "-F",
                        "-j",
                        "none",
                        "-n",
                        work.resolve("varnish").toString(),
                        "-a",
                        "127.0.0.1:" + port,
                        "-f",
                        configuration.toString(),
                        "-s",
                        "malloc,256m"));
    }

    private void fastApi() throws Exception {
        int redis = Ports.free();
        int port = Ports.free();
        Map<String, String> environment = Map.of("UPSTREAM", origin.url(), "REDIS_PORT", "" + redis);
        try (Program store = Program.start(
                        work, redis, Map.of(), List.of("redis-server", "--port", "" + redis, "--save", ""));
                Program relay = Program.start(
                        work,
                        port,
                        environment,
                        List.of(
                                SPEED.resolve("target/python/bin/uvicorn").toString(),
                                "--app-dir",
                                SPEED.toString(),
                                "--port",
                                "" + port,
                                "--workers",
                                "2",
                                "--log-level",
                                "warning",
                                "relay:app"))) {
            awaitOk(relay.url() + "/doc");
            line("FastAPI and Redis", relay.url() + "/doc", 2, relay.process(), store.process());
        }
    }

    private void awaitOk(String url) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> status(url) == 200);
    }

    private int status(String url) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private void line(String title, String url, int warmUp, ProcessHandle... servers) throws Exception {
        if (!title.matches(System.getProperty("benchmark.only", ".*"))) {
            return;
        }
        awaitOk(url);
        Wrk.run(url, 64, warmUp);
        StringBuilder failures = new StringBuilder();
        System.out.printf("%-34s", title);
        for (int connections : CONNECTIONS) {
            Duration before = cpu(servers);
            Wrk.Load load = Wrk.run(url, connections, SECONDS);
            double micros = cpu(servers).minus(before).toNanos() / 1000.0 / load.answers();
            System.out.printf(" %11.0f (%6.1f; %4.1f)", load.perSecond(), load.p99(), micros);
            failures.append(load.failures());
        }
        System.out.println(failures.isEmpty() ? "" : "  " + failures);
    }

    /** What they and the processes that they started have used so far: other work on the machine changes it less than speed. */
    private static Duration cpu(ProcessHandle... servers) {
        return Stream.of(servers)
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
