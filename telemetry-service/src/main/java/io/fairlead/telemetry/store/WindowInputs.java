package io.fairlead.telemetry.store;

import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.reading.PowerUnit;
import io.fairlead.telemetry.window.EnergyReport;
import io.fairlead.telemetry.window.EnergyReports;
import io.fairlead.telemetry.window.PowerReading;
import io.fairlead.telemetry.window.QuarterHours;
import io.fairlead.telemetry.window.Span;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds which windows a change touches, and reads back from the store all that these windows are made of. */
@ApplicationScoped
class WindowInputs {

    private static final BigDecimal KILO = BigDecimal.valueOf(1000);
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

    /** The windows in which power readings have changed. */
    Uni<Inputs<PowerReading>> power(SqlConnection transaction, Touched touched) {
        Span span = Span.around(touched.lower(), touched.upper());
        return points(transaction, touched.series(), span.from(), span.to(), 0)
                .map(points -> new Inputs<>(touched.series(), span, powerReadings(touched.series(), points)));
    }

    /**
     * The windows that changed energy reports touch: those that they span and, as a report without a start reaches
     * back to the one before it, also those between their neighbours.
     */
    Uni<Inputs<EnergyReport>> energy(SqlConnection transaction, Touched touched) {
        return energy(transaction, touched, 0);
    }

    private Uni<Inputs<EnergyReport>> energy(SqlConnection transaction, Touched touched, int step) {
        long from = touched.lower() - BACK[step];
        long to = touched.upper() + 2 * LONGEST;
        return points(transaction, touched.series(), from, to, LONGEST).chain(points -> {
            Span span = span(points, touched);
            boolean enough = points.size() > 0 && points.time(0) < span.from() || step == BACK.length - 1;
            return enough
                    ? Uni.createFrom()
                            .item(new Inputs<>(touched.series(), span, energyReports(touched.series(), points)))
                    : energy(transaction, touched, step + 1);
        });
    }

    private static Span span(Points points, Touched touched) {
        Long previous = null;
        Long next = null;
        for (int i = 0; i < points.size() && next == null; i++) {
            long time = points.time(i);
            previous = time < touched.lower() ? Long.valueOf(time) : previous;
            next = time > touched.upper() ? Long.valueOf(time) : null;
        }
        boolean reached = next != null && next - LONGEST < touched.upper();
        return Span.around(EnergyReports.startOf(touched.lower(), previous), reached ? next : touched.upper());
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
                found.add(new PowerReading(points.time(i), unit.toKilo(BigDecimal.valueOf(points.value(i)))));
            }
        }
        return found;
    }

    private static List<EnergyReport> energyReports(Series series, Points points) {
        PowerUnit unit = unit(series);
        List<EnergyReport> found = new ArrayList<>(points.size());
        for (int i = 0; i < points.size(); i++) {
            if (points.text(i) == null) {
                BigDecimal wh = unit.toKilo(BigDecimal.valueOf(points.value(i))).multiply(KILO);
                found.add(new EnergyReport(points.start(i), points.time(i), wh));
            }
        }
        return found;
    }

    private static PowerUnit unit(Series series) {
        return PowerUnit.of(series.channel().unit())
                .orElseThrow(() -> new IllegalStateException("series " + series.id() + " has no unit of power"));
    }
}
