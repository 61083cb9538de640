package io.fairlead.telemetry.store;

import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.reading.PowerUnit;
import io.fairlead.telemetry.reading.Quantity;
import io.fairlead.telemetry.window.CounterWindows;
import io.fairlead.telemetry.window.EnergyReport;
import io.fairlead.telemetry.window.EnergyReports;
import io.fairlead.telemetry.window.EnergyWindows;
import io.fairlead.telemetry.window.PowerReading;
import io.fairlead.telemetry.window.PowerWindows;
import io.fairlead.telemetry.window.QuarterHours;
import io.fairlead.telemetry.window.Span;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds which windows a change touches, and reads back from the store all that these windows are made of. */
@ApplicationScoped
class WindowInputs {

    private static final long LONGEST = EnergyReports.LONGEST.toNanos();
    /** How far back to look for what comes before, first near by and at last as far as any report may reach. */
    private static final long[] BACK = {
        Duration.ofHours(2).toNanos(), Duration.ofDays(1).toNanos(), 2 * LONGEST + 2 * QuarterHours.LENGTH
    };

    private final Readings readings;

    WindowInputs(Readings readings) {
        this.readings = readings;
    }

    /** A run of windows that has to be computed anew, with all that they are made of. */
    record Inputs<T>(Series series, Span span, List<T> reports) {}

    /** The windows that changed power readings touch. */
    Uni<Inputs<PowerReading>> power(SqlConnection transaction, Touched touched, PowerWindows power) {
        Span span = new Span(
                power.touched(touched.lower()).from(),
                power.touched(touched.upper()).to());
        Span read = power.inputs(span);
        return points(transaction, touched.series(), read.from(), read.to(), 0)
                .map(points -> points.slice(read.from(), read.to()))
                .map(points -> new Inputs<>(touched.series(), span, powerReadings(touched.series(), points)));
    }

    /**
     * The windows that changed energy reports or counter readings touch: those that they span and, as they may reach
     * back to the one before them, also those between their neighbours.
     */
    Uni<Inputs<EnergyReport>> energy(SqlConnection transaction, Touched touched) {
        return energy(transaction, touched, 0);
    }

    private Uni<Inputs<EnergyReport>> energy(SqlConnection transaction, Touched touched, int step) {
        boolean all = step == BACK.length;
        long from = all ? 0 : touched.lower() - BACK[step];
        long to = all ? Long.MAX_VALUE : touched.upper() + 2 * LONGEST;
        return points(transaction, touched.series(), from, to, LONGEST)
                .map(points -> points.slice(from, Long.MAX_VALUE))
                .chain(points -> {
                    Span span = span(points, touched);
                    return points.size() > 0 && points.time(0) < span.from() || step == last(touched)
                            ? Uni.createFrom()
                                    .item(new Inputs<>(touched.series(), span, energyReports(touched.series(), points)))
                            : energy(transaction, touched, step + 1);
                });
    }

    /** The step behind which nothing matters: no report reaches further, but a counter's last reading may be old. */
    private static int last(Touched touched) {
        return touched.series().channel().quantity() == Quantity.COUNTER ? BACK.length : BACK.length - 1;
    }

    private static Span span(Points points, Touched touched) {
        Long previous = null;
        Long next = null;
        for (int i = 0; i < points.size() && next == null; i++) {
            long time = points.time(i);
            previous = time < touched.lower() ? Long.valueOf(time) : previous;
            next = time > touched.upper() ? Long.valueOf(time) : null;
        }
        return touched.series().channel().quantity() == Quantity.COUNTER
                ? new Span(
                        CounterWindows.touched(touched.lower(), previous, next).from(),
                        CounterWindows.touched(touched.upper(), previous, next).to())
                : new Span(
                        EnergyWindows.touched(touched.lower(), touched.lower(), previous, next)
                                .from(),
                        EnergyWindows.touched(touched.lower(), touched.upper(), previous, next)
                                .to());
    }

    private Uni<Points> points(SqlConnection transaction, Series series, long from, long to, long reach) {
        return readings.overlapping(transaction, List.of(series.vessel()), List.of(series.id()), from, to, reach)
                .map((Map<Long, Points> found) -> found.getOrDefault(series.id(), Points.empty()));
    }

    private static List<PowerReading> powerReadings(Series series, Points points) {
        PowerUnit unit = unit(series);
        List<PowerReading> found = new ArrayList<>(points.size());
        for (int i = 0; i < points.size(); i++) {
            if (points.text(i) == null) {
                found.add(unit.reading(points.time(i), points.value(i)));
            }
        }
        return found;
    }

    private static List<EnergyReport> energyReports(Series series, Points points) {
        PowerUnit unit = unit(series);
        List<EnergyReport> found = new ArrayList<>(points.size());
        for (int i = 0; i < points.size(); i++) {
            if (points.text(i) == null) {
                found.add(new EnergyReport(points.start(i), points.time(i), unit.wattHours(points.value(i))));
            }
        }
        return found;
    }

    private static PowerUnit unit(Series series) {
        return PowerUnit.of(series.channel().unit())
                .orElseThrow(() -> new IllegalStateException("series " + series.id() + " has no unit of power"));
    }
}
