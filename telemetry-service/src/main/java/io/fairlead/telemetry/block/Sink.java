package io.fairlead.telemetry.block;

import io.fairlead.core.Computation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** A buffer that grows as bytes are written to its end. One thread at a time; after {@link #clear} it serves again. */
@Computation
public final class Sink {

    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int FIRST_CAPACITY = 256;
    private static final int LONGEST_VARINT = 10;
    private static final int SEVEN = 0x7f;
    private static final int MORE = 0x80;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int size;

    /** How many bytes it holds. */
    public int size() {
        return size;
    }

    /** A copy of what it holds. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Forgets what it holds, and keeps the memory for the next use. */
    public void clear() {
        size = 0;
    }

    void byteValue(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    /** Seven bits a byte, the lowest first; negative numbers take ten bytes. */
    void varint(long value) {
        reserve(LONGEST_VARINT);
        long rest = value;
        while ((rest & ~SEVEN) != 0) {
            bytes[size++] = (byte) (rest | MORE);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A number that may be negative and is likely near zero. */
    void zigzag(long value) {
        varint(value << 1 ^ value >> 63);
    }

    /** Eight bytes. */
    void longValue(long value) {
        reserve(Long.BYTES);
        LONGS.set(bytes, size, value);
        size += Long.BYTES;
    }

    void write(byte[] source, int offset, int length) {
        reserve(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    void write(Sink other) {
        write(other.bytes, 0, other.size);
    }

    /** Ends what was written since {@code from} with its check sum. */
    void seal(int from) {
        int sum = checkSum(bytes, from, size - from);
        reserve(Integer.BYTES);
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            bytes[size++] = (byte) (sum >>> shift);
        }
    }

    static int checkSum(byte[] bytes, int offset, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, offset, length);
        return (int) sum.getValue();
    }

    /** The array behind it, with room for so many bytes at its end, which {@link #advance} then takes. */
    byte[] room(int length) {
        reserve(length);
        return bytes;
    }

    void advance(int length) {
        size += length;
    }

    private void reserve(int length) {
        int needed = Math.addExact(size, length);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(bytes.length * 2L, Integer.MAX_VALUE - 8)));
        }
    }
}
