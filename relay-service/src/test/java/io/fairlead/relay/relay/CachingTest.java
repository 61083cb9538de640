package io.fairlead.relay.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.relay.Http;
import io.fairlead.relay.Origin;
import io.fairlead.relay.TestClock;
import io.fairlead.relay.Until;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How answers are used again, and when they are not. */
@FairleadTest
class CachingTest {

    /** The path as the OpenAPI document writes it. */
    private static final String COUNTED_UNDER = "/api/v1/relay/{upstream}/{path}";

    Origin origin;

    @Inject
    TestClock clock;

    @Inject
    MeterRegistry meters;

    private String path;
    private String target;

    @BeforeEach
    void choosePath() {
        path = "/" + UUID.randomUUID();
        target = "/api/v1/relay/origin" + path;
    }

    @AfterEach
    void mend() {
        clock.reset();
    }

    @Test
    void shouldAskOnlyWhetherWhatIsKeptIsStillCurrent() {
        origin.on(path, (exchange, number) -> {
            if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                Origin.send(exchange, 304, "", "ETag", "\"v1\"", "Cache-Control", "max-age=600", "X-Own", "new");
            } else {
                Origin.send(exchange, 200, "body", "ETag", "\"v1\"", "Cache-Control", "max-age=60", "X-Own", "old");
            }
        });
        get();

        clock.advance(Duration.ofSeconds(60));
        var validated = get();
        var after = get();

