package io.fairlead.relay;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another thread is about to bring about. */
public final class Until {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Until() {}

    /**
     * Returns once it is so.
     *
     * @throws AssertionError when it is not so in time
     */
    public static void holds(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not in time: " + what);
            }
            Thread.yield();
        }
    }
}
