package io.fairlead.telemetry.influx;

import io.fairlead.core.Computation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Tells whether bytes are UTF-8, without making a text of them. */
@Computation
final class Utf8 {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NOT_ASCII = 0x8080808080808080L;
    private static final int CHARS_AT_ONCE = 8192;

    private Utf8() {}

    static boolean holds(byte[] bytes) {
        int ascii = 0;
        while (ascii + Long.BYTES <= bytes.length && ((long) LONGS.get(bytes, ascii) & NOT_ASCII) == 0) {
            ascii += Long.BYTES;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer rest = ByteBuffer.wrap(bytes, ascii, bytes.length - ascii);
        CharBuffer dropped = CharBuffer.allocate(Math.min(CHARS_AT_ONCE, 2 + bytes.length - ascii));
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            result = decoder.decode(rest, dropped.clear(), true);
        }
        return !result.isError();
    }
}