        assertThat(validated.statusCode()).isEqualTo(200);
        assertThat(validated.body()).isEqualTo("body");
        assertThat(Http.cacheStatus(validated)).startsWith("fairlead; fwd=stale; fwd-status=304; stored; ttl=");
        assertThat(validated.headers().allValues("X-Own")).containsExactly("new");
        assertThat(Http.cacheStatus(after)).startsWith("fairlead; hit; ");
        assertThat(after.headers().allValues("X-Own")).containsExactly("new");
        assertThat(origin.asked(path)).hasSize(2);
    }

    /** A request that has something to say goes another way, which must come to the same. */
    @Test
    void shouldAnswerAlikeWhateverWayAHitIsFound() {
        origin.on(
                path,
                200,
                "Cache-Control",
                "max-age=600",
                "ETag",
                "\"v1\"",
                "X-Own",
                "a",
                "Cache-Status",
                "other; hit");
        get();

        clock.advance(Duration.ofSeconds(7));
        var plain = get();
        var special = Http.send("GET", target, "", "Pragma", "anything");

        assertThat(plain.body()).isEqualTo(special.body());
        assertThat(plain.headers().map()).isEqualTo(special.headers().map());
        assertThat(plain.headers().firstValue("Age")).hasValue("7");
        assertThat(origin.asked(path)).hasSize(1);
    }

    @Test
    void shouldAnswerAPlainHitBeforeAnythingElseAndCountItUnderItsTemplate() {
        origin.on(path, 200, "Cache-Control", "max-age=600");
        get();
        double ready = meters.get("fairlead.relay.ready.answers").counter().count();
        long named = requests(COUNTED_UNDER);

        get();
        Http.send("GET", target, "", "Pragma", "anything");

        assertThat(meters.get("fairlead.relay.ready.answers").counter().count() - ready)
                .isEqualTo(1);
        Until.holds("both are counted", () -> requests(COUNTED_UNDER) >= named + 2);
        assertThat(meters.find("http.server.requests").timers())
                .extracting(timer -> timer.getId().getTag("uri"))
                .noneMatch(uri -> uri.contains(path));
    }

    /** How many requests are counted under a template. */
    private long requests(String template) {
        return meters.find("http.server.requests").tag("uri", template).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    @Test
    void shouldKeepNoLongerWhatIsSaidToBePrivateWhenItIsValidated() {
        origin.on(
                path,
                (exchange, number) -> Origin.send(
                        exchange,
                        number == 2 ? 304 : 200,
                        number == 2 ? "" : "answer " + number,
                        "ETag",
                        "\"v1\"",
                        "Cache-Control",
                        number == 1 ? "max-age=60" : "private, max-age=60"));
        get();

        clock.advance(Duration.ofSeconds(60));
        var validated = get();
        var after = get();

        assertThat(validated.body()).isEqualTo("answer 1");
        assertThat(Http.cacheStatus(validated)).isEqualTo("fairlead; fwd=stale; fwd-status=304");
        assertThat(after.body()).isEqualTo("answer 3");
        assertThat(origin.asked(path))
                .extracting(asked -> asked.header("If-None-Match"))
                .containsExactly(null, "\"v1\"", null);
    }

    @Test
    void shouldNotKeepAnAnswerThatGivesACookieWithoutATimeThoughNobodyGetsToSeeTheCookie() {
        target = "/api/v1/relay/foreign" + path;
        origin.on(
                path,
                200,
                "Cache-Control",
                "public",
                "Last-Modified",
                "Sat, 01 Nov 2025 11:00:00 GMT",
                "Set-Cookie",
                "a=b");

        assertThat(get().headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(get().body()).isEqualTo("answer 2");
    }

    @Test
    void shouldNotAnswerFromMemoryWhoeverMayNotAsk() {
        String closed = "/api/v1/relay/closed" + path;
        origin.on(path, 200, "Cache-Control", "max-age=600");
        var first = Http.send("GET", closed, "", "Authorization", "Bearer " + Tokens.operator());

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(Http.send("GET", closed, "").statusCode()).isEqualTo(401);
        assertThat(origin.asked(path)).hasSize(1);
    }

    @Test
    void shouldServeStaleAndAskMeanwhileOnce() {
        CountDownLatch asked = new CountDownLatch(1);
        origin.on(path, (exchange, number) -> {
            if (number == 2) {
                await(asked);
            }
            Origin.send(
                    exchange,
                    200,
                    "answer " + number,
                    "Cache-Control",
                    "max-age=" + (number == 1 ? 60 : 600) + ", stale-while-revalidate=60");
        });
        get();

        clock.advance(Duration.ofSeconds(90));
        var answers = Http.storm(50, target);

        assertThat(answers).extracting(HttpResponse::body).containsOnly("answer 1");
        assertThat(answers).allMatch(answer -> Http.cacheStatus(answer).startsWith("fairlead; hit; ttl=-"));
        asked.countDown();
        Until.holds("the new answer is kept", () -> get().body().equals("answer 2"));
        assertThat(origin.asked(path)).hasSize(2);
    }

    @Test
    void shouldRevalidateWithAGetWhatAHeadFindsStale() {
        origin.on(
                path,
                (exchange, number) -> Origin.send(
                        exchange,
                        200,
                        "answer " + number,
                        "Cache-Control",
                        "max-age=" + (number == 1 ? 60 : 600) + ", stale-while-revalidate=60"));
        get();

        clock.advance(Duration.ofSeconds(90));
        var head = Http.send("HEAD", target, "");

        assertThat(Http.cacheStatus(head)).endsWith("detail=stale-while-revalidate");
        Until.holds("the new answer is kept", () -> get().body().equals("answer 2"));
        assertThat(origin.asked(path)).extracting(Origin.Asked::method).containsExactly("GET", "GET");
    }

    @Test
    void shouldNotShareWhatIsAskedWithCookies() {
        CountDownLatch both = new CountDownLatch(2);
        origin.on(path, (exchange, number) -> {
            both.countDown();
            await(both);
            Origin.send(exchange, 200, exchange.getRequestHeaders().getFirst("Cookie"), "Cache-Control", "max-age=60");
        });

        var one = Http.get(target, "Cookie", "of=one");
        var other = Http.get(target, "Cookie", "of=other");

        assertThat(one.join().body()).isEqualTo("of=one");
        assertThat(other.join().body()).isEqualTo("of=other");
        assertThat(Http.get(target, "Cookie", "of=third").join().body()).isEqualTo("of=third");
    }

    @Test
    void shouldGiveACookieToTheOneItIsForOnly() {
        origin.on(path, 200, "Cache-Control", "max-age=60", "Set-Cookie", "a=b");

        var first = get();
        var second = get();

        assertThat(first.headers().firstValue("Set-Cookie")).contains("a=b");
        assertThat(Http.cacheStatus(second)).startsWith("fairlead; hit");
        assertThat(second.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void shouldNotUseWhatMustBeAskedForWhenTheUpstreamFails() {
        origin.on(path, (exchange, number) -> {
            if (number == 1) {
                Origin.send(exchange, 200, "body", "Cache-Control", "max-age=60, must-revalidate");
            } else {
                exchange.getResponseBody().close();
                exchange.close();
            }
        });
        get();

        clock.advance(Duration.ofSeconds(60));
        var answer = get();

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void shouldKeepAVariantForEachKindOfRequest() {
        origin.on(path, (exchange, number) -> {
            String language = exchange.getRequestHeaders().getFirst("Accept-Language");
            Origin.send(exchange, 200, "in " + language, "Vary", "Accept-Language", "Cache-Control", "max-age=60");
        });

        assertThat(get("Accept-Language", "fi").body()).isEqualTo("in fi");
        assertThat(get("Accept-Language", "sv").body()).isEqualTo("in sv");
        assertThat(Http.cacheStatus(get("Accept-Language", "FI"))).startsWith("fairlead; hit");
        assertThat(get("Accept-Language", "sv").body()).isEqualTo("in sv");
        assertThat(Http.cacheStatus(get("Accept-Language", "de"))).startsWith("fairlead; fwd=vary-miss");
        assertThat(origin.asked(path)).hasSize(3);
    }

    @Test
    void shouldGiveEachOfManyAtOnceTheVariantThatIsItsOwn() {
        origin.on(path, (exchange, number) -> {
            String who = exchange.getRequestHeaders().getFirst("X-Who");
            Origin.send(exchange, 200, "for " + who, "Vary", "X-Who", "Cache-Control", "max-age=60");
        });

        List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 100)
                .mapToObj(i -> Http.get(target, "X-Who", "" + i % 5))
                .toList();

        for (int i = 0; i < calls.size(); i++) {
            assertThat(calls.get(i).join().body()).isEqualTo("for " + i % 5);
        }
    }

    @Test
    void shouldNeverGiveToOthersWhatIsPrivate() {
        origin.on(path, 200, "Cache-Control", "private, max-age=60");

        var answers = Http.storm(50, target);

        assertThat(answers).extracting(HttpResponse::body).doesNotHaveDuplicates();
        assertThat(origin.asked(path)).hasSize(50);
    }

    @Test
    void shouldNeverGiveToOthersWhatWasAskedWithCredentials() {
        origin.on(
                path,
                (exchange, number) -> Origin.send(
                        exchange,
                        200,
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        "Cache-Control",
                        "max-age=60"));

        List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 20)
                .mapToObj(i -> Http.get(target, "Authorization", "Basic " + i))
                .toList();

        for (int i = 0; i < calls.size(); i++) {
            assertThat(calls.get(i).join().body()).isEqualTo("Basic " + i);
        }
    }

    @Test
    void shouldAnswerConditionsAndRangesFromWhatIsKept() {
        origin.on(path, 200, "Cache-Control", "max-age=60", "ETag", "\"v1\"");
        get();

        var has = get("If-None-Match", "\"v1\"");
        var part = get("Range", "bytes=0-2");

        assertThat(has.statusCode()).isEqualTo(304);
        assertThat(has.body()).isEmpty();
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("ans");
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 0-2/8");
        assertThat(origin.asked(path)).hasSize(1);
    }

    @Test
    void shouldFetchTheWholeWhenACallerThatHasItAsks() {
        origin.on(path, 200, "Cache-Control", "max-age=60", "ETag", "\"v1\"");

        assertThat(get("If-None-Match", "\"v1\"").statusCode()).isEqualTo(304);
        assertThat(get().body()).isEqualTo("answer 1");
        assertThat(origin.asked(path)).hasSize(1);
    }

    @Test
    void shouldForgetWhatACallerHasChanged() {
        origin.on(
                path,
                (exchange, number) -> Origin.send(
                        exchange,
                        exchange.getRequestMethod().equals("PUT") ? 204 : 200,
                        "answer " + number,
                        "Cache-Control",
                        "max-age=60"));
        get();

        Http.send("PUT", target, "new");
        var after = get();

        assertThat(after.body()).isEqualTo("answer 3");
        assertThat(Http.cacheStatus(after)).startsWith("fairlead; fwd=uri-miss");
    }

    @Test
    void shouldForgetTheGroupsThatAnAnswerNames() {
        origin.on(path + "a", 200, "Cache-Control", "max-age=60", "Cache-Groups", "\"x\", \"y\"");
        origin.on(path + "b", 200, "Cache-Control", "max-age=60", "Cache-Groups", "\"z\"");
        origin.on(path + "c", 200, "Cache-Control", "max-age=60");
        origin.on(path, 204, "Cache-Group-Invalidation", "\"y\", \"other\"");
        List.of("a", "b", "c").forEach(name -> Http.get(target + name).join());

        Http.send("POST", target, "change");

        assertThat(Http.get(target + "a").join().body()).isEqualTo("answer 2");
        assertThat(Http.get(target + "b").join().body()).isEqualTo("answer 1");
        assertThat(Http.get(target + "c").join().body()).isEqualTo("answer 1");
    }

    @Test
    void shouldKeepWhatIsKeptWhenAChangeFails() {
        origin.on(
                path,
                (exchange, number) -> Origin.send(
                        exchange,
                        exchange.getRequestMethod().equals("PUT") ? 500 : 200,
                        "answer " + number,
                        "Cache-Control",
                        "max-age=60"));
        get();

        Http.send("PUT", target, "new");

        assertThat(get().body()).isEqualTo("answer 1");
    }

    @Test
    void shouldAnswerOnlyFromWhatIsKeptWhenTheCallerWantsNoMore() {
        origin.on(path, 200, "Cache-Control", "max-age=60");

        assertThat(get("Cache-Control", "only-if-cached").statusCode()).isEqualTo(504);
        get();
        assertThat(get("Cache-Control", "only-if-cached").statusCode()).isEqualTo(200);
        assertThat(origin.asked(path)).hasSize(1);
    }

    @Test
    void shouldAnswerAHeadFromWhatIsKeptOfAGet() {
        origin.on(path, 200, "Cache-Control", "max-age=60", "X-Own", "1");
        get();

        var head = Http.send("HEAD", target, "");

        assertThat(Http.cacheStatus(head)).startsWith("fairlead; hit");
        assertThat(head.headers().firstValue("Content-Length")).contains("8");
        assertThat(head.headers().firstValue("X-Own")).contains("1");
        assertThat(origin.asked(path)).hasSize(1);
    }

    @Test
    void shouldCompareFieldsByteByByte() throws IOException {
        origin.on(path, 200, "Cache-Control", "max-age=60", "ETag", "\"\u00fc\"", "X-Own", "\u00e4");
        get();

        String answer = raw("GET " + target + " HTTP/1.1\r\nHost: h\r\nIf-None-Match: \"\u00fc\"\r\n"
                + "Connection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 304 ").contains("\u00fc").contains("\u00e4");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private HttpResponse<String> get(String... headers) {
        return Http.get(target, headers).join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
