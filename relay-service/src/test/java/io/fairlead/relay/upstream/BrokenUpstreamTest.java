package io.fairlead.relay.upstream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.relay.Http;
import io.fairlead.relay.cache.Answer;
import io.fairlead.relay.cache.ResponseCache;
import io.fairlead.relay.rules.CachePolicy;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.RestAssured;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Upstreams that do not keep to the protocol. */
@FairleadTest
class BrokenUpstreamTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nCache-Control: no-store\r\nContent-Length: 4\r\n\r\n";

    private static final int TIMES = 1000;

    @Inject
    ResponseCache cache;

    private final Semaphore begun = new Semaphore(0);
    private final Semaphore ended = new Semaphore(0);
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

    /** Connections are closed for what came too much, some in the very moment in which they are taken for the next request. */
    @Test
    void shouldTakeAnotherConnectionWhenOneEndsAsItIsTaken() {
        script = path -> OK + "good" + "HTTP/1.1 2";

        List<String> answers =
                IntStream.range(0, TIMES).parallel().mapToObj(i -> get("/" + i)).toList();

        assertThat(answers).hasSize(TIMES).containsOnly("good");
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

    @Test
    void shouldEndAnAnswerThatComesNoFurther() {
        script = path -> "HTTP/1.1 200 OK\r\nCache-Control: no-store\r\nContent-Length: 10\r\n\r\npart";
        String target = added("timeout", "PT0.3S");

        CompletableFuture<?> answer = Http.get(target + "/1").orTimeout(10, TimeUnit.SECONDS);

        assertThat(answer)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withCauseInstanceOf(IOException.class);
    }

    @Test
    void shouldNotHoldABrokenUploadAgainstTheUpstream() throws IOException, InterruptedException {
        script = path -> OK + "good";
        String target = added("methods", List.of("GET", "POST"));

        for (int i = 0; i < 6; i++) {
            try (Socket caller = new Socket("localhost", RestAssured.port)) {
                caller.getOutputStream()
                        .write(("POST " + target + "/1 HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\npart")
                                .getBytes(StandardCharsets.ISO_8859_1));
                assertThat(begun.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(ended.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(Http.get(target + "/2").join().statusCode()).isEqualTo(200);
    }

    @Test
    void shouldEndAnUploadThatComesNoFurther() throws IOException, InterruptedException {
        script = path -> OK + "good";
        String name = "a" + UUID.randomUUID();
        String target = "/api/v1/relay/" + name;
        add(Map.of("name", name, "url", url(), "timeout", "PT0.3S", "methods", List.of("POST")));

        try (Socket caller = new Socket("localhost", RestAssured.port)) {
            caller.setSoTimeout(10_000);
            caller.getOutputStream()
                    .write(("POST " + target + "/1 HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\npart")
                            .getBytes(StandardCharsets.ISO_8859_1));

            assertThat(ended.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            assertThat(status(caller)).isEqualTo("HTTP/1.1 408");
        }
    }

    @Test
    void shouldEndAnAnswerThatBeganBeforeTheUploadEndedAndComesNoFurther() throws IOException {
        script = path -> "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Location: " + path
                + "\r\nCache-Control: max-age=60\r\nContent-Length: 10\r\n\r\npart";
        String name = "a" + UUID.randomUUID();
        add(Map.of("name", name, "url", url(), "timeout", "PT0.5S", "methods", List.of("POST")));

        try (Socket caller = new Socket("localhost", RestAssured.port)) {
            caller.setSoTimeout(10_000);
            caller.getOutputStream()
                    .write(("POST /api/v1/relay/" + name + "/1 HTTP/1.1\r\nHost: h\r\nContent-Length: 8\r\n\r\npart")
                            .getBytes(StandardCharsets.ISO_8859_1));
            assertThat(status(caller)).isEqualTo("HTTP/1.1 103");
            while (!line(caller).isEmpty()) {
                // the head of what comes before the answer, with which the answer's own has come
            }
            caller.getOutputStream().write("part".getBytes(StandardCharsets.ISO_8859_1));

            assertThat(status(caller)).isEqualTo("HTTP/1.1 504");
        }
    }

    private static String status(Socket caller) throws IOException {
        return new String(caller.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
    }

    private static String line(Socket caller) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = caller.getInputStream().read();
                c != '\n';
                c = caller.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    @Test
    void shouldLetNothingThatComesBeforeTheAnswerSpeakForOurOrigin() throws IOException {
        script = path -> "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\nSet-Cookie: a=b\r\n\r\n" + OK + "good";
        String target = added("burst", 1);

        try (Socket caller = new Socket("localhost", RestAssured.port)) {
            caller.getOutputStream()
                    .write(("GET " + target + "/1 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(caller.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(answer).startsWith("HTTP/1.1 103 ").endsWith("good");
            assertThat(answer).containsIgnoringCase("link: </a>").doesNotContainIgnoringCase("set-cookie");
        }
    }

    /** Adds the upstream as an administrator does; returns where it is relayed. */
    private String added(String setting, Object value) {
        String name = "a" + UUID.randomUUID();
        add(Map.of("name", name, "url", url(), setting, value));
        return "/api/v1/relay/" + name;
    }

    private String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private static void add(Map<String, Object> upstream) {
        given().auth()
                .oauth2(Tokens.admin())
                .contentType("application/json")
                .body(upstream)
                .post("/api/v1/relay/upstreams")
                .then()
                .statusCode(201);
    }

    private String get(String path) {
        Upstream upstream = new Upstream(
                "broken",
                URI.create(url()),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                1000,
                new CachePolicy(Duration.ZERO, Duration.ZERO, false),
                new Upstream.Access(Set.of("GET"), Set.of("/"), Optional.empty(), false),
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
                String[] request = input.readLine().split(" ");
                String path = request[1];
                while (!input.readLine().isEmpty()) {
                    // the rest of the head
                }
                if (request[0].equals("POST")) {
                    begun.release();
                    String early = script.apply(path);
                    if (early.startsWith("HTTP/1.1 1")) {
                        socket.getOutputStream().write(early.getBytes(StandardCharsets.ISO_8859_1));
                    }
                    readToEnd(input);
                    return;
                }
                asked.add(path);
                socket.getOutputStream().write(script.apply(path).getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException | NullPointerException gone) {
            // the other side has closed the connection
        }
    }

    private void readToEnd(BufferedReader input) {
        try {
            while (input.read() >= 0) {
                // what there is of the body
            }
        } catch (IOException reset) {
            // that is an end too
        } finally {
            ended.release();
        }
    }
}
