package io.fairlead.fleet.vessel;

import io.fairlead.core.Computation;

/**
 * The check digit of an IMO ship identification number: each of the first six digits times its place counted from
 * seven down to two; the last digit of the sum is the seventh digit.
 *
 * @see <a href="https://www.imo.org/en/OurWork/IIIS/Pages/IMO-Identification-Number-Schemes.aspx">IMO identification
 *     number schemes, resolution A.1117(30)</a>
 */
@Computation
public final class ImoNumber {

    private static final int DIGITS = 7;

    private ImoNumber() {}

    /** Whether the text is seven digits with a right check digit. */
    public static boolean isValid(String text) {
        if (text.length() != DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < DIGITS - 1; i++) {
            sum += (text.charAt(i) - '0') * (DIGITS - i);
        }
        return sum % 10 == text.charAt(DIGITS - 1) - '0';
    }
}
