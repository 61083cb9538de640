package io.fairlead.telemetry.block;

import io.fairlead.core.Computation;

/**
 * Guesses each number from those before it; what is kept is how far the guess is off. Numbers begin with 0, and
 * arithmetic wraps around. Each has at most one parameter, which is kept with the differences.
 */
@Computation
enum Predictor {
    /** One number for all, their mean: best for noise. */
    MEAN {
        @Override
        long parameter(long[] numbers, int count) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += numbers[i];
            }
            return Math.round(sum / count);
        }

        @Override
        void differences(long[] numbers, int count, long mean, long[] differences) {
            for (int i = 1; i < count; i++) {
                differences[i - 1] = zigzag(numbers[i] - mean);
            }
        }

        @Override
        void restore(long[] numbers, int count, long mean) {
            for (int i = 1; i < count; i++) {
                numbers[i] = plain(numbers[i]) + mean;
            }
        }
    },
    /** The number before: best for what wanders. */
    LAST {
        @Override
        void differences(long[] numbers, int count, long none, long[] differences) {
            for (int i = 1; i < count; i++) {
                differences[i - 1] = zigzag(numbers[i] - numbers[i - 1]);
            }
        }

        @Override
        void restore(long[] numbers, int count, long none) {
            long last = 0;
            for (int i = 1; i < count; i++) {
                last += plain(numbers[i]);
                numbers[i] = last;
            }
        }
    },
    /** As far again as the last step: best for what moves steadily. */
    LINE {
        @Override
        void differences(long[] numbers, int count, long none, long[] differences) {
            long step = 0;
            for (int i = 1; i < count; i++) {
                long next = numbers[i] - numbers[i - 1];
                differences[i - 1] = zigzag(next - step);
                step = next;
            }
        }

        @Override
        void restore(long[] numbers, int count, long none) {
            long last = 0;
            long step = 0;
            for (int i = 1; i < count; i++) {
                step += plain(numbers[i]);
                last += step;
                numbers[i] = last;
            }
        }
    },
    /** A level that each number pulls half of the way, and that moves by the mean step: for noise on what wanders. */
    HALF(1),
    /** The same, pulled a quarter of the way: for clocks that tick regularly and reports that arrive less so. */
    QUARTER(2),
    /** The same, pulled an eighth of the way. */
    EIGHTH(3);

    private static final Predictor[] ALL = values();
    /** Those that are tried when time counts more than bytes. */
    private static final int QUICK = 3;
    /** A level is kept this many bits finer than the numbers. */
    private static final int FINER = 4;

    private final int pull;

    Predictor() {
        this(0);
    }

    Predictor(int pull) {
        this.pull = pull;
    }

    /** Zigzag differences of all numbers but the first. */
    void differences(long[] numbers, int count, long step, long[] differences) {
        long level = 0;
        for (int i = 1; i < count; i++) {
            level += step;
            differences[i - 1] = zigzag(numbers[i] - (level >> FINER));
            level += (numbers[i] << FINER) - level >> pull;
        }
    }

    /** Turns differences back into numbers in place. */
    void restore(long[] numbers, int count, long step) {
        long level = 0;
        for (int i = 1; i < count; i++) {
            level += step;
            long number = plain(numbers[i]) + (level >> FINER);
            numbers[i] = number;
            level += (number << FINER) - level >> pull;
        }
    }

    /** What goes with it, or 0. */
    long parameter(long[] numbers, int count) {
        return pull == 0 ? 0 : Math.round((double) numbers[count - 1] / (count - 1) * (1 << FINER));
    }

    boolean hasParameter() {
        return this == MEAN || pull > 0;
    }

    static Predictor of(int code) {
        if (code >= ALL.length) {
            throw new CorruptBlock("There is no way " + code + " to predict numbers.");
        }
        return ALL[code];
    }

    /** The one whose differences have the fewest bits. */
    static Predictor best(long[] numbers, int count, Level level) {
        long[] differences = new long[count - 1];
        Predictor best = LAST;
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < (level == Level.FAST ? QUICK : ALL.length); i++) {
            ALL[i].differences(numbers, count, ALL[i].parameter(numbers, count), differences);
            long bits = ALL[i].hasParameter() ? Integer.SIZE : 0;
            for (long difference : differences) {
                bits += Long.SIZE - Long.numberOfLeadingZeros(difference);
            }
            if (bits < fewest) {
                best = ALL[i];
                fewest = bits;
            }
        }
        return best;
    }

    private static long zigzag(long number) {
        return number << 1 ^ number >> 63;
    }

    private static long plain(long zigzag) {
        return zigzag >>> 1 ^ -(zigzag & 1);
    }
}
