package io.fairlead.telemetry.store;

import io.fairlead.telemetry.reading.Quantity;
import io.fairlead.telemetry.store.WindowInputs.Inputs;
import io.fairlead.telemetry.store.WindowTable.Computed;
import io.fairlead.telemetry.window.EnergyWindows;
import io.fairlead.telemetry.window.MeanPower;
import io.fairlead.telemetry.window.Window;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Computes touched windows anew from what is stored. Nothing is ever added to a window, so late, shuffled and repeated
 * data end in the same windows, whichever came first.
 */
@ApplicationScoped
class Recomputation {

    private final WindowInputs inputs;
    private final WindowTable windows;
    private final MeanPower meanPower;
    private final Clock clock;

    Recomputation(WindowInputs inputs, WindowTable windows, WindowRules rules, Clock clock) {
        this.inputs = inputs;
        this.windows = windows;
        this.meanPower = new MeanPower(rules.maxGap());
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
                ? inputs.power(transaction, touched).map(found -> computed(found, meanPower::windows))
                : inputs.energy(transaction, touched).map(found -> computed(found, EnergyWindows::windows));
    }

    private static <T> List<Computed> computed(Inputs<T> inputs, Function<List<T>, List<Window>> compute) {
        return compute.apply(inputs.reports()).stream()
                .filter(window -> inputs.span().holds(window.end()))
                .map(window -> new Computed(inputs.series(), window))
                .toList();
    }
}
