package io.fairlead.telemetry.export;

import io.fairlead.core.Computation;
import java.util.Arrays;

/** Lets a range of some bytes through, piece by piece, and keeps the last of it back until it is known that all is well. */
@Computation
final class Cut {

    private final long first;
    private final long last;
    private long position;
    private byte[] kept = {};

    /**
     * A range.
     *
     * @param last its last byte
     */
    Cut(long first, long last) {
        this.first = first;
        this.last = last;
    }

    /** What may go out when this piece comes. */
    byte[] next(byte[] piece) {
        int from = (int) Math.min(piece.length, Math.max(0, first - position));
        int to = (int) Math.min(piece.length, Math.max(0, last + 1 - position));
        position += piece.length;
        if (from >= to) {
            return new byte[0];
        }
        byte[] out = kept;
        kept = from == 0 && to == piece.length ? piece : Arrays.copyOfRange(piece, from, to);
        return out;
    }

    /** What was kept back. */
    byte[] rest() {
        return kept;
    }
}
