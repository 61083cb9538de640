package io.fairlead.relay.http;

import io.fairlead.core.Computation;
import io.fairlead.core.http.FieldList;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The directives of a Cache-Control field (RFC 9111, 5.2). Of a time that comes twice the first counts; one that cannot be
 * read counts as none left, which is the careful reading.
 */
@Computation
public final class CacheControl {

    /** The longest time there is: about what RFC 9111, 1.2.2, has a cache take for infinite. */
    public static final Duration LONGEST = Duration.ofSeconds(1L << 31);

    private static final int MOST_DIGITS = 12;

    private final Map<String, String> directives;

    CacheControl(Map<String, String> directives) {
        this.directives = directives;
    }

    /** Reads a field's value; the empty text has no directives. */
    public static CacheControl parse(String value) {
        Map<String, String> directives = new HashMap<>();
        for (String member : FieldList.members(value)) {
            int equals = member.indexOf('=');
            String name = equals < 0 ? member : member.substring(0, equals);
            String argument = equals < 0 ? "" : unquoted(member.substring(equals + 1));
            // White space beside the equals sign makes the argument unreadable, not the directive unheard.
            String kept = name.equals(name.trim()) ? argument : " " + argument;
            directives.merge(
                    name.trim().toLowerCase(Locale.ROOT),
                    kept,
                    (first, second) -> first.isEmpty() || second.isEmpty() ? "" : first);
        }
        return new CacheControl(directives);
    }

    /** Whether a directive is there, with or without an argument. */
    public boolean has(String directive) {
        return directives.containsKey(directive);
    }

    /** Whether a directive is there that speaks of the whole response and not of some fields only. */
    public boolean hasUnqualified(String directive) {
        return "".equals(directives.get(directive));
    }

    /** The field names that a directive is limited to, in lower case. */
    public List<String> fields(String directive) {
        return FieldList.members(directives.getOrDefault(directive, "")).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** A directive's time; empty when it is not there. */
    public Optional<Duration> seconds(String directive) {
        return Optional.ofNullable(directives.get(directive)).map(CacheControl::duration);
    }

    /** Whether there is no directive at all. */
    public boolean isEmpty() {
        return directives.isEmpty();
    }

    private static Duration duration(String argument) {
        return wholeNumber(argument).orElse(Duration.ZERO);
    }

    /** A time in whole seconds (RFC 9111, 1.2.2), at most {@link #LONGEST}; empty when the text is no such time. */
    public static Optional<Duration> wholeNumber(String text) {
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        String digits = text.replaceFirst("^0+(?=.)", "");
        Duration read = digits.length() > MOST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(digits));
        return Optional.of(read.compareTo(LONGEST) > 0 ? LONGEST : read);
    }

    private static String unquoted(String argument) {
        boolean quoted = argument.length() >= 2 && argument.startsWith("\"") && argument.endsWith("\"");
        return quoted ? argument.substring(1, argument.length() - 1).replaceAll("\\\\(.)", "$1") : argument;
    }
}
