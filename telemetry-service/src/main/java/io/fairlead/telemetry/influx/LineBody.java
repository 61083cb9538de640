package io.fairlead.telemetry.influx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** The bytes of a request's body, found to be UTF-8 and unpacked within a bound: a small body may claim to be an endless one. */
final class LineBody {

    private LineBody() {}

    /**
     * The bytes.
     *
     * @param encoding the header Content-Encoding, or null
     * @param most how many bytes it may have
     */
    static byte[] bytes(byte[] body, String encoding, long most) {
        try {
            byte[] bytes = body == null ? new byte[0] : unpack(body, encoding, most);
            if (!Utf8.holds(bytes)) {
                throw InfluxError.refusal(400, "invalid", "The body is not UTF-8.");
            }
            return bytes;
        } catch (IOException e) {
            throw InfluxError.refusal(400, "invalid", "The body is not gzip.");
        }
    }

    private static byte[] unpack(byte[] body, String encoding, long most) throws IOException {
        return switch (encoding == null ? "identity" : encoding) {
            case "identity" -> body;
            case "gzip" -> gunzip(body, most);
            default -> throw InfluxError.refusal(415, "invalid", "The body may be plain or gzip.");
        };
    }

    private static byte[] gunzip(byte[] body, long most) throws IOException {
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] bytes = unpacked.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
            if (bytes.length > most) {
                throw InfluxError.refusal(413, "request too large", "Unpacked, a body has at most " + most + " bytes.");
            }
            return bytes;
        }
    }
}
