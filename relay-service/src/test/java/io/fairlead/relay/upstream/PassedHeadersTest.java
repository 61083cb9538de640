package io.fairlead.relay.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassedHeadersTest {

    @Test
    void shouldPassWhatSpeaksOfTheResponse() {
        HeaderFields received =
                HeaderFields.of("Content-Type", "text/html", "ETag", "\"1\"", "X-Own", "a", "X-Own", "b");

        assertThat(PassedHeaders.of(received)).isEqualTo(received);
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

        assertThat(PassedHeaders.of(received)).isEqualTo(HeaderFields.of("A", "b"));
    }

    @Test
    void shouldDropWhatWouldSpeakForOurOrigin() {
        HeaderFields received = HeaderFields.of(
                "Set-Cookie", "a=b", "Clear-Site-Data", "\"*\"", "Strict-Transport-Security", "max-age=1");

        assertThat(PassedHeaders.of(received).fields()).isEmpty();
    }
}
