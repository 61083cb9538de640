package io.fairlead.core.http;

import io.fairlead.core.Computation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Range field asks for (RFC 9110, 14.1.2): from a first to a last byte, to the end, or so many at the end.
 *
 * @param first the first byte; -1 when the last bytes are asked for
 * @param last the last byte, {@link Long#MAX_VALUE} for up to the end; or how many bytes at the end
 */
@Computation
public record ByteRange(long first, long last) {

    private static final Pattern SPEC = Pattern.compile("(\\d{0,18})-(\\d{0,18})");
    private static final String UNIT = "bytes=";

    /** Reads the field; empty when it is no list of byte ranges, so that it is to be ignored. */
    public static Optional<List<ByteRange>> parse(String value) {
        if (!value.regionMatches(true, 0, UNIT, 0, UNIT.length())) {
            return Optional.empty();
        }
        List<ByteRange> ranges = new ArrayList<>();
        for (String spec : FieldList.members(value.substring(UNIT.length()))) {
            Optional<ByteRange> range = spec(spec);
            if (range.isEmpty()) {
                return Optional.empty();
            }
            ranges.add(range.get());
        }
        return ranges.isEmpty() ? Optional.empty() : Optional.of(ranges);
    }

    private static Optional<ByteRange> spec(String spec) {
        Matcher matcher = SPEC.matcher(spec);
        if (!matcher.matches() || spec.equals("-")) {
            return Optional.empty();
        }
        if (matcher.group(1).isEmpty()) {
            return Optional.of(new ByteRange(-1, Long.parseLong(matcher.group(2))));
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(matcher.group(2));
        return last < first ? Optional.empty() : Optional.of(new ByteRange(first, last));
    }

    /** Whether so many bytes at the end are asked for. */
    public boolean suffix() {
        return first < 0;
    }

    /** The same in a representation of a length, with first and last byte within it; empty when there is no such byte. */
    public Optional<ByteRange> within(long length) {
        long from = suffix() ? Math.max(0, length - last) : first;
        long to = suffix() ? length - 1 : Math.min(last, length - 1);
        return from > to ? Optional.empty() : Optional.of(new ByteRange(from, to));
    }
}
