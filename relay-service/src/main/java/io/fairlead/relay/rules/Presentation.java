package io.fairlead.relay.rules;

import io.fairlead.core.Computation;
import io.fairlead.core.http.ByteRange;
import io.fairlead.core.http.ContentRange;
import io.fairlead.relay.http.EntityTag;
import io.fairlead.relay.http.HeaderFields;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kept response in the form in which a caller asked for it: whole, as a 304 because the caller has it already, or some
 * ranges of it (RFC 9110, 13 and 14).
 *
 * @param status the status code
 * @param headers the header fields, without Content-Length
 * @param body the body
 */
@Computation
public record Presentation(int status, HeaderFields headers, byte[] body) {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int PARTIAL_CONTENT = 206;
    private static final int NOT_SATISFIABLE = 416;
    private static final int MOST_RANGES = 10;
    private static final byte[] NOTHING = new byte[0];
    private static final Set<String> OF_THE_CONTENT =
            Set.of("content-type", "content-encoding", "content-language", "content-range");

    /** What a caller gets of a response. */
    public static Presentation of(StoredResponse response, RequestHead request) {
        if (Validation.callerHas(request.headers(), response)) {
            return new Presentation(NOT_MODIFIED, response.headers().without(OF_THE_CONTENT), NOTHING);
        }
        Optional<List<ByteRange>> ranges = ranges(request, response);
        if (response.partial()) {
            return ranges.flatMap(asked -> Part.of(response, asked.get(0)))
                    .map(part -> part(response, part))
                    .orElseGet(() -> whole(response));
        }
        return ranges.map(asked -> ranges(response, asked)).orElseGet(() -> whole(response));
    }

    private static Presentation whole(StoredResponse response) {
        return new Presentation(response.status(), response.headers(), response.body());
    }

    private static Optional<List<ByteRange>> ranges(RequestHead request, StoredResponse response) {
        boolean ranged = request.isGet()
                && (response.status() == OK || response.partial())
                && request.headers().has("Range")
                && stillTheSame(request.headers(), response.headers());
        return ranged ? ByteRange.parse(request.headers().joined("Range")) : Optional.empty();
    }

    /** Whether the caller's other parts are of this representation (If-Range; RFC 9110, 13.1.5). */
    private static boolean stillTheSame(HeaderFields request, HeaderFields response) {
        return request.first("If-Range")
                .map(known -> EntityTag.strong(known)
                        ? response.first("ETag").filter(known::equals).isPresent()
                        : response.first("Last-Modified").filter(known::equals).isPresent())
                .orElse(true);
    }

    private static Presentation ranges(StoredResponse response, List<ByteRange> asked) {
        long length = response.body().length;
        List<ByteRange> within = asked.stream()
                .map(range -> range.within(length))
                .flatMap(Optional::stream)
                .toList();
        if (within.isEmpty()) {
            HeaderFields headers =
                    response.headers().without(OF_THE_CONTENT).with("Content-Range", "bytes */" + length);
            return new Presentation(NOT_SATISFIABLE, headers, NOTHING);
        }
        if (within.size() == 1) {
            ByteRange one = within.get(0);
            ContentRange range = new ContentRange(one.first(), one.last(), length);
            return part(response, new Part(range, Part.slice(response.body(), one.first(), one.last())));
        }
        long sum = within.stream()
                .mapToLong(range -> range.last() - range.first() + 1)
                .sum();
        return asked.size() > MOST_RANGES || sum > length ? whole(response) : multipart(response, within);
    }

    private static Presentation part(StoredResponse response, Part part) {
        HeaderFields headers =
                response.headers().with("Content-Range", part.range().value());
        return new Presentation(PARTIAL_CONTENT, headers, part.body());
    }

    private static Presentation multipart(StoredResponse response, List<ByteRange> ranges) {
        MultipartRanges parts = MultipartRanges.of(response, ranges);
        HeaderFields headers = response.headers()
                .without(Set.of("content-range"))
                .with("Content-Type", "multipart/byteranges; boundary=" + parts.boundary());
        return new Presentation(PARTIAL_CONTENT, headers, parts.body());
    }
}
