package io.fairlead.telemetry.window;

import io.fairlead.core.Computation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Windows that hold their shares of the energy of time spans. */
@Computation
final class EnergySums {

    private static final BigDecimal WINDOWS_PER_HOUR = BigDecimal.valueOf(4);
    private static final BigDecimal NANOS_PER_HOUR = BigDecimal.valueOf(3_600_000_000_000L);
    private static final int MILLIWATT = 6;
    private static final int KILO = 3;

    private final Map<Long, Sum> sums = new TreeMap<>();
    private final WindowMethod method;

    EnergySums(WindowMethod method) {
        this.method = method;
    }

    /** Spreads a report that has a start, and flags the windows that it overlaps. */
    void add(EnergyReport report, Set<WindowFlag> flags) {
        BigDecimal kW = meanPower(report);
        for (EnergySpread.Share share : EnergySpread.shares(report)) {
            sums.computeIfAbsent(share.windowEnd(), end -> new Sum()).add(share, kW, flags);
        }
    }

    /** The windows that the reports overlap, in order. */
    List<Window> windows() {
        List<Window> windows = new ArrayList<>(sums.size());
        sums.forEach((end, sum) -> windows.add(sum.window(end, method)));
        return windows;
    }

    private static BigDecimal meanPower(EnergyReport report) {
        return report.wh()
                .movePointLeft(KILO)
                .multiply(NANOS_PER_HOUR)
                .divide(BigDecimal.valueOf(report.length()), MILLIWATT, RoundingMode.HALF_EVEN);
    }

    private static final class Sum {

        private final List<EnergySpread.Share> shares = new ArrayList<>();
        private final Set<WindowFlag> flags = EnumSet.noneOf(WindowFlag.class);
        private BigDecimal wh = BigDecimal.ZERO;
        private BigDecimal minKW;
        private BigDecimal maxKW;

        void add(EnergySpread.Share share, BigDecimal kW, Set<WindowFlag> odd) {
            shares.add(share);
            flags.addAll(odd);
            wh = wh.add(share.wh());
            minKW = minKW == null ? kW : minKW.min(kW);
            maxKW = maxKW == null ? kW : maxKW.max(kW);
        }

        Window window(long end, WindowMethod method) {
            BigDecimal kWh = wh.movePointLeft(KILO);
            return new Window(
                    end,
                    Decimals.plain(kWh),
                    Decimals.plain(kWh.multiply(WINDOWS_PER_HOUR)),
                    Decimals.plain(minKW),
                    Decimals.plain(maxKW),
                    shares.size(),
                    Decimals.wholeSeconds(covered()),
                    method,
                    Set.copyOf(flags));
        }

        private long covered() {
            shares.sort(Comparator.comparingLong(EnergySpread.Share::from));
            long covered = 0;
            long reached = Long.MIN_VALUE;
            for (EnergySpread.Share share : shares) {
                covered += Math.max(0, share.to() - Math.max(reached, share.from()));
                reached = Math.max(reached, share.to());
            }
            return covered;
        }
    }
}
