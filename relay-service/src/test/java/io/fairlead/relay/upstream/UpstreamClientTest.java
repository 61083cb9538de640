package io.fairlead.relay.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.fairlead.relay.Http;
import io.fairlead.relay.Origin;
import io.fairlead.relay.cache.ResponseCache;
import io.fairlead.relay.rules.CachePolicy;
import io.fairlead.relay.upstream.UpstreamFailure.Kind;
import io.fairlead.testkit.FairleadTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FairleadTest
class UpstreamClientTest {

    private static final int LIMIT = 10_000;
    private static final CachePolicy POLICY = new CachePolicy(Duration.ZERO, Duration.ZERO, false);
    private static final Upstream.Access ACCESS =
            new Upstream.Access(Set.of("GET"), Set.of("/"), Optional.empty(), false);

    Origin origin;

    @Inject
    ResponseCache cache;

    private final AtomicReference<Headers> received = new AtomicReference<>();
    private final AtomicReference<String> target = new AtomicReference<>();
    private HttpServer server;
    private volatile int size;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 16);
        server.createContext("/", exchange -> {
            received.set(exchange.getRequestHeaders());
            target.set(exchange.getRequestURI().toString());
            exchange.getResponseHeaders().set("Location", "http://169.254.169.254/");
            exchange.sendResponseHeaders(302, size == 0 ? -1 : 0);
            try (var body = exchange.getResponseBody()) {
                body.write(new byte[size]);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldSendNothingButThePathBelowTheBase() {
        cache.get(upstream("/base"), "/a%20b?c=%2F").await().atMost(Duration.ofSeconds(5));

        assertThat(target.get()).isEqualTo("/base/a%20b?c=%2F");
        assertThat(received.get().keySet()).containsExactlyInAnyOrder("Accept", "Host", "User-agent", "Via");
    }

    @Test
    void shouldNotFollowARedirect() {
        var answer = cache.get(upstream(""), "/")
                .await()
                .atMost(Duration.ofSeconds(5))
                .response();

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().first("location")).contains("http://169.254.169.254/");
    }

    @Test
    void shouldTakeABodyUpToItsLimitAndNoMore() {
        size = LIMIT;
        assertThat(cache.get(upstream(""), "/")
                        .await()
                        .atMost(Duration.ofSeconds(5))
                        .response()
                        .body())
                .hasSize(LIMIT);

        size = LIMIT + 1;
        assertThat(failure(upstream("")).kind()).isEqualTo(Kind.UNUSABLE);
    }

    @Test
    void shouldGiveUpWhenAServerTakesTheConnectionAndSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            Upstream upstream = new Upstream(
                    "silent",
                    URI.create("http://127.0.0.1:" + silent.getLocalPort()),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(200),
                    LIMIT,
                    POLICY,
                    ACCESS,
                    Optional.empty());

            assertThat(failure(upstream).kind()).isEqualTo(Kind.TIMEOUT);
        }
    }

    @Test
    void shouldKeepTheCallersCredentialsFromTheUpstream() {
        String path = "/" + UUID.randomUUID();
        origin.on(path, 200, "Set-Cookie", "a=b", "NEL", "{}", "X-Theirs", "1");

        var answer = Http.get(
                        "/api/v1/relay/foreign" + path,
                        "Cookie",
                        "session=1",
                        "Authorization",
                        "Basic x",
                        "Forwarded",
                        "for=1.2.3.4",
                        "X-Own",
                        "2")
                .join();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).containsKey("x-theirs").doesNotContainKeys("set-cookie", "nel");
        assertThat(origin.asked(path)).singleElement().satisfies(asked -> assertThat(
                        asked.headers().keySet())
                .containsExactlyInAnyOrder("Host", "User-agent", "Via"));
    }

    private UpstreamFailure failure(Upstream upstream) {
        return catchThrowableOfType(
                UpstreamFailure.class, () -> cache.get(upstream, "/").await().atMost(Duration.ofSeconds(5)));
    }

    private Upstream upstream(String path) {
        return new Upstream(
                "echo",
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                LIMIT,
                POLICY,
                ACCESS,
                Optional.empty());
    }
}
