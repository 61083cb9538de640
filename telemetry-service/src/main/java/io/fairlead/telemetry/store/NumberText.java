package io.fairlead.telemetry.store;

import io.fairlead.core.Computation;

/**
 * Numbers as the shortest text that means them, for the many that have few decimals. A decimal of at most 15 digits is the
 * only one of so many that its nearest double stands for (IEEE 754), so that whoever finds one has found the shortest.
 */
@Computation
final class NumberText {

    /** The longest text: a sign, seven digits, a point, four digits. */
    static final int LONGEST = 13;

    private static final int SCALE = 10_000;
    private static final double LEAST = 1e-3;
    private static final double GREATEST = 1e7;

    private NumberText() {}

    /**
     * Writes a number with at least one decimal, such as {@code 12.0} or {@code -0.25}.
     *
     * @param text where to, from its beginning
     * @return how long it is; 0 when the number is not one of at most four decimals between 0.001 and ten million, or 0
     */
    static int write(double number, char[] text) {
        double size = Math.abs(number);
        if (!(size < GREATEST) || size < LEAST && Double.doubleToRawLongBits(number) != 0) {
            return 0;
        }
        long scaled = Math.round(size * SCALE);
        if ((double) scaled / SCALE != size) {
            return 0;
        }
        int at = 0;
        if (number < 0) {
            text[at++] = '-';
        }
        at = whole((int) (scaled / SCALE), text, at);
        text[at++] = '.';
        int rest = (int) (scaled % SCALE);
        for (int place = SCALE / 10; place == SCALE / 10 || rest > 0; place /= 10) {
            text[at++] = (char) ('0' + rest / place);
            rest %= place;
        }
        return at;
    }

    private static int whole(int number, char[] text, int from) {
        int digits = 1;
        for (int rest = number; rest > 9; rest /= 10) {
            digits++;
        }
        int rest = number;
        for (int at = from + digits - 1; at >= from; at--) {
            text[at] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return from + digits;
    }
}
