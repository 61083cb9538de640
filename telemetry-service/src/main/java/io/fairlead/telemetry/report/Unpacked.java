package io.fairlead.telemetry.report;

import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** A request's body without its compression, within a bound: a small body may claim to be an endless one. */
public final class Unpacked {

    private static final int MOST = 64 << 20;

    private Unpacked() {}

    /**
     * The bytes that a body stands for.
     *
     * @param encoding the header Content-Encoding, or null
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it is no gzip, 413 when it is more than 64 MiB, 415
     *     for another encoding
     */
    public static byte[] bytes(byte[] body, String encoding) {
        byte[] packed = body == null ? new byte[0] : body;
        return switch (encoding == null ? "identity" : encoding.toLowerCase(Locale.ROOT)) {
            case "identity" -> packed;
            case "gzip" -> gunzip(packed);
            default -> throw Problems.of(
                    415, "unsupported-media-type", "Unsupported media type", "The body may be plain or gzip.");
        };
    }

    private static byte[] gunzip(byte[] packed) {
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] bytes = unpacked.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw Problems.of(
                        413, "too-large", "Content too large", "Unpacked, a body has at most " + MOST + " bytes.");
            }
            return bytes;
        } catch (IOException e) {
            throw Problems.badRequest(FieldError.body("", "The body is not gzip."));
        }
    }
}
