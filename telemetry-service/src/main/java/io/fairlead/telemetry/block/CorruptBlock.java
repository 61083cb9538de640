package io.fairlead.telemetry.block;

/** These bytes are no block: cut short, damaged, or written by something else. */
public final class CorruptBlock extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CorruptBlock(String detail) {
        super(detail);
    }
}
