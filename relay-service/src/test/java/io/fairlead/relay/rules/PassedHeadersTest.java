package io.fairlead.relay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.relay.http.HeaderFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassedHeadersTest {

    @Test
    void shouldPassWhatSpeaksOfTheResponse() {
        HeaderFields received =
                HeaderFields.of("Content-Type", "text/html", "ETag", "\"1\"", "X-Own", "a", "X-Own", "b");

        assertThat(PassedHeaders.ofResponse(received, false)).isEqualTo(received);
    }

    @Test
    void shouldDropWhatSpeaksOfTheConnection() {
        HeaderFields received = HeaderFields.of(
                "connection",
                "close, X-Hop",
                "x-hop",
                "1",
                "Keep-Alive",
                "5",
                "Transfer-Encoding",
                "chunked",
                "A",
                "b");

        assertThat(PassedHeaders.ofResponse(received, false)).isEqualTo(HeaderFields.of("A", "b"));
    }

    @Test
    void shouldDropWhatWouldSpeakForOurOrigin() {
        HeaderFields received = HeaderFields.of(
                "Set-Cookie", "a=b", "Clear-Site-Data", "\"*\"", "Strict-Transport-Security", "max-age=1");

        assertThat(PassedHeaders.ofResponse(received, false).fields()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NEL",
                "Report-To",
                "Reporting-Endpoints",
                "Content-Security-Policy-Report-Only",
                "Permissions-Policy",
                "Cross-Origin-Opener-Policy",
                "Accept-CH",
                "Access-Control-Allow-Headers",
                "Refresh",
                "Origin-Trial",
                "Delegate-CH",
                "X-Permitted-Cross-Domain-Policies",
                "Attribution-Reporting-Register-Source",
                "Attribution-Reporting-Register-OS-Trigger",
                "Secure-Session-Registration",
                "Secure-Session-Challenge"
            })
    void shouldDropAPolicyForOurOrigin(String name) {
        assertThat(PassedHeaders.ofResponse(HeaderFields.of(name, "a"), false).fields())
                .isEmpty();
        assertThat(PassedHeaders.ofResponse(HeaderFields.of(name, "a"), true).has(name))
                .isTrue();
    }

    @Test
    void shouldLetAnUpstreamThatIsNotTrustedSeeNothingThatCouldChangeWhatOthersGet() {
        HeaderFields received = HeaderFields.of(
                "Host", "h", "Accept", "a", "Authorization", "b", "Cookie", "c", "X-Forwarded-Host", "d", "X-Own", "e");

        assertThat(PassedHeaders.ofRequest(received, false))
                .isEqualTo(HeaderFields.of("Accept", "a", "User-Agent", "fairlead-relay", "Via", "1.1 fairlead"));
    }

    @Test
    void shouldLetATrustedUpstreamSeeAllButWhatSpeaksOfTheConnection() {
        HeaderFields received = HeaderFields.of(
                "Host", "h", "Cookie", "c", "Connection", "X-Hop", "X-Hop", "1", "Via", "1.0 there", "TE", "trailers");

        assertThat(PassedHeaders.ofRequest(received, true))
                .isEqualTo(HeaderFields.of("Cookie", "c", "Via", "1.0 there, 1.1 fairlead"));
        assertThat(PassedHeaders.ofResponse(HeaderFields.of("Set-Cookie", "a=b"), true)
                        .names())
                .containsExactly("set-cookie");
    }
}
