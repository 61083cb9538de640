package io.fairlead.relay.relay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.relay.Http;
import io.fairlead.relay.Origin;
import io.fairlead.testkit.FairleadTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that mean no good, and upstreams that answer so. */
@FairleadTest
class HostileInputTest {

    private static final String RELAY = "/api/v1/relay/origin";

    Origin origin;

    private String path;

    @BeforeEach
    void choosePath() {
        path = "/" + UUID.randomUUID();
        origin.on(path, 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..%s",
                "/%%2e%%2e%s",
                "/a/..;x%s",
                "/a%%2f..%s",
                "/a%%5c..%s",
                "/%%252e%%252e%s",
                "%s%%00",
                "%s%%0d%%0aX:1"
            })
    void shouldNotAskTheUpstreamWhenAPathCouldEscape(String form) {
        String hostile = form.formatted(path);

        assertThat(Http.get(RELAY + hostile).join().statusCode()).isIn(400, 404);
        assertNotAsked();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nContent-Length: 5\r\n",
                "Content-Length: +4\r\n",
                "Content-Length: -1\r\n",
                "Content-Length: 4, 5\r\n",
                "X-A: 1\u0000\r\n"
            })
    void shouldRefuseARequestWhoseEndIsNotClear(String fields) throws IOException {
        String answer = raw("POST " + RELAY + path + " HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertNotAsked();
    }

    @Test
    void shouldHandOnABodyWithOneLengthWhenItCameWithTwo() throws IOException {
        String inner = "GET " + RELAY + path + "inner HTTP/1.1\r\nHost: h\r\n\r\n";

        String answer = raw("POST " + RELAY + path + " HTTP/1.1\r\nHost: h\r\nContent-Length: " + (5 + inner.length())
                + "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + inner);

        assertThat(answer).startsWith("HTTP/1.1 200 ");
        assertThat(origin.asked(path)).singleElement().satisfies(asked -> {
            assertThat(asked.body()).isEmpty();
            assertThat(asked.header("Content-Length")).isNull();
        });
    }

    @Test
    void shouldRefuseHeadersThatAreTooLarge() throws IOException {
        String answer = raw("GET " + RELAY + path + " HTTP/1.1\r\nHost: h\r\nX-Large: " + "x".repeat(100_000)
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431 ");
        assertNotAsked();
    }

    @Test
    void shouldRefuseABodyThatIsTooLarge() throws IOException {
        String answer = raw("POST " + RELAY + path + " HTTP/1.1\r\nHost: h\r\nContent-Length: 999999999999\r\n"
                + "Connection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ");
        assertNotAsked();
    }

    @Test
    void shouldFailWhenAnUpstreamsHeadersAreTooLarge() {
        origin.on(path, 200, "X-Large", "x".repeat(100_000));

        given().get(RELAY + path).then().statusCode(502).contentType("application/problem+json");
    }

    @Test
    void shouldRelayARedirectAndNotFollowIt() {
        origin.on(path, 302, "Location", "http://169.254.169.254/latest/meta-data/");

        given().redirects()
                .follow(false)
                .get(RELAY + path)
                .then()
                .statusCode(302)
                .header("Location", "http://169.254.169.254/latest/meta-data/");
    }

    @Test
    void shouldNotGoWhereTheHostFieldOrTheTargetPoints() throws IOException {
        raw("GET " + RELAY + path + " HTTP/1.1\r\nHost: 169.254.169.254\r\nConnection: close\r\n\r\n");

        assertThat(origin.asked(path)).singleElement().satisfies(asked -> assertThat(asked.header("Host"))
                .startsWith("127.0.0.1:"));
    }

    @Test
    void shouldKeepTheFieldsThatACallerNamesInConnectionFromDroppingOurs() throws IOException {
        raw("GET " + RELAY + path + " HTTP/1.1\r\nHost: h\r\nConnection: close, Via, Host\r\n\r\n");

        assertThat(origin.asked(path)).singleElement().satisfies(asked -> {
            assertThat(asked.header("Via")).isEqualTo("1.1 fairlead");
            assertThat(asked.header("Host")).startsWith("127.0.0.1:");
        });
    }

    /** Not for this path, nor for one that has it in it. */
    private void assertNotAsked() {
        assertThat(origin.targets()).noneMatch(target -> target.contains(path));
    }

    /** What comes back until the other side closes the connection or says nothing for a second. */
    private static String raw(String request) throws IOException {
        StringBuilder answer = new StringBuilder();
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(1000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            for (int read = socket.getInputStream().read();
                    read >= 0;
                    read = socket.getInputStream().read()) {
                answer.append((char) read);
            }
        } catch (SocketTimeoutException silent) {
            // it has said what it had to say
        }
        return answer.toString();
    }
}
