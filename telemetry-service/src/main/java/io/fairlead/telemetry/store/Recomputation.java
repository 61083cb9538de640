package io.fairlead.telemetry.store;

import io.fairlead.telemetry.reading.Quantity;
import io.fairlead.telemetry.store.WindowTable.Computed;
import io.fairlead.telemetry.store.WindowTable.Filled;
import io.fairlead.telemetry.window.CounterReading;
import io.fairlead.telemetry.window.CounterWindows;
import io.fairlead.telemetry.window.EnergyReport;
import io.fairlead.telemetry.window.EnergyWindows;
import io.fairlead.telemetry.window.PowerWindows;
import io.fairlead.telemetry.window.Window;
import io.fairlead.telemetry.window.WindowMethod;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Computes touched windows anew from what is stored. Nothing is ever added to a window, so late, shuffled and repeated
 * data end in the same windows, whichever came first.
 */
@ApplicationScoped
class Recomputation {

    private final TouchedSpans touched;
    private final WindowInputs inputs;
    private final WindowTable windows;
    private final PowerWindows powerWindows;
    private final Clock clock;

    Recomputation(TouchedSpans touched, WindowInputs inputs, WindowTable windows, WindowRules rules, Clock clock) {
        this.touched = touched;
        this.inputs = inputs;
        this.windows = windows;
        this.powerWindows = PowerWindows.of(rules.method(), rules.closed(), rules.maxGap());
        this.clock = clock;
    }

    /** Brings the windows of series that the caller has locked up to date with readings that it has just kept. */
    Uni<List<WindowChange>> after(SqlConnection transaction, List<SeriesReadings> changed) {
        return power(transaction, touched.ofPower(changed, powerWindows))
                .chain(power -> touched.ofEnergy(transaction, changed)
                        .chain(spans -> energy(transaction, spans))
                        .map(energy -> concat(power, energy)))
                .chain(computed -> windows.keep(transaction, computed, clock.instant()));
    }

    private Uni<List<Computed>> power(SqlConnection transaction, List<TouchedSpan> spans) {
        if (spans.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<TouchedSpan> read = spans.stream()
                .map(touched -> new TouchedSpan(touched.series(), powerWindows.inputs(touched.span())))
                .toList();
        return inputs.power(transaction, read)
                .map(readings -> computed(spans, readings, (series, own) -> powerWindows.windows(own)));
    }

    private Uni<List<Computed>> energy(SqlConnection transaction, List<TouchedSpan> spans) {
        if (spans.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return inputs.energy(transaction, spans)
                .map(reports -> computed(spans, reports, Recomputation::energyWindows))
                .chain(computed -> windows.filled(transaction, spans).map(filled -> withEmptied(computed, filled)));
    }

    private static List<Window> energyWindows(Series series, List<EnergyReport> reports) {
        if (series.channel().quantity() == Quantity.ENERGY) {
            return EnergyWindows.windows(reports);
        }
        return CounterWindows.windows(reports.stream()
                .map(reading -> new CounterReading(reading.end(), reading.wh()))
                .toList());
    }

    /**
     * A report without a start reaches back less far when another is learnt of before it: windows that it reached until
     * then, and that nothing else speaks for, are empty from now on.
     */
    private static List<Computed> withEmptied(List<Computed> computed, List<Filled> filled) {
        Set<Filled> emptied = new LinkedHashSet<>(filled);
        computed.forEach(window ->
                emptied.remove(new Filled(window.series(), window.window().end())));
        return concat(
                computed,
                emptied.stream()
                        .map(gone -> new Computed(gone.series(), Window.empty(gone.end(), WindowMethod.SPREAD)))
                        .toList());
    }

    private static <T> List<Computed> computed(
            List<TouchedSpan> spans, List<List<T>> inputs, BiFunction<Series, List<T>, List<Window>> compute) {
        List<Computed> computed = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            TouchedSpan span = spans.get(i);
            compute.apply(span.series(), inputs.get(i)).stream()
                    .filter(window -> span.span().holds(window.end()))
                    .forEach(window -> computed.add(new Computed(span.series(), window)));
        }
        return computed;
    }

    private static List<Computed> concat(List<Computed> first, List<Computed> second) {
        List<Computed> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
