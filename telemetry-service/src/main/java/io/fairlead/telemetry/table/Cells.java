package io.fairlead.telemetry.table;

import io.fairlead.core.Computation;

/** The cells of one column in some rows. */
@Computation
public sealed interface Cells {

    /** Whether a row has nothing there. */
    boolean isEmpty(int row);

    /** Texts; null for none. */
    record Texts(String[] texts) implements Cells {

        @Override
        public boolean isEmpty(int row) {
            return texts[row] == null;
        }
    }

    /** Times in nanoseconds since 1970; {@link #NONE} for none. */
    record Times(long[] times) implements Cells {

        public static final long NONE = Long.MIN_VALUE;

        @Override
        public boolean isEmpty(int row) {
            return times[row] == NONE;
        }
    }

    /** Numbers; NaN for none. */
    record Numbers(double[] numbers) implements Cells {

        @Override
        public boolean isEmpty(int row) {
            return Double.isNaN(numbers[row]);
        }
    }

    /** Whole numbers, one in every row. */
    record Counts(long[] counts) implements Cells {

        @Override
        public boolean isEmpty(int row) {
            return false;
        }
    }
}
