package io.fairlead.telemetry.influx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** The text of a request's body, unpacked within a bound: a small body may claim to be an endless one. */
final class LineBody {

    private LineBody() {}

    /**
     * The text.
     *
     * @param encoding the header Content-Encoding, or null
     * @param most how many bytes it may have
     */
    static String text(byte[] body, String encoding, long most) {
        try {
            byte[] bytes = body == null ? new byte[0] : unpack(body, encoding, most);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw InfluxError.refusal(400, "invalid", "The body is not UTF-8.");
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
