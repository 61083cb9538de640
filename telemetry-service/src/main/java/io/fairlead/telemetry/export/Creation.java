package io.fairlead.telemetry.export;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.sensors.ReadableVessels;
import io.fairlead.telemetry.sensors.ReadingTable;
import io.fairlead.telemetry.sensors.SeriesSearch;
import io.fairlead.telemetry.store.Series;
import io.fairlead.telemetry.vessel.Vessels;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes exports of what is asked for: finds the channels and cuts their data into parts. */
@ApplicationScoped
class Creation {

    private final Exports exports;
    private final Planning planning;
    private final SeriesSearch search;
    private final Vessels vessels;
    private final ReadableVessels readable;
    private final ExportRules rules;
    private final Caller caller;
    private final Clock clock;

    Creation(
            Exports exports,
            Planning planning,
            SeriesSearch search,
            Vessels vessels,
            ReadableVessels readable,
            ExportRules rules,
            Caller caller,
            Clock clock) {
        this.exports = exports;
        this.planning = planning;
        this.search = search;
        this.vessels = vessels;
        this.readable = readable;
        this.rules = rules;
        this.caller = caller;
        this.clock = clock;
    }

    /** The caller's new export; fails with 404 naming each vessel and channel that is not there or may not be seen. */
    Uni<Export> create(SqlConnection transaction, NewExport asked) {
        Instant now = clock.instant();
        Instant expiresAt = now.atOffset(ZoneOffset.UTC).plus(rules.retention()).toInstant();
        Selection selection = Selection.of(asked, now);
        String owner = caller.subject();
        return vessels(selection)
                .chain(codes -> search.reported(codes, selection.channels(), 0, SeriesSearch.ALL))
                .invoke(found -> requireChannels(selection, found))
                .map(found -> found.stream().filter(selection::has).toList())
                .chain(series -> planning.slices(selection, series)
                        .invoke(this::requireBearable)
                        .chain(slices -> exports.keep(
                                transaction,
                                owner,
                                selection,
                                series,
                                ReadingTable.labels(series),
                                slices,
                                expiresAt)));
    }

    /** The vessels to look at, null for all. */
    private Uni<List<String>> vessels(Selection selection) {
        List<String> named = selection.vessels();
        if (named == null) {
            return Uni.createFrom()
                    .item(caller.readableVessels().map(List::copyOf).orElse(null));
        }
        List<String> visible = named.stream().filter(caller::mayRead).toList();
        return vessels.find(visible).map(known -> {
            requireAll("/vessels/", "There is no vessel ", named, known.keySet());
            return named;
        });
    }

    private static void requireChannels(Selection selection, List<Series> found) {
        if (selection.channels() != null) {
            Set<String> known = found.stream().map(own -> own.channel().name()).collect(Collectors.toSet());
            requireAll("/channels/", "None of the vessels has a channel ", selection.channels(), known);
        }
    }

    private static void requireAll(String pointer, String message, List<String> named, Set<String> known) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            if (!known.contains(named.get(i))) {
                errors.add(FieldError.body(pointer + i, message + named.get(i) + "."));
            }
        }
        if (!errors.isEmpty()) {
            throw Problems.notFound(errors);
        }
    }

    private void requireBearable(List<Slice> slices) {
        if (slices.size() > rules.mostParts()) {
            throw Problems.badRequest(FieldError.body(
                    "/start", "These would be more than " + rules.mostParts() + " parts; export less at once."));
        }
    }
}
