package io.fairlead.telemetry.influx;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.reading.PowerValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Reads numbers without making texts of them: a float, or an integer of 64 bits with {@code i} or {@code u}. Digits that
 * a double holds exactly, times or over a power of ten that it holds exactly, are rounded once and so rightly (Clinger's
 * fast path); others go the long way.
 */
@Computation
final class FieldNumber {

    private static final long EXACT = 1L << 53;
    private static final int EXACT_POWER = 22;
    /** So many digits never overflow a long. */
    private static final int FEW_DIGITS = 18;

    private static final int LONGEST = 400;
    private static final int LONGEST_EXPONENT = 3;
    /** In kW or kWh; from here on the limit has to be looked at exactly. */
    private static final double MUCH = 9e8;

    private static final double[] POWERS = powers();

    private final byte[] body;
    private int at;
    private boolean negative;
    private long mantissa;
    private int exponent;
    private char suffix;
    private double value;
    private String fault;

    FieldNumber(byte[] body) {
        this.body = body;
    }

    private static double[] powers() {
        double[] powers = new double[EXACT_POWER + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    /**
     * Reads the number that begins at a place.
     *
     * @return where it ends, or -1 when none stands there or it is out of range
     */
    int read(int from, LineField field) {
        at = from;
        negative = isAt('-');
        boolean signed = negative || isAt('+');
        at += signed ? 1 : 0;
        mantissa = 0;
        int digits = digits();
        boolean whole = !isAt('.');
        exponent = 0;
        if (!whole) {
            at++;
            exponent = -digits();
            digits -= exponent;
        }
        if (isAt('e') || isAt('E')) {
            whole = false;
            if (!exponent()) {
                return -1;
            }
        }
        suffix = whole && isAt('i') ? 'i' : whole && !signed && isAt('u') ? 'u' : 0;
        at += suffix == 0 ? 0 : 1;
        boolean good = digits > 0 && at - from <= LONGEST && (quick(digits, field) || slow(from, field));
        return good ? at : -1;
    }

    private boolean isAt(char expected) {
        return at < body.length && body[at] == expected;
    }

    private int digits() {
        int from = at;
        long number = mantissa;
        while (at < body.length && body[at] >= '0' && body[at] <= '9') {
            number = number * 10 + body[at++] - '0';
        }
        mantissa = number;
        return at - from;
    }

    private boolean exponent() {
        at++;
        boolean below = isAt('-');
        at += below || isAt('+') ? 1 : 0;
        long kept = mantissa;
        mantissa = 0;
        int digits = digits();
        exponent += (int) (below ? -mantissa : mantissa);
        mantissa = kept;
        return digits > 0 && digits <= LONGEST_EXPONENT;
    }

    private boolean quick(int digits, LineField field) {
        int power = exponent + field.exponent();
        if (digits > FEW_DIGITS || mantissa > EXACT || Math.abs(power) > EXACT_POWER) {
            return false;
        }
        double number = power < 0 ? mantissa / POWERS[-power] : mantissa * POWERS[power];
        // A zero below zero is none: there is one zero, as in decimals.
        value = negative && mantissa != 0 ? -number : number;
        fault = null;
        return field.unit() == null || value >= 0 && value < MUCH;
    }

    private boolean slow(int from, LineField field) {
        fault = null;
        if (field.unit() == null && suffix == 0) {
            double number = Double.parseDouble(text(from));
            value = number == 0 ? new BigDecimal(text(from)).doubleValue() : number;
            return Double.isFinite(number);
        }
        BigDecimal number = decimal(from);
        if (number == null || !Double.isFinite(number.doubleValue())) {
            return false;
        }
        if (field.unit() == null) {
            value = number.doubleValue();
            return true;
        }
        fault = PowerValue.fault(number, field.unit());
        value = fault == null ? field.unit().toKilo(number).doubleValue() : 0;
        return true;
    }

    private BigDecimal decimal(int from) {
        if (suffix == 0) {
            return new BigDecimal(text(from));
        }
        BigInteger integer = new BigInteger(text(from));
        int most = suffix == 'i' ? Long.SIZE - 1 : Long.SIZE;
        return integer.bitLength() <= most ? new BigDecimal(integer) : null;
    }

    private String text(int from) {
        return new String(body, from, at - from - (suffix == 0 ? 0 : 1), StandardCharsets.US_ASCII);
    }

    /** The number, in kW or kWh when the field has a unit. */
    double value() {
        return value;
    }

    /** What is wrong with a number in its unit, or null. */
    String fault() {
        return fault;
    }
}
