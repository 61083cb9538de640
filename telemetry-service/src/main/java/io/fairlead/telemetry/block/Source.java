package io.fairlead.telemetry.block;

import io.fairlead.core.Computation;

/** Reads what a {@link Sink} wrote, and never beyond its end. */
@Computation
final class Source {

    private static final int SEVEN = 0x7f;
    private static final int LAST_SHIFT = 63;

    private final byte[] bytes;
    private final int end;
    private int at;

    private Source(byte[] bytes, int offset, int end) {
        this.bytes = bytes;
        this.at = offset;
        this.end = end;
    }

    /** All of an array. */
    static Source of(byte[] bytes) {
        return new Source(bytes, 0, bytes.length);
    }

    /** What {@link Sink#seal} ended, without its check sum. */
    static Source sealed(byte[] bytes, int offset, int length) {
        if (length < Integer.BYTES) {
            throw new CorruptBlock("This is too short to be a block.");
        }
        int end = offset + length - Integer.BYTES;
        int sum = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            sum |= (bytes[end + i] & 0xff) << Byte.SIZE * i;
        }
        if (sum != Sink.checkSum(bytes, offset, end - offset)) {
            throw new CorruptBlock("The check sum of this block is wrong.");
        }
        return new Source(bytes, offset, end);
    }

    int byteValue() {
        need(1);
        return bytes[at++] & 0xff;
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift <= LAST_SHIFT; shift += 7) {
            int next = byteValue();
            value |= (long) (next & SEVEN) << shift;
            if (next <= SEVEN) {
                return value;
            }
        }
        throw new CorruptBlock("A number does not end.");
    }

    long zigzag() {
        long value = varint();
        return value >>> 1 ^ -(value & 1);
    }

    /** A count or a length that memory may be taken for. */
    int count(int most) {
        long value = varint();
        if (value < 0 || value > most) {
            throw new CorruptBlock("A count of " + Long.toUnsignedString(value) + " is more than " + most + ".");
        }
        return (int) value;
    }

    long longValue() {
        need(Long.BYTES);
        long value = (long) Sink.LONGS.get(bytes, at);
        at += Long.BYTES;
        return value;
    }

    /** The next bytes as a copy, with zeros behind them. */
    byte[] copy(int length, int zeros) {
        need(length);
        byte[] copy = new byte[length + zeros];
        System.arraycopy(bytes, at, copy, 0, length);
        at += length;
        return copy;
    }

    /** The array behind it; {@link #position} tells where in it. */
    byte[] array() {
        return bytes;
    }

    int position() {
        return at;
    }

    int remaining() {
        return end - at;
    }

    void skip(int length) {
        need(length);
        at += length;
    }

    /** The next bytes as a source of their own, which this one skips. */
    Source part(int length) {
        need(length);
        Source part = new Source(bytes, at, at + length);
        at += length;
        return part;
    }

    /** The rest once more, from where it stands. */
    Source fork() {
        return new Source(bytes, at, end);
    }

    void requireEnd() {
        if (at != end) {
            throw new CorruptBlock("There are " + remaining() + " bytes too many.");
        }
    }

    private void need(int length) {
        if (length < 0 || length > end - at) {
            throw new CorruptBlock("The block ends too early.");
        }
    }
}
