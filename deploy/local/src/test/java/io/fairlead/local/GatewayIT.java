package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real gateway in front of a server that misbehaves on request: what our own services cannot be made to do. */
@Timeout(60)
class GatewayIT {

    private static final String BREAKS_OFF = "/api/v1/vessels/breaks-off";
    private static final int BURST = 50;
    private static final Duration ROUTES = Duration.ofSeconds(60);

    @TempDir
    static Path data;

    private static final Queue<String> REQUESTS = new ConcurrentLinkedQueue<>();

    private static HttpServer server;
    private static Stack gateway;

    @BeforeAll
    static void start() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", GatewayIT::answer);
        server.start();
        gateway = Stack.start(settings(), false, new Progress(System.out));
        awaitRoutes();
    }

    /** No service is ours, so the start waited for no route; Traefik answers pings before it has read them. */
    private static void awaitRoutes() {
        long deadline = System.nanoTime() + ROUTES.toNanos();
        while (Http.status(gateway.url() + "/openapi/fleet.json") != 200) {
            assertTrue(System.nanoTime() < deadline, "the gateway has no routes");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        REQUESTS.clear();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        server.stop(0);
    }

    @AfterEach
    void forget() {
        REQUESTS.clear();
    }

    @Test
    void shouldSendAPostOnlyOnceWhenTheServerBreaksOff() {
        int status = post(BREAKS_OFF);

        assertEquals(502, status);
        assertEquals(1, REQUESTS.size());
    }

    @Test
    void shouldRepeatAGetWhenTheServerBreaksOff() {
        int status = Http.status(gateway.url() + BREAKS_OFF);

        assertEquals(502, status);
        assertTrue(REQUESTS.size() >= 2, REQUESTS::toString);
    }

    @Test
    void shouldGoToTheOtherInstanceWhenOneIsGone() {
        for (int i = 0; i < 10; i++) {
            assertEquals(200, post("/api/v1/jobs"));
        }

        assertEquals(10, REQUESTS.size());
    }

    @Test
    void shouldLeaveEventStreamsUncompressed() {
        HttpRequest request = Http.to(gateway.url() + "/restaurant/stream")
                .header("Accept-Encoding", "gzip")
                .build();

        var headers = Http.send(request).headers();

        assertEquals("text/event-stream", headers.firstValue("Content-Type").orElse(""));
        assertEquals("none", headers.firstValue("Content-Encoding").orElse("none"));
    }

    @Test
    void shouldSayTooManyWhenACallerSendsMoreThanItsShare() {
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 3 * BURST)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Http.status(gateway.url() + "/api/v1/power"), task -> new Thread(task).start()))
                .toList();
        long refused = answers.stream().filter(answer -> answer.join() == 429).count();

        assertTrue(refused > 0, "none was refused");
        assertTrue(refused < 3 * BURST, "all were refused");
    }

    @Test
    void shouldReplaceWhatACallerClaimsAboutItself() {
        HttpRequest request = Http.to(gateway.url() + "/api/v1/vessels/echo")
                .header("X-Forwarded-Host", "elsewhere.example")
                .header("X-Forwarded-For", "192.0.2.1")
                .build();

        String seen = Http.send(request).body();

        assertEquals(gateway.url().replace("http://", "") + " 127.0.0.1", seen);
    }

    /** BI tools encode more or less of what an address may hold, and the feed's links have to say what the gateway is called. */
    @Test
    void shouldPassAddressesOfODataAsTheyAreSent() {
        for (String path : new String[] {
            "/odata/v1/$metadata",
            "/odata/v1/%24metadata",
            "/odata/v1/Vessels('MV101')",
            "/odata/v1/Vessels%28%27MV101%27%29",
            "/odata/v1/Windows(channelId=1,end=2026-01-31T00%3A15%3A00Z)",
            "/odata/v1/Windows%28channelId%3D1%2Cend%3D2026-01-31T00:15:00Z%29",
            "/odata/v1/Windows?$filter=vessel%20eq%20'MV101'%20and%20contains(labels,%27a%2Fb%3B%25%27)&$select=vessel%2CkWh",
            "/odata/v1/Windows?%24top=2&$skiptoken=MR89MQ"
        }) {
            var answer = Http.send(Http.to(gateway.url() + path).build());
            while (answer.statusCode() == 429) { // another test has used up this caller's share of the second
                answer = Http.send(Http.to(gateway.url() + path).build());
            }

            assertEquals(gateway.url().replace("http://", "http ") + " " + path, answer.body());
        }
    }

    private static int post(String path) {
        return Http.send(Http.to(gateway.url() + path)
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build())
                .statusCode();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!path.startsWith("/q/")) {
            REQUESTS.add(exchange.getRequestMethod() + " " + path);
        }
        exchange.getRequestBody().readAllBytes();
        if (path.equals(BREAKS_OFF)) {
            exchange.close();
            return;
        }
        var asked = exchange.getRequestHeaders();
        String called = asked.getFirst("X-Forwarded-Proto") + " " + asked.getFirst("X-Forwarded-Host");
        byte[] body = path.startsWith("/odata/")
                ? (called + " " + exchange.getRequestURI()).getBytes()
                : path.endsWith("/echo")
                        ? (asked.getFirst("X-Forwarded-Host") + " " + asked.getFirst("X-Forwarded-For")).getBytes()
                        : new byte[4096];
        exchange.getResponseHeaders()
                .set("Content-Type", path.endsWith("/stream") ? "text/event-stream" : "text/plain");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Only the gateway is ours; of job-service's two instances one does not exist. */
    private static Settings settings() {
        Settings settings = Settings.forTest(Path.of(System.getProperty("fairlead.root")), data, 1, Map.of());
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        Map<String, String> environment = new HashMap<>(settings.environment());
        for (String part : new String[] {"DATABASE_URL", "KAFKA_BOOTSTRAP", "OIDC_URL", "RELAY_MENU_URL"}) {
            environment.put("FAIRLEAD_" + part, url);
        }
        for (Service service : Service.values()) {
            environment.put("FAIRLEAD_" + service.name() + "_URLS", url);
        }
        environment.put("FAIRLEAD_JOB_URLS", "http://127.0.0.1:9, " + url);
        environment.put("RATE_LIMIT_AVERAGE", Integer.toString(BURST));
        environment.put("RATE_LIMIT_BURST", Integer.toString(BURST));
        return new Settings(settings.root(), settings.data(), settings.cache(), settings.ports(), 1, environment);
    }
}
