package io.fairlead.telemetry.export;

import io.fairlead.telemetry.export.Slices.Day;
import io.fairlead.telemetry.sensors.WindowQuestion;
import io.fairlead.telemetry.store.Series;
import io.fairlead.telemetry.store.Settlement;
import io.fairlead.telemetry.window.QuarterHours;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Cuts what is selected into parts, as long as there is any data to cut. */
@ApplicationScoped
class Planning {

    private static final long DAY = 96 * QuarterHours.LENGTH;

    private final Extents extents;
    private final Settlement settlement;
    private final ExportRules rules;

    Planning(Extents extents, Settlement settlement, ExportRules rules) {
        this.extents = extents;
        this.settlement = settlement;
        this.rules = rules;
    }

    /** The parts, each vessel's in order of their times; none for vessels without data. */
    Uni<List<Slice>> slices(Selection selection, List<Series> series) {
        return switch (selection.content()) {
            case READINGS -> extents.days(series, selection.from(), selection.to())
                    .map(days -> Slices.ofDays(days, selection.from(), selection.to(), rules.partRows()));
            case WINDOWS -> extents.days(series, selection.from(), selection.to())
                    .map(days -> ofWindows(selection, series, days));
            case POWER -> Multi.createFrom()
                    .iterable(series.stream().map(Series::vessel).distinct().toList())
                    .onItem()
                    .transformToUniAndConcatenate(settlement::settle)
                    .collect()
                    .last()
                    .chain(() -> extents.windows(series, selection.from(), selection.to()))
                    .map(spans -> ofPower(selection, spans));
        };
    }

    private List<Slice> ofWindows(Selection selection, List<Series> series, List<Day> days) {
        long length = selection.length();
        Map<String, Long> count = series.stream().collect(Collectors.groupingBy(Series::vessel, Collectors.counting()));
        Map<String, List<Day>> byVessel =
                days.stream().collect(Collectors.groupingBy(Day::vessel, TreeMap::new, Collectors.toList()));
        List<Slice> slices = new ArrayList<>();
        byVessel.forEach((vessel, own) -> {
            long first = Math.floorDiv(own.get(0).start(), length) * length;
            long last = own.get(own.size() - 1).start() + DAY;
            long from = Math.max(selection.from(), first);
            long to = Math.min(selection.to(), -Math.floorDiv(-last, length) * length);
            // Windows that are no whole quarters of an hour are made from readings: those of a day at once.
            long most = length % QuarterHours.LENGTH == 0 ? WindowQuestion.MOST_WINDOWS : DAY / length;
            slices.addAll(
                    Slices.ofSteps(vessel, from, to, length, count.get(vessel), rules.partRows(), Math.max(1, most)));
        });
        return slices;
    }

    private List<Slice> ofPower(Selection selection, List<Extents.Span> spans) {
        return spans.stream()
                .flatMap(span -> Slices.ofSteps(
                        span.vessel(),
                        Math.max(selection.from(), span.first()),
                        Math.min(selection.to(), span.last()),
                        QuarterHours.LENGTH,
                        span.series(),
                        rules.partRows(),
                        Long.MAX_VALUE)
                        .stream())
                .toList();
    }
}
