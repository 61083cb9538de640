package io.fairlead.telemetry.reading;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.block.Points;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;

/**
 * What one request brought for one vessel, read and checked: it is stored whole or not at all.
 *
 * @param vessel the vessel's code
 * @param door how it came in, such as {@code power} or {@code iso19848}
 * @param parts its readings by channel, each reading once
 * @param repeated how many of its readings repeated another in it
 * @param rejected its readings that cannot be kept
 */
@Computation
public record Batch(String vessel, String door, List<Part> parts, int repeated, List<RejectedReading> rejected) {

    private static final int CHUNK = 512;

    /** The readings of one channel. */
    public record Part(Channel channel, Points points) {}

    /** How many readings it has, each counted once. */
    public int size() {
        return parts.stream().mapToInt(part -> part.points().size()).sum();
    }

    /** A fingerprint of what batches say, whatever the order in which they said it. */
    public static byte[] digest(Collection<Batch> batches) {
        MessageDigest digest = sha256();
        for (Batch batch : batches) {
            text(digest, batch.vessel);
            for (Part part : batch.parts) {
                text(digest, part.channel().identity());
                text(digest, part.channel().unit());
                add(digest, part.points());
            }
            batch.rejected.forEach(reading -> text(digest, reading.toString()));
        }
        return digest.digest();
    }

    private static void add(MessageDigest digest, Points points) {
        ByteBuffer numbers = ByteBuffer.allocate(3 * Long.BYTES * Math.min(CHUNK, points.size()));
        for (int i = 0; i < points.size(); i++) {
            numbers.putLong(points.time(i))
                    .putLong(points.start(i))
                    .putLong(Double.doubleToRawLongBits(points.value(i)));
            if (!numbers.hasRemaining() || i == points.size() - 1) {
                digest.update(numbers.array(), 0, numbers.position());
                numbers.clear();
            }
        }
        for (int i = 0; i < points.size() && !points.isPlain(); i++) {
            text(digest, points.text(i));
            text(digest, points.quality(i));
        }
    }

    private static void text(MessageDigest digest, String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(text == null ? -1 : bytes.length)
                .array());
        digest.update(bytes);
    }

    /** SHA-256, which every Java has. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
