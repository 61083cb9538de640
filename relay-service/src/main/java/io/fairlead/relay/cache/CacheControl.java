package io.fairlead.relay.cache;

import io.fairlead.core.Computation;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The directives of a response's Cache-Control (RFC 9111, 5.2). Of a directive that comes twice the first counts; a time
 * that cannot be read counts as none left, which is the careful reading.
 */
@Computation
public final class CacheControl {

    private static final Pattern DIRECTIVE =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+)\\s*(?:=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,;\"]*)))?");
    private static final long LONGEST_SECONDS = Integer.MAX_VALUE;

    private final Map<String, String> directives;

    private CacheControl(Map<String, String> directives) {
        this.directives = directives;
    }

    /** Reads a field's value; the empty text has no directives. */
    public static CacheControl parse(String value) {
        Map<String, String> directives = new HashMap<>();
        Matcher matcher = DIRECTIVE.matcher(value);
        while (matcher.find()) {
            String argument = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            directives.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), argument == null ? "" : argument);
        }
        return new CacheControl(directives);
    }

    /** Whether a directive is there, with or without an argument. */
    public boolean has(String directive) {
        return directives.containsKey(directive);
    }

    /** A directive's time; empty when it is not there. */
    public Optional<Duration> seconds(String directive) {
        return Optional.ofNullable(directives.get(directive)).map(CacheControl::duration);
    }

    private static Duration duration(String argument) {
        if (argument.isEmpty() || !argument.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ZERO;
        }
        return Duration.ofSeconds(
                argument.length() > 10 ? LONGEST_SECONDS : Math.min(Long.parseLong(argument), LONGEST_SECONDS));
    }
}
