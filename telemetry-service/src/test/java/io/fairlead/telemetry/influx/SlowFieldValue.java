package io.fairlead.telemetry.influx;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an unquoted field value: a float, an integer of 64 bits with {@code i} or {@code u}, or a boolean. */
final class SlowFieldValue {

    private static final Pattern FLOAT = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern SIGNED = Pattern.compile("[+-]?\\d+i");
    private static final Pattern UNSIGNED = Pattern.compile("\\d+u");
    private static final int LONGEST = 400;

    private SlowFieldValue() {}

    /** The value; empty when it is none, or out of range. */
    static Optional<Point.Value> parse(String raw) {
        return switch (raw) {
            case "t", "T", "true", "True", "TRUE" -> Optional.of(new Point.Value(null, "true"));
            case "f", "F", "false", "False", "FALSE" -> Optional.of(new Point.Value(null, "false"));
            default -> raw.length() > LONGEST
                    ? Optional.empty()
                    : number(raw).map(number -> new Point.Value(number, null));
        };
    }

    private static Optional<BigDecimal> number(String raw) {
        if (FLOAT.matcher(raw).matches()) {
            return Optional.of(new BigDecimal(raw)).filter(number -> Double.isFinite(number.doubleValue()));
        }
        boolean signed = SIGNED.matcher(raw).matches();
        if (!signed && !UNSIGNED.matcher(raw).matches()) {
            return Optional.empty();
        }
        BigInteger integer = new BigInteger(raw.substring(0, raw.length() - 1));
        boolean fits = signed ? integer.bitLength() < Long.SIZE : integer.bitLength() <= Long.SIZE;
        return fits ? Optional.of(new BigDecimal(integer)) : Optional.empty();
    }
}
