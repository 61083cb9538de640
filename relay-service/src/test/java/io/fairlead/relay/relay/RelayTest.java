package io.fairlead.relay.relay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.fairlead.parts.MenuUpstream;
import io.fairlead.relay.Http;
import io.fairlead.relay.OutsideWorld;
import io.fairlead.relay.TestClock;
import io.fairlead.testkit.FairleadTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@FairleadTest
class RelayTest {

    private static final Duration FRESH = Duration.ofSeconds(300);
    private static final Duration STALE_IS_USABLE = Duration.ofDays(7);

    MenuUpstream upstream;

    @Inject
    TestClock clock;

    @AfterEach
    void mend() {
        clock.reset();
        upstream.failWith(0);
        upstream.latency(Duration.ZERO);
    }

    @Test
    void shouldAnswerFromCacheWhenAskedAgain() {
        String target = cold();
        int before = upstream.requests();

        var first = Http.get(target).join();
        var second = Http.get(target).join();

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(Http.cacheStatus(first)).startsWith("fairlead; fwd=uri-miss; fwd-status=200; stored; ttl=");
        assertThat(Http.cacheStatus(second)).startsWith("fairlead; hit; ttl=").endsWith("detail=memory");
        assertThat(second.body()).isEqualTo(first.body()).contains("\"identifier\":\"quayside\"");
        assertThat(second.headers().firstValue("Age")).isPresent();
        assertThat(second.headers().firstValue("Via")).contains("1.1 fairlead");
        assertThat(second.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(second.headers().firstValue("Cache-Control")).contains("public, max-age=300");
        assertThat(upstream.requests() - before).isEqualTo(1);
    }

    @Test
    void shouldAskTheUpstreamOnceWhenManyWantAColdKey() {
        String target = cold();
        upstream.latency(Duration.ofMillis(300));
        int before = upstream.requests();

        var answers = Http.storm(200, target);

        assertThat(upstream.requests() - before).isEqualTo(1);
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(answers)
                .extracting(HttpResponse::body)
                .containsOnly(answers.get(0).body());
        assertThat(answers)
                .filteredOn(answer -> Http.cacheStatus(answer).contains("fwd=uri-miss"))
                .hasSize(1);
    }

    @Test
    void shouldAskTheUpstreamOnceWhenManyWantWhatIsNotThere() {
        String target = "/relay_anything/api/restaurant/nowhere?n=" + UUID.randomUUID();
        upstream.latency(Duration.ofMillis(300));
        int before = upstream.requests();

        var answers = Http.storm(50, target);

        assertThat(upstream.requests() - before).isEqualTo(1);
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(404);
    }

    @Test
    void shouldAskAgainWhenWhatIsKeptIsStale() {
        String target = cold();
        Http.get(target).join();
        int before = upstream.requests();

        clock.advance(FRESH);
        var answer = Http.get(target).join();

        assertThat(Http.cacheStatus(answer)).startsWith("fairlead; fwd=stale; fwd-status=200; stored; ttl=");
        assertThat(upstream.requests() - before).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void shouldServeStaleAndSaySoWhenTheUpstreamFails(int status) {
        String target = cold();
        var first = Http.get(target).join();

        clock.advance(FRESH.plusHours(1));
        upstream.failWith(status);
        var answer = Http.get(target).join();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(first.body());
        assertThat(Http.cacheStatus(answer))
                .startsWith("fairlead; fwd=stale; fwd-status=" + status + "; ttl=-36")
                .endsWith("; detail=stale-if-error");
    }

    @Test
    void shouldServeStaleWhenTheUpstreamIsTooSlow() {
        String target = cold();
        Http.get(target).join();

        clock.advance(FRESH);
        upstream.latency(OutsideWorld.PATIENCE.plusSeconds(1));
        var answer = Http.get(target).join();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Http.cacheStatus(answer))
                .startsWith("fairlead; fwd=stale; ttl=-")
                .endsWith("stale-if-error");
    }

    @Test
    void shouldPassTheErrorOnWhenWhatIsKeptIsTooStale() {
        String target = cold();
        Http.get(target).join();

        clock.advance(FRESH.plus(STALE_IS_USABLE).plusSeconds(1));
        upstream.failWith(503);
        var answer = Http.get(target).join();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"error\":\"out of order\"}");
        assertThat(Http.cacheStatus(answer)).contains("fwd-status=503").doesNotContain("stored");
    }

    @Test
    void shouldAnswer504WhenTheUpstreamIsTooSlowAndNothingIsKept() {
        upstream.latency(OutsideWorld.PATIENCE.plusSeconds(1));

        given().get(cold())
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/upstream-timeout"), "detail", containsString("menu"));
    }

    @Test
    void shouldRelayTheHeadAloneWhenAskedForIt() {
        String target = cold();
        int length = Http.get(target).join().body().length();

        given().head(target)
                .then()
                .statusCode(200)
                .header("Content-Length", "" + length)
                .header("Cache-Status", startsWith("fairlead; hit"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/relay_anything/../api/v1/relay/cache",
                "/relay_anything/api/%2e%2e/restaurant",
                "/relay_anything/api/..;x/restaurant",
                "/relay_anything/api/./restaurant",
                "/relay_anything/api%2Frestaurant",
                "/relay_anything/api%5crestaurant",
                "/relay_anything/api/restaurant%00",
                "/relay_anything/api/%252e%252e/restaurant",
                "/relay_anything/api/restaurant%0d%0aX-Injected:1",
                "/relay_anything/api/restaurant?a=%0d%0aX",
                "/x/../relay_anything/api/restaurant"
            })
    void shouldNotAskTheUpstreamWhenAPathCouldEscape(String target) {
        int before = upstream.requests();

        var answer = Http.get(target).join();

        assertThat(answer.statusCode()).isIn(400, 401);
        assertThat(upstream.requests()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "QUERY", "M-SEARCH"})
    void shouldRefuseAMethodThatTheMenuIsNotOpenFor(String method) {
        var answer = Http.send(method, cold(), "");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void shouldSayWhatIsWrongWithAPath() {
        given().urlEncodingEnabled(false)
                .get("/relay_anything/api%2frestaurant")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].parameter", equalTo("path"), "errors[0].detail", containsString("encoded slash"));
        given().get("/relay_anything/api/restaurant?q=" + "a".repeat(2000))
                .then()
                .statusCode(414);
    }

    private static String cold() {
        return "/relay_anything/api/restaurant?n=" + UUID.randomUUID();
    }
}
