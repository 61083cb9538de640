package io.fairlead.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {

    private static final Instant NOW = Instant.parse("2026-11-21T11:00:00Z");
    private static final Instant EXAMPLE = Instant.parse("1994-11-06T08:49:37Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "SUN, 06 nov 1994 08:49:37 gmt",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994",
                "Sun Nov 06 08:49:37 1994"
            })
    void shouldReadEachOfTheThreeFormats(String text) {
        assertThat(HttpDate.parse(text, NOW)).contains(EXAMPLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-1",
                "Sun, 06 Nov 1994 08:49:37 UTC",
                "Sun, 06 Nov 1994 08:49:37 +0000",
                "Sun, 06 Nov 94 08:49:37 GMT",
                "Sun 06 Nov 1994 08:49:37 GMT",
                "Sun, 06  Nov 1994 08:49:37 GMT",
                "Sun, 06-Nov-1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 8:49:37 GMT",
                "Sun, 06 Nov 1994 08.49.37 GMT",
                "Sun, 31 Feb 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 24:49:37 GMT"
            })
    void shouldReadNothingThatOnlyLooksLikeADate(String text) {
        assertThat(HttpDate.parse(text, NOW)).isEmpty();
    }

    @Test
    void shouldTakeAYearOfTwoDigitsForOneNotMoreThanFiftyYearsAhead() {
        assertThat(HttpDate.parse("Thursday, 18-Aug-76 02:01:18 GMT", NOW))
                .contains(Instant.parse("2076-08-18T02:01:18Z"));
        assertThat(HttpDate.parse("Thursday, 18-Aug-77 02:01:18 GMT", NOW))
                .contains(Instant.parse("1977-08-18T02:01:18Z"));
    }

    @Test
    void shouldReadALeapSecond() {
        assertThat(HttpDate.parse("Sat, 31 Dec 2016 23:59:60 GMT", NOW))
                .contains(Instant.parse("2016-12-31T23:59:59Z"));
    }

    @Property
    void shouldReadBackWhatItWrites(@ForAll @LongRange(min = 0, max = 250_000_000_000L) long second) {
        Instant time = Instant.ofEpochSecond(second);

        assertThat(HttpDate.parse(HttpDate.format(time), NOW)).contains(time);
    }

    @Property
    void shouldReadAnyTextWithoutFailing(@ForAll String text) {
        assertThat(HttpDate.parse(text, NOW)).isNotNull();
    }
}
