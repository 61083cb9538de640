package io.fairlead.core.http;

import io.fairlead.core.Computation;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes a part is (RFC 9110, 14.4).
 *
 * @param first its first byte
 * @param last its last byte
 * @param length how long the whole is; -1 when that is not known
 */
@Computation
public record ContentRange(long first, long last, long length) {

    private static final Pattern FORM = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

    /** Reads the field; empty when it is not of this form. */
    public static Optional<ContentRange> parse(String value) {
        Matcher matcher = FORM.matcher(value.trim());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long first = Long.parseLong(matcher.group(1));
        long last = Long.parseLong(matcher.group(2));
        long length = matcher.group(3).equals("*") ? -1 : Long.parseLong(matcher.group(3));
        boolean possible = first <= last && (length < 0 || last < length);
        return possible ? Optional.of(new ContentRange(first, last, length)) : Optional.empty();
    }

    /** Whether it is known to go up to the end of the whole. */
    public boolean reachesEnd() {
        return last == length - 1;
    }

    /** The field's value. */
    public String value() {
        return "bytes " + first + "-" + last + "/" + (length < 0 ? "*" : length);
    }
}
