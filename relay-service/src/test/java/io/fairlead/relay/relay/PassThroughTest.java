package io.fairlead.relay.relay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.relay.Http;
import io.fairlead.relay.Origin;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes through as it is. */
@FairleadTest
class PassThroughTest {

    private static final int LARGE = 64 * 1024 * 1024;

    Origin origin;

    private String path;
    private String target;

    @BeforeEach
    void choosePath() {
        path = "/" + UUID.randomUUID();
        target = "/api/v1/relay/origin" + path;
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "M-SEARCH", "QUERY"})
    void shouldRelayAMethodWithItsBodyAndFields(String method) {
        origin.on(path, 207, "X-Own", "a", "X-Own", "b", "Set-Cookie", "c=d", "Connection", "X-Hop", "X-Hop", "1");

        var answer =
                Http.send(method, target, "what is sent", "X-Mine", "1", "Cookie", "e=f", "Authorization", "Basic g");

        assertThat(answer.statusCode()).isEqualTo(207);
        assertThat(answer.body()).isEqualTo("answer 1");
        assertThat(answer.headers().allValues("X-Own")).containsExactly("a", "b");
        assertThat(answer.headers().firstValue("Set-Cookie")).contains("c=d");
        assertThat(answer.headers().firstValue("X-Hop")).isEmpty();
        assertThat(Http.cacheStatus(answer)).isEqualTo("fairlead; fwd=method; fwd-status=207");
        assertThat(origin.asked(path)).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo(method);
            assertThat(asked.body()).isEqualTo("what is sent");
            assertThat(asked.header("X-Mine")).isEqualTo("1");
            assertThat(asked.header("Cookie")).isEqualTo("e=f");
            assertThat(asked.header("Authorization")).isEqualTo("Basic g");
            assertThat(asked.header("Via")).isEqualTo("1.1 fairlead");
        });
    }

    @Test
    void shouldRelayARequestWithoutABody() {
        origin.on(path, 204);

        assertThat(Http.send("POST", target, "").statusCode()).isEqualTo(204);
        assertThat(Http.send("DELETE", target, "").statusCode()).isEqualTo(204);
        assertThat(origin.asked(path)).extracting(Origin.Asked::body).containsExactly("", "");
    }

    @Test
    void shouldRelayTheLengthThatAHeadTells() {
        origin.on(path, (exchange, number) -> {
            exchange.getResponseHeaders().set("Content-Length", "12345");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });

        given().head(target).then().statusCode(200).header("Content-Length", "12345");
    }

    @Test
    void shouldPassOnBodiesThatAreTooLargeToKeep() throws IOException, InterruptedException {
        origin.on(path, (exchange, number) -> {
            exchange.getResponseHeaders().set("Cache-Control", "max-age=60");
            exchange.sendResponseHeaders(200, number == 1 ? 0 : LARGE);
            sendLarge(exchange.getResponseBody(), LARGE);
            exchange.close();
        });

        assertThat(length(target)).isEqualTo(LARGE);
        assertThat(length(target)).isEqualTo(LARGE);
        assertThat(origin.asked(path)).hasSize(2);
    }

    @Test
    void shouldFailWhenABodyThatWouldBeKeptBreaksOff() {
        origin.on(path, (exchange, number) -> {
            exchange.sendResponseHeaders(200, 100_000);
            sendLarge(exchange.getResponseBody(), 50_000);
            exchange.close();
        });

        given().get(target).then().statusCode(502).contentType("application/problem+json");
    }

    @Test
    void shouldNotMakeHalfABodyLookLikeAWholeOne() {
        origin.on(path, (exchange, number) -> {
            exchange.sendResponseHeaders(200, LARGE);
            sendLarge(exchange.getResponseBody(), LARGE / 2);
            exchange.close();
        });

        Throwable failure = catchThrowable(() -> length(target));

        assertThat(failure).isInstanceOf(IOException.class);
    }

    @Test
    void shouldRefuseAMethodThatTheUpstreamIsNotOpenFor() {
        given().post("/relay_anything/api/restaurant")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", "GET, HEAD")
                .body("type", equalTo("/problems/method-not-allowed"));
    }

    @Test
    void shouldAskForTheRoleThatAnUpstreamIsFor() {
        String closed = "/api/v1/relay/closed" + path;
        origin.on(path, 200);

        given().get(closed).then().statusCode(401);
        given().auth().oauth2(Tokens.viewer()).get(closed).then().statusCode(403);
        given().auth().oauth2(Tokens.operator()).get(closed).then().statusCode(200);
        assertThat(origin.asked(path)).singleElement().satisfies(asked -> assertThat(asked.header("Authorization"))
                .isNull());
    }

    @Test
    void shouldKnowNoUpstreamThatIsNotConfigured() {
        given().get("/api/v1/relay/nowhere/a").then().statusCode(404).contentType("application/problem+json");
    }

    private static void sendLarge(OutputStream body, int bytes) throws IOException {
        byte[] part = new byte[50_000];
        for (int sent = 0; sent < bytes; sent += part.length) {
            body.write(part, 0, Math.min(part.length, bytes - sent));
        }
        body.flush();
    }

    private static long length(String target) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + target))
                .build();
        try (InputStream body = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            return body.transferTo(OutputStream.nullOutputStream());
        }
    }
}
