package io.fairlead.telemetry.block;

import io.fairlead.core.Computation;

/** Guesses each number from those before it; what is kept is how far the guess is off. Arithmetic wraps around. */
@Computation
enum Predictor {
    /** One number for all: best for noise. */
    MEAN {
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
        void differences(long[] numbers, int count, long mean, long[] differences) {
            for (int i = 1; i < count; i++) {
                differences[i - 1] = zigzag(numbers[i] - numbers[i - 1]);
            }
        }

        @Override
        void restore(long[] numbers, int count, long mean) {
            long last = numbers[0];
            for (int i = 1; i < count; i++) {
                last += plain(numbers[i]);
                numbers[i] = last;
            }
        }
    },
    /** As far again as the last step: best for what moves steadily. */
    LINE {
        @Override
        void differences(long[] numbers, int count, long mean, long[] differences) {
            long step = 0;
            for (int i = 1; i < count; i++) {
                long next = numbers[i] - numbers[i - 1];
                differences[i - 1] = zigzag(next - step);
                step = next;
            }
        }

        @Override
        void restore(long[] numbers, int count, long mean) {
            long last = numbers[0];
            long step = 0;
            for (int i = 1; i < count; i++) {
                step += plain(numbers[i]);
                last += step;
                numbers[i] = last;
            }
        }
    };

    private static final Predictor[] ALL = values();

    /** Zigzag differences of all numbers but the first. */
    abstract void differences(long[] numbers, int count, long mean, long[] differences);

    /** Turns differences back into numbers in place; the first number stands there already. */
    abstract void restore(long[] numbers, int count, long mean);

    static Predictor of(int code) {
        if (code >= ALL.length) {
            throw new CorruptBlock("There is no way " + code + " to predict numbers.");
        }
        return ALL[code];
    }

    /** The one whose differences have the fewest bits. */
    static Predictor best(long[] numbers, int count, long mean) {
        long[] bits = new long[ALL.length];
        long step = 0;
        for (int i = 1; i < count; i++) {
            long next = numbers[i] - numbers[i - 1];
            bits[0] += length(numbers[i] - mean);
            bits[1] += length(next);
            bits[2] += length(next - step);
            step = next;
        }
        int best = 1;
        for (int i = 0; i < bits.length; i++) {
            best = bits[i] < bits[best] ? i : best;
        }
        return ALL[best];
    }

    private static int length(long difference) {
        return Long.SIZE - Long.numberOfLeadingZeros(zigzag(difference));
    }

    private static long zigzag(long number) {
        return number << 1 ^ number >> 63;
    }

    private static long plain(long zigzag) {
        return zigzag >>> 1 ^ -(zigzag & 1);
    }
}
