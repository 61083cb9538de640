package io.fairlead.telemetry.reading;

import io.fairlead.core.Computation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * What one request brought, read and checked: it is stored whole or not at all.
 *
 * @param vessel the vessel's code
 * @param door how it came in, such as {@code power} or {@code iso19848}
 * @param parts its readings by channel, each reading once
 * @param repeated how many of its readings repeated another in it
 * @param rejected its readings that cannot be kept
 */
@Computation
public record Batch(String vessel, String door, List<Part> parts, int repeated, List<RejectedReading> rejected) {

    /** The readings of one channel, in the order of their times. */
    public record Part(Channel channel, List<Reading> readings) {}

    /** How many readings it has, each counted once. */
    public int size() {
        return parts.stream().mapToInt(part -> part.readings().size()).sum();
    }

    /** A fingerprint of what it says, whatever the order in which it said it. */
    public byte[] digest() {
        MessageDigest digest = sha256();
        text(digest, vessel);
        for (Part part : parts) {
            text(digest, part.channel().identity());
            text(digest, part.channel().unit());
            part.readings().forEach(reading -> add(digest, reading));
        }
        rejected.forEach(reading -> text(digest, reading.toString()));
        return digest.digest();
    }

    private static void add(MessageDigest digest, Reading reading) {
        ByteBuffer numbers = ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(reading.time())
                .putLong(reading.start())
                .putLong(reading.value() == null ? Long.MIN_VALUE : Double.doubleToLongBits(reading.value()));
        digest.update(numbers.array());
        text(digest, reading.text());
        text(digest, reading.quality());
    }

    private static void text(MessageDigest digest, String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(text == null ? -1 : bytes.length)
                .array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
