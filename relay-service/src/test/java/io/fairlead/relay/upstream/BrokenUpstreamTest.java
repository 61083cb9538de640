package io.fairlead.relay.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.relay.cache.Answer;
import io.fairlead.relay.cache.ResponseCache;
import io.fairlead.relay.rules.CachePolicy;
import io.fairlead.testkit.FairleadTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Upstreams that do not keep to the protocol. */
@FairleadTest
class BrokenUpstreamTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nCache-Control: no-store\r\nContent-Length: 4\r\n\r\n";

    @Inject
    ResponseCache cache;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private ServerSocket server;
    private volatile UnaryOperator<String> script;
    private volatile int closeAfter = Integer.MAX_VALUE;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0);
        asked.clear();
        closeAfter = Integer.MAX_VALUE;
        Thread acceptor = new Thread(this::accept, "broken-upstream");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void shouldNotTakeWhatComesTooMuchForTheNextAnswer() {
        script = path -> path.equals("/1") ? OK + "good" + "HTTP/1.1 2" : OK + "next";

        assertThat(get("/1")).isEqualTo("good");
        assertThat(get("/2")).isEqualTo("next");
        assertThat(asked).containsExactly("/1", "/2");
    }

    @Test
    void shouldTryAgainWhenAKeptConnectionHasEnded() {
        script = path -> OK + "good";
        closeAfter = 1;

        assertThat(get("/1")).isEqualTo("good");
        assertThat(get("/2")).isEqualTo("good");
    }

    @Test
    void shouldGetPastWhatComesBeforeTheAnswer() {
        script = path -> "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + OK + "good";

        assertThat(get("/1")).isEqualTo("good");
        assertThat(get("/2")).isEqualTo("good");
    }

    private String get(String path) {
        Upstream upstream = new Upstream(
                "broken",
                URI.create("http://127.0.0.1:" + server.getLocalPort()),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                1000,
                new CachePolicy(Duration.ZERO, Duration.ZERO, false),
                new Upstream.Access(Set.of("GET"), Optional.empty(), false),
                Optional.empty());
        Answer answer = cache.get(upstream, path).await().atMost(Duration.ofSeconds(10));
        return new String(answer.response().body(), StandardCharsets.UTF_8);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread thread = new Thread(() -> answer(socket), "broken-upstream");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            BufferedReader input =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            for (int number = 0; number < closeAfter; number++) {
                String path = input.readLine().split(" ")[1];
                while (!input.readLine().isEmpty()) {
                    // the rest of the head
                }
                asked.add(path);
                socket.getOutputStream().write(script.apply(path).getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException | NullPointerException gone) {
            // the other side has closed the connection
        }
    }
}
