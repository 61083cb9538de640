package io.fairlead.telemetry.window;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The windows' energy, computed in the most obvious way and as slowly as that may be. */
public final class SlowWindows {

    private static final BigInteger MICRO = BigInteger.valueOf(1_000_000);

    private SlowWindows() {}

    /** By window end, the mean of the window's readings times 15/60. */
    public static Map<Long, BigDecimal> powerKWh(Collection<PowerReading> readings) {
        Map<Long, BigDecimal> kWh = new TreeMap<>();
        for (PowerReading any : readings) {
            long end = any.time() / QuarterHours.LENGTH * QuarterHours.LENGTH + QuarterHours.LENGTH;
            List<PowerReading> own = readings.stream()
                    .filter(reading -> reading.time() >= end - QuarterHours.LENGTH && reading.time() < end)
                    .toList();
            BigDecimal sum = own.stream().map(PowerReading::kW).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal mean = sum.divide(BigDecimal.valueOf(own.size()), 6, RoundingMode.HALF_EVEN);
            kWh.put(end, mean.multiply(new BigDecimal("0.25")));
        }
        return kWh;
    }

    /** By window end, the sum of the shares: whole watt-hours in proportion, what is left to the report's last. */
    public static Map<Long, BigDecimal> energyKWh(Collection<EnergyReport> reports) {
        Map<Long, BigDecimal> kWh = new TreeMap<>();
        for (EnergyReport report : reports) {
            long start = report.hasStart() ? report.start() : startOf(report, reports);
            BigDecimal left = report.wh();
            for (long end = 0; end < report.end(); ) {
                end = Math.max(start, end) / QuarterHours.LENGTH * QuarterHours.LENGTH + QuarterHours.LENGTH;
                long overlap = Math.min(report.end(), end) - Math.max(start, end - QuarterHours.LENGTH);
                BigDecimal share = end >= report.end() ? left : share(report.wh(), overlap, report.end() - start);
                left = left.subtract(share);
                kWh.merge(end, share.movePointLeft(3), BigDecimal::add);
            }
        }
        return kWh;
    }

    /** What a counter's readings say of the time between them. */
    public static List<EnergyReport> steps(Collection<CounterReading> readings) {
        List<EnergyReport> steps = new ArrayList<>();
        for (CounterReading reading : readings) {
            readings.stream()
                    .filter(other -> other.time() < reading.time())
                    .max(Comparator.comparingLong(CounterReading::time))
                    .ifPresent(previous -> steps.add(step(previous, reading)));
        }
        return steps;
    }

    private static EnergyReport step(CounterReading previous, CounterReading reading) {
        BigDecimal rise = reading.wh().subtract(previous.wh());
        if (rise.signum() < 0) {
            boolean reset = reading.wh()
                            .multiply(BigDecimal.TEN)
                            .compareTo(previous.wh().multiply(BigDecimal.valueOf(9)))
                    < 0;
            rise = reset ? reading.wh() : BigDecimal.ZERO;
        }
        long start = Math.max(previous.time(), reading.time() - EnergyReports.LONGEST.toNanos());
        return new EnergyReport(start, reading.time(), rise);
    }

    private static BigDecimal share(BigDecimal wh, long overlap, long length) {
        BigInteger micro = wh.multiply(new BigDecimal(MICRO)).toBigIntegerExact();
        BigInteger twice = micro.multiply(BigInteger.valueOf(overlap)).shiftLeft(1);
        BigInteger rounded = twice.add(BigInteger.valueOf(length))
                .divide(BigInteger.valueOf(length).shiftLeft(1));
        return new BigDecimal(rounded.divide(MICRO));
    }

    private static long startOf(EnergyReport report, Collection<EnergyReport> reports) {
        return reports.stream()
                .mapToLong(EnergyReport::end)
                .filter(end -> end < report.end())
                .max()
                .orElse(report.end() - QuarterHours.LENGTH);
    }
}
