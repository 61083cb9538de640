package io.fairlead.telemetry.aggregate;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.reading.Reading;
import java.util.ArrayList;
import java.util.List;

/**
 * Largest-Triangle-Three-Buckets (Sveinn Steinarsson: Downsampling Time Series for Visual Representation, University of
 * Iceland, 2013): fewer readings whose line looks like that of all.
 *
 * <p>The readings between the first and the last are cut into buckets of equal count. Of each bucket stays the reading
 * that spans the largest triangle with the one that stayed before it and the mean of the next bucket.
 */
@Computation
public final class Lttb {

    /** Fewer would have no bucket. */
    public static final int FEWEST = 3;

    private final List<Reading> all;
    private final int buckets;
    private final double step;

    private Lttb(List<Reading> all, int buckets) {
        this.all = all;
        this.buckets = buckets;
        this.step = (all.size() - 2.0) / buckets;
    }

    /**
     * At most so many of some readings, in their order; the first and the last are among them.
     *
     * @param numbers readings with a number, by time
     * @param most at least {@link #FEWEST}
     */
    public static List<Reading> reduce(List<Reading> numbers, int most) {
        if (most < FEWEST) {
            throw new IllegalArgumentException("At least " + FEWEST + " readings have to stay.");
        }
        return numbers.size() <= most ? numbers : new Lttb(numbers, most - 2).reduce();
    }

    private List<Reading> reduce() {
        List<Reading> kept = new ArrayList<>(buckets + 2);
        int last = 0;
        kept.add(all.get(0));
        for (int bucket = 0; bucket < buckets; bucket++) {
            last = furthest(bucket, last);
            kept.add(all.get(last));
        }
        kept.add(all.get(all.size() - 1));
        return kept;
    }

    /** Where a bucket begins; the one behind the last holds the last reading alone. */
    private int from(int bucket) {
        return bucket >= buckets ? all.size() - 1 : (int) (bucket * step) + 1;
    }

    /** Counted from the reading that stayed before: differences of nanoseconds are exact, times since 1970 are not. */
    private int furthest(int bucket, int origin) {
        int end = from(bucket + 1);
        int nextEnd = bucket + 1 == buckets ? all.size() : from(bucket + 2);
        double meanX = 0;
        double meanY = 0;
        for (int i = end; i < nextEnd; i++) {
            meanX += x(i, origin) / (nextEnd - end);
            meanY += y(i, origin) / (nextEnd - end);
        }
        int furthest = from(bucket);
        double largest = -1;
        for (int i = from(bucket); i < end; i++) {
            double twice = Math.abs(meanX * y(i, origin) - x(i, origin) * meanY);
            if (twice > largest) {
                largest = twice;
                furthest = i;
            }
        }
        return furthest;
    }

    private double x(int i, int origin) {
        return all.get(i).time() - all.get(origin).time();
    }

    private double y(int i, int origin) {
        return all.get(i).value() - all.get(origin).value();
    }
}
