package io.fairlead.telemetry.window;

import io.fairlead.core.Computation;
import java.math.BigDecimal;

/** How numbers of windows are written: no trailing zeros, no exponent, so that equal windows look equal. */
@Computation
public final class Decimals {

    private static final long NANOS = 1_000_000_000L;

    private Decimals() {}

    /** The same number without trailing zeros and without an exponent. */
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static int wholeSeconds(long nanos) {
        return (int) (nanos / NANOS);
    }
}
