package io.fairlead.telemetry.block;

import io.fairlead.core.Computation;

/**
 * A column of whole numbers. Equal steps take a few bytes however many there are; all else is brought to its greatest
 * common step, predicted, and what the prediction leaves is packed.
 *
 * <p>All arithmetic wraps around, so that every 64-bit number comes back.
 */
@Computation
final class LongColumn {

    private static final int EQUAL_STEPS = 0;
    private static final int PACKED = 1;
    private static final int TOKENS = 2;
    private static final int PREDICTOR_SHIFT = 4;
    private static final int WAY = (1 << PREDICTOR_SHIFT) - 1;

    /** Up to here both ways are tried, as an entropy coder's own tables may cost more than they save. */
    private static final int FEW = 1024;

    private LongColumn() {}

    static void write(long[] numbers, int count, Level level, Sink sink) {
        if (count == 0) {
            return;
        }
        if (equalSteps(numbers, count)) {
            sink.byteValue(EQUAL_STEPS);
            sink.zigzag(numbers[0]);
            if (count > 1) {
                sink.zigzag(numbers[1] - numbers[0]);
            }
            return;
        }
        long[] steps = new long[count];
        long unit = unit(numbers, count, steps);
        Predictor predictor = Predictor.best(steps, count, level);
        long parameter = predictor.parameter(steps, count);
        long[] differences = new long[count - 1];
        predictor.differences(steps, count, parameter, differences);
        Sink packed = level == Level.FAST ? null : smaller(differences, sink);
        int way = packed == null ? PACKED : TOKENS;
        sink.byteValue(way | predictor.ordinal() << PREDICTOR_SHIFT);
        sink.zigzag(numbers[0]);
        sink.varint(unit);
        if (predictor.hasParameter()) {
            sink.zigzag(parameter);
        }
        if (packed == null) {
            Packing.write(differences, count - 1, sink);
        } else {
            sink.write(packed);
        }
    }

    /** The tokens, or null when packed bits are fewer. */
    private static Sink smaller(long[] differences, Sink sink) {
        Sink tokens = new Sink();
        Tokens.write(differences, differences.length, tokens);
        if (differences.length > FEW) {
            return tokens;
        }
        Sink packed = new Sink();
        Packing.write(differences, differences.length, packed);
        return packed.size() <= tokens.size() ? null : tokens;
    }

    private static boolean equalSteps(long[] numbers, int count) {
        for (int i = 2; i < count; i++) {
            if (numbers[i] - numbers[i - 1] != numbers[1] - numbers[0]) {
                return false;
            }
        }
        return true;
    }

    /** Brings the numbers to steps from the first, in the greatest unit that divides all. */
    private static long unit(long[] numbers, int count, long[] steps) {
        long unit = 0;
        for (int i = 1; i < count; i++) {
            steps[i] = numbers[i] - numbers[0];
            if (unit != 1 && (unit == 0 || steps[i] % unit != 0)) {
                unit = divisor(unit, steps[i]);
            }
        }
        for (int i = 1; unit > 1 && i < count; i++) {
            steps[i] /= unit;
        }
        return unit;
    }

    private static long divisor(long one, long other) {
        // The smallest long has no positive counterpart.
        if (other == Long.MIN_VALUE) {
            return 1;
        }
        long a = one;
        long b = Math.abs(other);
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    static long[] read(Source source, int count) {
        long[] numbers = new long[count];
        if (count == 0) {
            return numbers;
        }
        int code = source.byteValue();
        long first = source.zigzag();
        if (code == EQUAL_STEPS) {
            long step = count > 1 ? source.zigzag() : 0;
            for (int i = 0; i < count; i++) {
                numbers[i] = first + i * step;
            }
            return numbers;
        }
        Predictor predictor = Predictor.of(code >>> PREDICTOR_SHIFT);
        long unit = source.varint();
        long parameter = predictor.hasParameter() ? source.zigzag() : 0;
        switch (code & WAY) {
            case PACKED -> Packing.read(source, numbers, 1, count - 1);
            case TOKENS -> Tokens.read(source, numbers, 1, count - 1);
            default -> throw new CorruptBlock("There is no way " + (code & WAY) + " to pack numbers.");
        }
        predictor.restore(numbers, count, parameter);
        for (int i = 0; i < count; i++) {
            numbers[i] = first + unit * numbers[i];
        }
        return numbers;
    }
}
