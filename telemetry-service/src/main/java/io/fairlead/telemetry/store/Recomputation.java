package io.fairlead.telemetry.store;

import io.fairlead.telemetry.reading.Quantity;
import io.fairlead.telemetry.store.WindowInputs.Inputs;
import io.fairlead.telemetry.store.WindowTable.Computed;
import io.fairlead.telemetry.window.CounterReading;
import io.fairlead.telemetry.window.CounterWindows;
import io.fairlead.telemetry.window.EnergyReport;
import io.fairlead.telemetry.window.EnergyWindows;
import io.fairlead.telemetry.window.PowerWindows;
import io.fairlead.telemetry.window.Window;
import io.fairlead.telemetry.window.WindowMethod;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Computes touched windows anew from what is stored. Nothing is ever added to a window, so late, shuffled and repeated
 * data end in the same windows, whichever came first.
 */
@ApplicationScoped
class Recomputation {

    private final WindowInputs inputs;
    private final WindowTable windows;
    private final PowerWindows powerWindows;
    private final Clock clock;

    Recomputation(WindowInputs inputs, WindowTable windows, WindowRules rules, Clock clock) {
        this.inputs = inputs;
        this.windows = windows;
        this.powerWindows = PowerWindows.of(rules.method(), rules.closed(), rules.maxGap());
        this.clock = clock;
    }

    /** Brings the windows of series that the caller has locked up to date; the new and the changed ones. */
    Uni<List<WindowChange>> of(SqlConnection transaction, List<Touched> touched) {
        return Multi.createFrom()
                .iterable(touched)
                .onItem()
                .transformToUniAndConcatenate(span -> windows(transaction, span))
                .collect()
                .in(ArrayList<Computed>::new, List::addAll)
                .chain(computed -> windows.keep(transaction, computed, clock.instant()));
    }

    private Uni<List<Computed>> windows(SqlConnection transaction, Touched touched) {
        return touched.series().channel().quantity() == Quantity.POWER
                ? inputs.power(transaction, touched, powerWindows)
                        .map(found -> computed(found, powerWindows.windows(found.reports())))
                : inputs.energy(transaction, touched)
                        .chain(found -> withEmptied(
                                transaction, found, computed(found, energyWindows(touched.series(), found.reports()))));
    }

    private static List<Window> energyWindows(Series series, List<EnergyReport> reports) {
        return series.channel().quantity() == Quantity.ENERGY
                ? EnergyWindows.windows(reports)
                : CounterWindows.windows(reports.stream()
                        .map(reading -> new CounterReading(reading.end(), reading.wh()))
                        .toList());
    }

    /**
     * A report without a start reaches back less far when another is learnt of before it: windows that it reached until
     * then, and that nothing else speaks for, are empty from now on.
     */
    private Uni<List<Computed>> withEmptied(
            SqlConnection transaction, Inputs<EnergyReport> inputs, List<Computed> computed) {
        return windows.filled(transaction, inputs.series(), inputs.span()).map(filled -> {
            Set<Long> emptied = new LinkedHashSet<>(filled);
            computed.forEach(window -> emptied.remove(window.window().end()));
            List<Computed> all = new ArrayList<>(computed);
            emptied.forEach(end -> all.add(new Computed(inputs.series(), Window.empty(end, method(inputs)))));
            return all;
        });
    }

    private static WindowMethod method(Inputs<EnergyReport> inputs) {
        return inputs.series().channel().quantity() == Quantity.ENERGY ? WindowMethod.SPREAD : WindowMethod.DIFFERENCE;
    }

    private static List<Computed> computed(Inputs<?> inputs, List<Window> windows) {
        return windows.stream()
                .filter(window -> inputs.span().holds(window.end()))
                .map(window -> new Computed(inputs.series(), window))
                .toList();
    }
}
