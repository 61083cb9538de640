package io.fairlead.core.time;

import io.fairlead.core.Computation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as RFC 3339 writes them, no more and no less. The readers of java.time take other texts too (no seconds, 24:00,
 * years of five digits) and refuse some that are right: offsets beyond 18 hours, and a leap second.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3339#section-5.6">RFC 3339, 5.6</a>
 */
@Computation
public final class Rfc3339 {

    private static final Pattern TIME =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[Tt](\\d\\d:\\d\\d):(\\d\\d)(?:\\.(\\d+))?"
                    + "(?:[Zz]|([+-])([01]\\d|2[0-3]):([0-5]\\d))");
    private static final int DATE = 1;
    private static final int MINUTE = 2;
    private static final int SECOND = 3;
    private static final int FRACTION = 4;
    private static final int SIGN = 5;
    private static final int OFFSET_HOURS = 6;
    private static final int OFFSET_MINUTES = 7;

    private static final int LEAP_SECOND = 60;
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);
    private static final String MIDNIGHT = "24:00";

    private Rfc3339() {}

    /**
     * The moment that a text names, to the nanosecond; digits beyond are cut. A leap second, which only the last minute
     * of a day in UTC can have, is taken as the second before it, as java.time does.
     *
     * @throws DateTimeException when it is no time of RFC 3339
     */
    public static Instant parse(String text) {
        Matcher part = TIME.matcher(text);
        if (!part.matches() || part.group(MINUTE).equals(MIDNIGHT)) {
            throw new DateTimeException("not a time of RFC 3339");
        }
        int second = Integer.parseInt(part.group(SECOND));
        Instant minute = LocalDateTime.parse(part.group(DATE) + "T" + part.group(MINUTE))
                .toInstant(ZoneOffset.UTC)
                .minusSeconds(offsetSeconds(part));
        if (second == LEAP_SECOND && isLastMinute(minute)) {
            second--;
        }
        if (second >= LEAP_SECOND) {
            throw new DateTimeException("no such second");
        }
        return minute.plusSeconds(second).plusNanos(nanos(part.group(FRACTION)));
    }

    private static boolean isLastMinute(Instant minute) {
        return minute.atOffset(ZoneOffset.UTC).toLocalTime().equals(LAST_MINUTE);
    }

    private static int offsetSeconds(Matcher part) {
        if (part.group(SIGN) == null) {
            return 0;
        }
        int minutes = Integer.parseInt(part.group(OFFSET_HOURS)) * 60 + Integer.parseInt(part.group(OFFSET_MINUTES));
        return (part.group(SIGN).equals("-") ? -minutes : minutes) * 60;
    }

    private static long nanos(String fraction) {
        return fraction == null ? 0 : Long.parseLong((fraction + "000000000").substring(0, 9));
    }
}
