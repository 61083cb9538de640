package io.fairlead.relay.rules;

import io.fairlead.core.Computation;
import io.fairlead.core.http.ByteRange;
import io.fairlead.core.http.ContentRange;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Several ranges of a response as one body of type {@code multipart/byteranges} (RFC 9110, 14.6).
 *
 * @param boundary what stands between them
 * @param body the body
 */
@Computation
record MultipartRanges(String boundary, byte[] body) {

    static MultipartRanges of(StoredResponse response, List<ByteRange> ranges) {
        String boundary = "fairlead-" + Integer.toHexString(Arrays.hashCode(response.body()));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (ByteRange range : ranges) {
            ContentRange where = new ContentRange(range.first(), range.last(), response.body().length);
            body.writeBytes(latin("\r\n--" + boundary + "\r\n"
                    + response.headers()
                            .first("Content-Type")
                            .map(type -> "Content-Type: " + type + "\r\n")
                            .orElse("")
                    + "Content-Range: " + where.value() + "\r\n\r\n"));
            body.writeBytes(Part.slice(response.body(), range.first(), range.last()));
        }
        body.writeBytes(latin("\r\n--" + boundary + "--\r\n"));
        return new MultipartRanges(boundary, body.toByteArray());
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
