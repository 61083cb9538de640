package io.fairlead.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class Rfc3339Test {

    private static final long YEAR_1 = -62135596800L;
    private static final long YEAR_9999 = 253402300799L;
    private static final int DAY_MINUTES = 24 * 60;

    /** A time, and the moment it names. */
    private static final String[][] GOOD = {
        {"1985-04-12T23:20:50.52Z", "1985-04-12T23:20:50.52Z"},
        {"1996-12-19T16:39:57-08:00", "1996-12-20T00:39:57Z"},
        {"1937-01-01T12:00:27.87+00:20", "1937-01-01T11:40:27.87Z"},
        {"2026-01-31t04:15:00z", "2026-01-31T04:15:00Z"},
        {"2026-01-31T04:15:00-00:00", "2026-01-31T04:15:00Z"},
        {"2026-01-31T04:15:00+23:59", "2026-01-30T04:16:00Z"},
        {"2026-01-31T04:15:00-23:59", "2026-02-01T04:14:00Z"},
        {"1990-12-31T23:59:60Z", "1990-12-31T23:59:59Z"},
        {"1990-12-31T15:59:60.5-08:00", "1990-12-31T23:59:59.5Z"},
        {"2026-01-31T04:15:00.1234567899Z", "2026-01-31T04:15:00.123456789Z"},
    };

    private static final String[] BAD = {
        "",
        "2026-01-31",
        "2026-01-31T04:15Z",
        "2026-01-31T04:15:00",
        "2026-01-31 04:15:00Z",
        "2026-01-31T24:00:00Z",
        "2026-01-31T04:60:00Z",
        "2026-01-31T04:15:60Z",
        "2026-01-31T04:15:61Z",
        "2026-02-29T04:15:00Z",
        "2026-01-31T04:15:00.Z",
        "2026-01-31T04:15:00+24:00",
        "2026-01-31T04:15:00+01",
        "2026-01-31T04:15:00+0100",
        "+12026-01-31T04:15:00Z",
        "2026-01-31T04:15:00Z\n",
        "٢026-01-31T04:15:00Z",
    };

    @Example
    void shouldReadWhatTheStandardAllows() {
        for (String[] time : GOOD) {
            assertThat(Rfc3339.parse(time[0])).as(time[0]).isEqualTo(Instant.parse(time[1]));
        }
    }

    @Example
    void shouldRefuseWhatItDoesNot() {
        for (String time : BAD) {
            assertThatThrownBy(() -> Rfc3339.parse(time)).as(time).isInstanceOf(DateTimeException.class);
        }
    }

    @Property
    void shouldReadWhatJavaWrites(
            @ForAll @LongRange(min = YEAR_1, max = YEAR_9999) long second,
            @ForAll @IntRange(max = 999_999_999) int nano) {
        Instant time = Instant.ofEpochSecond(second, nano);

        assertThat(Rfc3339.parse(DateTimeFormatter.ISO_INSTANT.format(time))).isEqualTo(time);
    }

    @Property
    void shouldNameTheSameMomentWhateverTheOffset(
            @ForAll @LongRange(min = YEAR_1 + 86400, max = YEAR_9999 - 86400) long second,
            @ForAll @IntRange(min = 1 - DAY_MINUTES, max = DAY_MINUTES - 1) int offset) {
        Instant time = Instant.ofEpochSecond(second);
        String local = DateTimeFormatter.ISO_INSTANT.format(time.plusSeconds(offset * 60L));
        String written = local.replace(
                "Z", "%s%02d:%02d".formatted(offset < 0 ? "-" : "+", Math.abs(offset) / 60, Math.abs(offset) % 60));

        assertThat(Rfc3339.parse(written)).isEqualTo(time);
    }
}
