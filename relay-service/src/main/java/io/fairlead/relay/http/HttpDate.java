package io.fairlead.relay.http;

import io.fairlead.core.Computation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as HTTP writes them (RFC 9110, 5.6.7): in its own format or in one of the two that it had before, and in nothing
 * that looks like them. Case does not count (RFC 9111, 4.2); whether the weekday fits the day is not looked at.
 */
@Computation
public final class HttpDate {

    private static final String SHORT_DAY = "(?:mon|tue|wed|thu|fri|sat|sun)";
    private static final String LONG_DAY = "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
    private static final String MONTH = "(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";
    private static final String TIME = "(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})";
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<Pattern> FORMATS = List.of(
            format(SHORT_DAY + ", (?<day>\\d{2}) " + MONTH + " (?<year>\\d{4}) " + TIME + " gmt"),
            format(LONG_DAY + ", (?<day>\\d{2})-" + MONTH + "-(?<year>\\d{2}) " + TIME + " gmt"),
            format(SHORT_DAY + " " + MONTH + " (?<day>[ \\d]\\d) " + TIME + " (?<year>\\d{4})"));
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);
    private static final int LEAP_SECOND = 60;
    private static final int FAR = 50;

    private HttpDate() {}

    /**
     * Reads a date.
     *
     * @param now settles which century a year of two digits is in: none that is more than 50 years ahead
     * @return the time; empty when the text is no date
     */
    public static Optional<Instant> parse(String text, Instant now) {
        for (Pattern format : FORMATS) {
            Matcher matcher = format.matcher(text.trim());
            if (matcher.matches()) {
                return instant(matcher, now);
            }
        }
        return Optional.empty();
    }

    /** Writes a date. */
    public static String format(Instant time) {
        return WRITTEN.format(time.atOffset(ZoneOffset.UTC));
    }

    private static Optional<Instant> instant(Matcher matcher, Instant now) {
        try {
            return Optional.of(LocalDateTime.of(
                            year(matcher.group("year"), now),
                            MONTHS.indexOf(matcher.group("month").toLowerCase(Locale.ROOT)) + 1,
                            number(matcher, "day"),
                            number(matcher, "hour"),
                            number(matcher, "minute"),
                            number(matcher, "second") == LEAP_SECOND ? LEAP_SECOND - 1 : number(matcher, "second"))
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, String group) {
        return Integer.parseInt(matcher.group(group).trim());
    }

    private static int year(String digits, Instant now) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 4) {
            return year;
        }
        int thisYear = now.atOffset(ZoneOffset.UTC).getYear();
        int inThisCentury = thisYear - thisYear % 100 + year;
        return inThisCentury > thisYear + FAR ? inThisCentury - 100 : inThisCentury;
    }

    private static Pattern format(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
