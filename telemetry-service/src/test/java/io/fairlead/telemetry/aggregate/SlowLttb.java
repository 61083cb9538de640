package io.fairlead.telemetry.aggregate;

import io.fairlead.telemetry.reading.Reading;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** LTTB as the thesis tells it, bucket by bucket in exact numbers. */
final class SlowLttb {

    private SlowLttb() {}

    static List<Reading> reduce(List<Reading> all, int most) {
        List<List<Reading>> buckets = buckets(all, most);
        List<Reading> kept = new ArrayList<>(buckets.get(0));
        for (int i = 1; i < buckets.size() - 1; i++) {
            kept.add(furthest(kept.get(kept.size() - 1), buckets.get(i), buckets.get(i + 1)));
        }
        kept.addAll(buckets.get(buckets.size() - 1));
        return kept;
    }

    private static List<List<Reading>> buckets(List<Reading> all, int most) {
        List<List<Reading>> buckets = new ArrayList<>();
        buckets.add(all.subList(0, 1));
        double step = (all.size() - 2.0) / (most - 2);
        for (int i = 0; i < most - 2; i++) {
            int to = i == most - 3 ? all.size() - 1 : (int) ((i + 1) * step) + 1;
            buckets.add(all.subList((int) (i * step) + 1, to));
        }
        buckets.add(all.subList(all.size() - 1, all.size()));
        return buckets;
    }

    private static Reading furthest(Reading before, List<Reading> bucket, List<Reading> next) {
        BigDecimal x = mean(next.stream().map(SlowLttb::x).toList());
        BigDecimal y = mean(next.stream().map(SlowLttb::y).toList());
        Reading furthest = null;
        BigDecimal largest = BigDecimal.ONE.negate();
        for (Reading reading : bucket) {
            BigDecimal area = x.subtract(x(before))
                    .multiply(y(reading).subtract(y(before)))
                    .subtract(x(reading).subtract(x(before)).multiply(y.subtract(y(before))))
                    .abs();
            if (area.compareTo(largest) > 0) {
                largest = area;
                furthest = reading;
            }
        }
        return furthest;
    }

    private static BigDecimal mean(List<BigDecimal> numbers) {
        return numbers.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL128);
    }

    private static BigDecimal x(Reading reading) {
        return BigDecimal.valueOf(reading.time());
    }

    private static BigDecimal y(Reading reading) {
        return BigDecimal.valueOf(reading.value());
    }
}
