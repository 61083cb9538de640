package io.fairlead.relay.rules;

import static io.fairlead.relay.rules.Kept.get;
import static io.fairlead.relay.rules.Kept.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.core.http.ByteRange;
import io.fairlead.relay.http.HeaderFields;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresentationTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-1, 206, 01, bytes 0-1/10",
        "bytes=8-, 206, 89, bytes 8-9/10",
        "bytes=-3, 206, 789, bytes 7-9/10",
        "bytes=8-99, 206, 89, bytes 8-9/10",
        "'bytes=20-30, 1-1', 206, 1, bytes 1-1/10",
        "bytes=10-, 416, '', bytes */10",
        "lines=1-2, 200, 0123456789,",
        "'bytes=0-8,1-9', 200, 0123456789,"
    })
    void shouldGiveTheRangeThatIsAskedFor(String range, int status, String body, String contentRange) {
        Presentation presented = Presentation.of(response("Content-Type", "text/plain"), get("Range", range));

        assertThat(presented.status()).isEqualTo(status);
        assertThat(text(presented)).isEqualTo(body);
        assertThat(presented.headers().first("Content-Range").orElse(null)).isEqualTo(contentRange);
    }

    @Test
    void shouldGiveSeveralRangesAsOneBodyOfParts() {
        Presentation presented = Presentation.of(response("Content-Type", "text/plain"), get("Range", "bytes=0-1,-1"));

        String type = presented.headers().first("Content-Type").orElseThrow();
        String boundary = type.replace("multipart/byteranges; boundary=", "");
        assertThat(text(presented))
                .isEqualTo("\r\n--" + boundary + "\r\nContent-Type: text/plain\r\nContent-Range: bytes 0-1/10\r\n\r\n01"
                        + "\r\n--" + boundary
                        + "\r\nContent-Type: text/plain\r\nContent-Range: bytes 9-9/10\r\n\r\n9"
                        + "\r\n--" + boundary + "--\r\n");
        assertThat(presented.status()).isEqualTo(206);
        assertThat(presented.headers().has("Content-Range")).isFalse();
    }

    @Test
    void shouldGiveTheWholeWhenTheCallersOtherPartsAreOfSomethingElse() {
        StoredResponse kept = response("ETag", "\"x\"", "Last-Modified", Kept.DATE);

        assertThat(status(kept, "Range", "bytes=0-1", "If-Range", "\"x\"")).isEqualTo(206);
        assertThat(status(kept, "Range", "bytes=0-1", "If-Range", "\"y\"")).isEqualTo(200);
        assertThat(status(kept, "Range", "bytes=0-1", "If-Range", Kept.DATE)).isEqualTo(206);
        assertThat(status(response("ETag", "W/\"x\""), "Range", "bytes=0-1", "If-Range", "W/\"x\""))
                .isEqualTo(200);
    }

    @Test
    void shouldSayThatTheCallerHasItBeforeLookingAtRanges() {
        Presentation presented = Presentation.of(
                response("ETag", "\"x\"", "Content-Type", "text/plain", "Vary", "Foo"),
                get("If-None-Match", "\"x\"", "Range", "bytes=0-1"));

        assertThat(presented.status()).isEqualTo(304);
        assertThat(presented.headers()).isEqualTo(HeaderFields.of("ETag", "\"x\"", "Vary", "Foo"));
        assertThat(presented.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bytes=4-6, 012", "bytes=5-5, 1", "bytes=7-, 345", "bytes=-2, 45", "bytes=4-9, 012345"})
    void shouldGiveWhatIsInAPart(String range, String body) {
        StoredResponse part = response(206, "012345", "Content-Range", "bytes 4-9/10");

        assertThat(Selection.of(List.of(part), get("Range", range))).contains(part);
        assertThat(text(Presentation.of(part, get("Range", range)))).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({"bytes=3-6", "bytes=-7", "'bytes=4-5,6-7'", "lines=4-5"})
    void shouldNotSelectAPartThatDoesNotHaveIt(String range) {
        StoredResponse part = response(206, "012345", "Content-Range", "bytes 4-9/10");

        assertThat(Selection.of(List.of(part), get("Range", range))).isEmpty();
        assertThat(Selection.of(List.of(part), get())).isEmpty();
    }

    @Test
    void shouldNotTakeTheEndFromAPartThatIsNotKnownToHaveIt() {
        StoredResponse part = response(206, "0123", "Content-Range", "bytes 0-3/*");

        assertThat(Selection.of(List.of(part), get("Range", "bytes=2-3"))).contains(part);
        assertThat(Selection.of(List.of(part), get("Range", "bytes=2-"))).isEmpty();
        assertThat(Selection.of(List.of(part), get("Range", "bytes=-2"))).isEmpty();
    }

    @Property
    void shouldBeTheSameBytesWhereverTheyComeFrom(
            @ForAll @IntRange(max = 9) int first, @ForAll @IntRange(max = 9) int last) {
        String range = "bytes=" + first + "-" + last;
        Presentation presented = Presentation.of(response(), get("Range", range));
        boolean ranged = ByteRange.parse(range).isPresent();

        assertThat(text(presented)).isEqualTo(ranged ? "0123456789".substring(first, last + 1) : "0123456789");
    }

    private static int status(StoredResponse kept, String... headers) {
        return Presentation.of(kept, get(headers)).status();
    }

    private static String text(Presentation presented) {
        return new String(presented.body(), StandardCharsets.UTF_8);
    }
}
