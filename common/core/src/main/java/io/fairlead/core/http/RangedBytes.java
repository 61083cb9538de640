package io.fairlead.core.http;

import io.fairlead.core.problem.Problems;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Bytes that stay as they are as long as their tag does, so that they can be had in parts.
 *
 * @param length how many
 * @param read gives those from a first to a last one
 */
public record RangedBytes(String mediaType, long length, BiFunction<Long, Long, Multi<byte[]>> read) {

    private static final String ACCEPT_RANGES = "Accept-Ranges";
    private static final String CONTENT_RANGE = "Content-Range";
    private static final String BYTES = "bytes";

    public static RangedBytes of(String mediaType, byte[] bytes) {
        return new RangedBytes(mediaType, bytes.length, (first, last) -> Multi.createFrom()
                .item(Arrays.copyOfRange(bytes, first.intValue(), last.intValue() + 1)));
    }

    /**
     * All of them, or the one range that is asked for (RFC 9110, 14.2). Several ranges at once are not given: then it is all.
     *
     * @param range the request's Range, null if none
     * @param ifRange its If-Range, null if none: the range is given only if the tag is still this one
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 416 when no byte is in the range
     */
    public Response.ResponseBuilder answer(String range, String ifRange, EntityTag tag) {
        List<ByteRange> asked = range == null || ifRange != null && !ifRange.equals("\"" + tag.getValue() + "\"")
                ? List.of()
                : ByteRange.parse(range).orElse(List.of());
        if (asked.size() != 1) {
            return body(Response.ok(), 0, length - 1);
        }
        Optional<ByteRange> within = asked.get(0).within(length);
        ByteRange part = within.orElseThrow(() -> Problems.unsatisfiableRange(length));
        return body(Response.status(Response.Status.PARTIAL_CONTENT), part.first(), part.last())
                .header(CONTENT_RANGE, new ContentRange(part.first(), part.last(), length).value());
    }

    /** All of them, where no range can be asked for. */
    public Response.ResponseBuilder whole() {
        return Response.ok(new Download(length == 0 ? Multi.createFrom().empty() : read.apply(0L, length - 1), length))
                .header(HttpHeaders.CONTENT_TYPE, mediaType);
    }

    private Response.ResponseBuilder body(Response.ResponseBuilder answer, long first, long last) {
        Multi<byte[]> pieces = length == 0 ? Multi.createFrom().empty() : read.apply(first, last);
        return answer.entity(new Download(pieces, last + 1 - first))
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(ACCEPT_RANGES, BYTES);
    }
}
