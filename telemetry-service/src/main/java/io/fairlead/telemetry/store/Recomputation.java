package io.fairlead.telemetry.store;

import io.fairlead.telemetry.store.WindowTable.Computed;
import io.fairlead.telemetry.window.EnergyReport;
import io.fairlead.telemetry.window.EnergyWindows;
import io.fairlead.telemetry.window.MeanPower;
import io.fairlead.telemetry.window.PowerReading;
import io.fairlead.telemetry.window.Window;
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

    private final TouchedSpans touched;
    private final WindowInputs inputs;
    private final WindowTable windows;
    private final MeanPower meanPower;
    private final Clock clock;

    Recomputation(TouchedSpans touched, WindowInputs inputs, WindowTable windows, WindowRules rules, Clock clock) {
        this.touched = touched;
        this.inputs = inputs;
        this.windows = windows;
        this.meanPower = new MeanPower(rules.maxGap());
        this.clock = clock;
    }

    /** Brings the windows of series that the caller has locked up to date with readings that it has just kept. */
    Uni<List<WindowChange>> after(SqlConnection transaction, List<SeriesReadings> changed) {
        return power(transaction, touched.ofPower(changed))
                .chain(power -> touched.ofEnergy(transaction, changed)
                        .chain(spans -> energy(transaction, spans))
                        .map(energy -> concat(power, energy)))
                .chain(computed -> windows.keep(transaction, computed, clock.instant()));
    }

    private Uni<List<Computed>> power(SqlConnection transaction, List<TouchedSpan> spans) {
        if (spans.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Function<List<PowerReading>, List<Window>> compute = meanPower::windows;
        return inputs.power(transaction, spans).map(readings -> computed(spans, readings, compute));
    }

    private Uni<List<Computed>> energy(SqlConnection transaction, List<TouchedSpan> spans) {
        if (spans.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Function<List<EnergyReport>, List<Window>> compute = EnergyWindows::windows;
        return inputs.energy(transaction, spans).map(reports -> computed(spans, reports, compute));
    }

    private static <T> List<Computed> computed(
            List<TouchedSpan> spans, List<List<T>> inputs, Function<List<T>, List<Window>> compute) {
        List<Computed> computed = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            TouchedSpan span = spans.get(i);
            compute.apply(inputs.get(i)).stream()
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
