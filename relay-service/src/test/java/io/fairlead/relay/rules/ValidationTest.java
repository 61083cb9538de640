package io.fairlead.relay.rules;

import static io.fairlead.relay.rules.Kept.DATE;
import static io.fairlead.relay.rules.Kept.RECEIVED;
import static io.fairlead.relay.rules.Kept.get;
import static io.fairlead.relay.rules.Kept.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.relay.http.HeaderFields;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationTest {

    private static final String BEFORE = "Sat, 21 Nov 2026 10:00:00 GMT";
    private static final String LATER = "Sat, 21 Nov 2026 12:00:00 GMT";

    @ParameterizedTest
    @CsvSource({
        "'\"x\"', '\"x\"', true",
        "'\"x\"', 'W/\"x\"', true",
        "'W/\"x\"', '\"x\"', true",
        "'\"x\"', '\"a\", \"x\" ,\"b\"', true",
        "'\"x\"', '*', true",
        "'\"x\"', '\"y\"', false",
        "'\"x\"', 'x', false",
        "'\"a,b\"', '\"a,b\"', true",
        "'\"a,b\"', '\"a', false"
    })
    void shouldKnowByTagsWhetherTheCallerHasIt(String tag, String named, boolean has) {
        assertThat(Validation.callerHas(HeaderFields.of("If-None-Match", named), response("ETag", tag)))
                .isEqualTo(has);
    }

    @Test
    void shouldLookAtTheDateOnlyWhenNoTagIsNamed() {
        StoredResponse kept = response("ETag", "\"x\"", "Last-Modified", BEFORE);

        assertThat(Validation.callerHas(HeaderFields.of("If-Modified-Since", BEFORE), kept))
                .isTrue();
        assertThat(Validation.callerHas(HeaderFields.of("If-None-Match", "\"y\"", "If-Modified-Since", BEFORE), kept))
                .isFalse();
        assertThat(Validation.callerHas(HeaderFields.of("If-None-Match", "\"x\"", "If-Modified-Since", "0"), kept))
                .isTrue();
    }

    @Test
    void shouldCompareDatesByTimeAndNotByText() {
        StoredResponse kept = response("Last-Modified", BEFORE);

        assertThat(Validation.callerHas(HeaderFields.of("If-Modified-Since", LATER), kept))
                .isTrue();
        assertThat(Validation.callerHas(HeaderFields.of("If-Modified-Since", "Saturday, 21-Nov-26 10:00:00 GMT"), kept))
                .isTrue();
        assertThat(Validation.callerHas(HeaderFields.of("If-Modified-Since", "Sat, 21 Nov 2026 09:59:59 GMT"), kept))
                .isFalse();
    }

    @Test
    void shouldTakeTheDateWhereThereIsNoneOfTheLastChange() {
        assertThat(Validation.callerHas(HeaderFields.of("If-Modified-Since", DATE), response("Date", DATE)))
                .isTrue();
        assertThat(Validation.callerHas(HeaderFields.of("If-Modified-Since", BEFORE), response("Date", DATE)))
                .isFalse();
        assertThat(Validation.callerHas(HeaderFields.of("If-Modified-Since", LATER), response()))
                .isTrue();
    }

    @Test
    void shouldNotTellACallerThatItHasAnError() {
        StoredResponse kept = response(404, "", "ETag", "\"x\"");

        assertThat(Validation.callerHas(HeaderFields.of("If-None-Match", "\"x\""), kept))
                .isFalse();
    }

    @Test
    void shouldAskWithWhatIsKnownAndNotWithWhatTheCallerKnows() {
        RequestHead asked = Validation.request(
                get("If-None-Match", "\"mine\"", "Range", "bytes=0-1", "Foo", "1"),
                response("ETag", "\"x\"", "Last-Modified", BEFORE));

        assertThat(asked.headers())
                .isEqualTo(HeaderFields.of("Foo", "1", "If-None-Match", "\"x\"", "If-Modified-Since", BEFORE));
    }

    @Test
    void shouldReplaceWhatCameAndKeepTheRest() {
        StoredResponse kept =
                response("A", "1", "B", "1", "B", "2", "Age", "100", "ETag", "\"x\"", "Cache-Control", "max-age=1");
        Instant later = RECEIVED.plusSeconds(100);

        StoredResponse freshened = Validation.freshened(
                kept,
                HeaderFields.of("b", "3", "Cache-Control", "max-age=60", "Content-Length", "0"),
                later,
                later,
                new CachePolicy(Duration.ZERO, Duration.ZERO, false));

        assertThat(freshened.headers())
                .isEqualTo(HeaderFields.of("A", "1", "ETag", "\"x\"", "b", "3", "Cache-Control", "max-age=60"));
        assertThat(freshened.body()).isEqualTo(kept.body());
        assertThat(Freshness.age(freshened, later)).isZero();
    }
}
