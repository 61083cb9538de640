package io.fairlead.telemetry.block;

import java.util.Arrays;
import java.util.Random;

/** Damages bytes and makes their check sum fit again. */
final class Damage {

    private Damage() {}

    static byte[] sealed(byte[] bytes, Random random) {
        byte[] damaged = bytes.clone();
        int content = damaged.length - Integer.BYTES;
        for (int i = random.nextInt(4); i >= 0; i--) {
            damaged[1 + random.nextInt(content - 1)] = (byte) random.nextInt();
        }
        int length = random.nextInt(3) == 0 ? 1 + random.nextInt(content) : content;
        Sink sink = new Sink();
        sink.write(Arrays.copyOf(damaged, length), 0, length);
        sink.seal(0);
        return sink.toByteArray();
    }
}
