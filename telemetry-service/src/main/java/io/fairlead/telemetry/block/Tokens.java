package io.fairlead.telemetry.block;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import io.fairlead.core.Computation;

/**
 * Writes each number as one byte that an entropy coder presses, and what that byte leaves open as plain bits: numbers
 * below 128 stand for themselves, larger ones for their length and the bit after the leading one. The low bits of large
 * numbers are noise, on which no coder should spend time.
 */
@Computation
final class Tokens {

    static final int ZSTD_LEVEL = 3;

    private static final int DIRECT = 128;
    private static final int DIRECT_BITS = 8;
    private static final int TOKENS = DIRECT + 2 * (Long.SIZE - DIRECT_BITS + 1);
    private static final int WIDEST_READ = 56;
    private static final byte[] BITS = bits();

    private Tokens() {}

    private static byte[] bits() {
        byte[] bits = new byte[1 << Byte.SIZE];
        for (int token = DIRECT; token < TOKENS; token++) {
            bits[token] = (byte) (DIRECT_BITS - 2 + (token - DIRECT) / 2);
        }
        return bits;
    }

    static void write(long[] numbers, int count, Sink sink) {
        byte[] tokens = new byte[count];
        long bits = 0;
        for (int i = 0; i < count; i++) {
            int token = token(numbers[i]);
            tokens[i] = (byte) token;
            bits += BITS[token];
        }
        pressed(tokens, Level.COMPACT, sink);
        bits(numbers, count, bits, sink);
    }

    private static int token(long number) {
        if (number >= 0 && number < DIRECT) {
            return (int) number;
        }
        int length = Long.SIZE - Long.numberOfLeadingZeros(number);
        return DIRECT + 2 * (length - DIRECT_BITS) + (int) (number >>> length - 2 & 1);
    }

    private static void bits(long[] numbers, int count, long bits, Sink sink) {
        int length = Math.toIntExact(bits + 7 >>> 3);
        byte[] bytes = sink.room(length + Long.BYTES);
        int at = sink.size();
        long pending = 0;
        int filled = 0;
        for (int i = 0; i < count && length > 0; i++) {
            int width = BITS[token(numbers[i])];
            long low = numbers[i] & (1L << width) - 1;
            pending |= low << filled;
            filled += width;
            if (filled >= Long.SIZE) {
                Sink.LONGS.set(bytes, at, pending);
                at += Long.BYTES;
                filled -= Long.SIZE;
                pending = filled == 0 ? 0 : low >>> width - filled;
            }
        }
        Sink.LONGS.set(bytes, at, pending);
        sink.advance(length);
    }

    static void read(Source source, long[] numbers, int offset, int count) {
        byte[] tokens = unpressed(source, count);
        long bits = 0;
        for (byte token : tokens) {
            if ((token & 0xff) >= TOKENS) {
                throw new CorruptBlock("There is no token " + (token & 0xff) + ".");
            }
            bits += BITS[token & 0xff];
        }
        if (bits + 7 >>> 3 > source.remaining()) {
            throw new CorruptBlock("The block ends too early.");
        }
        byte[] low = source.copy((int) (bits + 7 >>> 3), 2 * Long.BYTES);
        long at = 0;
        for (int i = 0; i < count; i++) {
            int token = tokens[i] & 0xff;
            int width = BITS[token];
            numbers[offset + i] = token < DIRECT ? token : (2L | token & 1) << width | low(low, at, width);
            at += width;
        }
    }

    private static long low(byte[] bytes, long bit, int width) {
        int at = (int) (bit >>> 3);
        int skip = (int) (bit & 7);
        long value = (long) Sink.LONGS.get(bytes, at) >>> skip;
        if (width > WIDEST_READ && skip > 0) {
            value |= (long) bytes[at + Long.BYTES] << Long.SIZE - skip;
        }
        return value & (1L << width) - 1;
    }

    /** Bytes of a known number, pressed when the level asks for it and that makes them fewer. */
    static void pressed(byte[] bytes, Level level, Sink sink) {
        byte[] pressed = level == Level.FAST ? bytes : Zstd.compress(bytes, ZSTD_LEVEL);
        if (pressed.length < bytes.length) {
            sink.varint(pressed.length);
            sink.write(pressed, 0, pressed.length);
        } else {
            sink.varint(0);
            sink.write(bytes, 0, bytes.length);
        }
    }

    static byte[] unpressed(Source source, int length) {
        int pressed = source.count(source.remaining());
        if (pressed == 0) {
            return source.copy(length, 0);
        }
        int from = source.position();
        source.skip(pressed);
        byte[] bytes = new byte[length];
        if (unpress(bytes, source.array(), from, pressed) != length) {
            throw new CorruptBlock("A part of the block cannot be unpressed.");
        }
        return bytes;
    }

    private static long unpress(byte[] bytes, byte[] pressed, int from, int length) {
        try {
            return Zstd.decompressByteArray(bytes, 0, bytes.length, pressed, from, length);
        } catch (ZstdException e) {
            throw new CorruptBlock("A part of the block cannot be unpressed (" + e.getMessage() + ").");
        }
    }
}
