package io.fairlead.telemetry.block;

import io.fairlead.core.Computation;

/** Packs numbers into as many bits as the largest of a chunk needs. */
@Computation
final class Packing {

    private static final int CHUNK = 64;
    /** A read of eight bytes, which may start seven bits late, still holds so many bits. */
    private static final int WIDEST = 57;

    private Packing() {}

    static void write(long[] numbers, int count, Sink sink) {
        for (int from = 0; from < count; from += CHUNK) {
            int to = Math.min(from + CHUNK, count);
            long all = 0;
            for (int i = from; i < to; i++) {
                all |= numbers[i];
            }
            int width = Long.SIZE - Long.numberOfLeadingZeros(all);
            width = width > WIDEST ? Long.SIZE : width;
            sink.byteValue(width);
            chunk(numbers, from, to, width, sink);
        }
    }

    private static void chunk(long[] numbers, int from, int to, int width, Sink sink) {
        int length = bytes(to - from, width);
        byte[] bytes = sink.room(length + Long.BYTES);
        int at = sink.size();
        long pending = 0;
        int filled = 0;
        for (int i = from; i < to && width > 0; i++) {
            pending |= numbers[i] << filled;
            filled += width;
            if (filled >= Long.SIZE) {
                Sink.LONGS.set(bytes, at, pending);
                at += Long.BYTES;
                filled -= Long.SIZE;
                pending = filled == 0 ? 0 : numbers[i] >>> width - filled;
            }
        }
        Sink.LONGS.set(bytes, at, pending);
        sink.advance(length);
    }

    /** Reads so many numbers into an array, from a place on. */
    static void read(Source source, long[] numbers, int offset, int count) {
        for (int from = 0; from < count; from += CHUNK) {
            int size = Math.min(CHUNK, count - from);
            int width = source.byteValue();
            if (width > WIDEST && width != Long.SIZE) {
                throw new CorruptBlock("Numbers of " + width + " bits are not packed.");
            }
            int length = bytes(size, width);
            boolean room = source.position() + length + Long.BYTES <= source.array().length;
            int at = room ? source.position() : 0;
            byte[] bytes = room ? source.array() : source.fork().copy(length, Long.BYTES);
            source.skip(length);
            unpack(bytes, at, width, numbers, offset + from, size);
        }
    }

    private static void unpack(byte[] bytes, int at, int width, long[] numbers, int offset, int size) {
        long mask = width == Long.SIZE ? -1L : (1L << width) - 1;
        for (int i = 0, bit = 0; i < size; i++, bit += width) {
            numbers[offset + i] = (long) Sink.LONGS.get(bytes, at + (bit >>> 3)) >>> (bit & 7) & mask;
        }
    }

    private static int bytes(int count, int width) {
        return (count * width + 7) >>> 3;
    }
}
