package io.fairlead.relay.rules;

import io.fairlead.core.Computation;
import io.fairlead.core.http.ByteRange;
import io.fairlead.core.http.ContentRange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One range of a representation.
 *
 * @param range where it is
 * @param body its bytes
 */
@Computation
public record Part(ContentRange range, byte[] body) {

    /**
     * A range out of a kept part, if the part has it. A part whose upstream miscounted is taken from its first byte on, or,
     * where it reaches the end, from there backwards.
     */
    public static Optional<Part> of(StoredResponse kept, ByteRange asked) {
        return kept.headers()
                .first("Content-Range")
                .flatMap(ContentRange::parse)
                .flatMap(range -> asked.suffix() ? atEnd(kept, range, asked.last()) : within(kept, range, asked));
    }

    /** Whether a kept part has all that a list of ranges asks for; only a single one is looked for. */
    public static boolean has(StoredResponse kept, List<ByteRange> asked) {
        return asked.size() == 1 && of(kept, asked.get(0)).isPresent();
    }

    private static Optional<Part> atEnd(StoredResponse kept, ContentRange range, long count) {
        byte[] body = kept.body();
        if (!range.reachesEnd() || count <= 0 || count > body.length) {
            return Optional.empty();
        }
        ContentRange there = new ContentRange(range.length() - count, range.length() - 1, range.length());
        return Optional.of(new Part(there, slice(body, body.length - count, body.length - 1L)));
    }

    private static Optional<Part> within(StoredResponse kept, ContentRange range, ByteRange asked) {
        boolean toEnd = asked.last() >= range.last();
        boolean covered = asked.first() >= range.first() && (asked.last() <= range.last() || range.reachesEnd());
        long from = asked.first() - range.first();
        long to = Math.min((toEnd ? range.last() : asked.last()) - range.first(), kept.body().length - 1L);
        if (!covered || from > to) {
            return Optional.empty();
        }
        ContentRange there = new ContentRange(range.first() + from, range.first() + to, range.length());
        return Optional.of(new Part(there, slice(kept.body(), from, to)));
    }

    static byte[] slice(byte[] body, long first, long last) {
        return Arrays.copyOfRange(body, (int) first, (int) last + 1);
    }
}
