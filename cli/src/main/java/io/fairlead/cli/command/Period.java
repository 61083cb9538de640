package io.fairlead.cli.command;

import io.fairlead.cli.CommandFailure;
import io.fairlead.cli.Exit;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** A span of time, from two times or back from one. */
final class Period {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,6})([smhdw])");

    @Option(names = "--start", paramLabel = "TIME", description = "From this time, as in 2026-01-31T00:00:00Z.")
    private String start;

    @Option(names = "--end", paramLabel = "TIME", description = "To this time, exclusive; now if absent.")
    private String end;

    @Option(
            names = "--last",
            paramLabel = "DURATION",
            description =
                    "So long before the end, as in 90m, 24h, 7d or PT24H; 24h if neither this nor --start is given.")
    private String last;

    private final Instant now;

    Period() {
        this(Instant.now());
    }

    Period(Instant now) {
        this.now = now;
    }

    /** Where the span begins. */
    Instant start() {
        if (start != null && last != null) {
            throw wrong("--start and --last exclude each other");
        }
        return start == null ? end().minus(duration(last == null ? "24h" : last)) : time("--start", start);
    }

    /** Where it ends. */
    Instant end() {
        return end == null ? now : time("--end", end);
    }

    private static Instant time(String option, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw wrong("%s: a time as in 2026-01-31T00:00:00Z is needed, not %s".formatted(option, text));
        }
    }

    private static Duration duration(String text) {
        Matcher brief = SHORT.matcher(text);
        try {
            return brief.matches() ? brief(Long.parseLong(brief.group(1)), brief.group(2)) : iso(text);
        } catch (DateTimeException e) {
            throw wrong("--last: a duration as in 90m, 24h, 7d or PT24H is needed, not " + text);
        }
    }

    private static Duration brief(long amount, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> Duration.ofDays(7 * amount);
        };
    }

    private static Duration iso(String text) {
        Duration duration = Duration.parse(text.toUpperCase(Locale.ROOT));
        if (duration.isNegative()) {
            throw new DateTimeException("negative");
        }
        return duration;
    }

    private static CommandFailure wrong(String message) {
        return new CommandFailure(Exit.USAGE, message);
    }
}
