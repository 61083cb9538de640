package io.fairlead.telemetry.block;

import io.fairlead.core.Computation;

/**
 * Readings of one series as bytes, and back bit for bit: a version, the columns, a CRC-32C. Each column says itself how
 * it was written.
 */
@Computation
public final class BlockCodec {

    private static final int VERSION = 1;

    private BlockCodec() {}

    /**
     * Readings as a block.
     *
     * @throws IllegalArgumentException when they are more than 4,194,304
     */
    public static byte[] encode(Points points, Level level) {
        Sink sink = new Sink();
        encode(points, level, sink);
        return sink.toByteArray();
    }

    /** Writes a block to the end of what a buffer holds. */
    public static void encode(Points points, Level level, Sink sink) {
        int from = sink.size();
        sink.byteValue(VERSION);
        Columns.writeTimes(points, level, sink);
        Columns.writeOthers(points, level, sink);
        sink.seal(from);
    }

    /**
     * The readings of a block.
     *
     * @throws CorruptBlock when these bytes are not exactly one
     */
    public static Points decode(byte[] block) {
        return decode(block, 0, block.length);
    }

    /** The readings of a block that stands among other bytes. */
    public static Points decode(byte[] bytes, int offset, int length) {
        Source source = Source.sealed(bytes, offset, length);
        int version = source.byteValue();
        if (version != VERSION) {
            throw new CorruptBlock("Blocks of version " + version + " are not known here.");
        }
        Points points = Columns.readOthers(source, Columns.readTimes(source));
        source.requireEnd();
        return points;
    }
}
