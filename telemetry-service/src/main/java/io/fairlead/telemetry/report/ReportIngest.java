package io.fairlead.telemetry.report;

import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.reading.Batch;
import io.fairlead.telemetry.reading.ReadingRules;
import io.fairlead.telemetry.reading.Receipt;
import io.fairlead.telemetry.reading.RejectedReading;
import io.fairlead.telemetry.store.Ingest;
import io.fairlead.telemetry.vessel.ReportingVessel;
import io.fairlead.telemetry.vessel.Sender;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes in readings of any number of vessels, from whichever door: all of them are kept, or none is. */
@ApplicationScoped
public class ReportIngest {

    private static final int BAD_REQUEST = 400;

    /** What a report says of one vessel. */
    private record Part(SentReading.Place vessel, List<SentReading> readings, List<RejectedReading> rejected) {}

    private final ReportingVessel vessels;
    private final ReportedChannels channels;
    private final Ingest ingest;
    private final ReadingRules rules;
    private final Clock clock;

    ReportIngest(ReportingVessel vessels, ReportedChannels channels, Ingest ingest, ReadingRules rules, Clock clock) {
        this.vessels = vessels;
        this.channels = channels;
        this.ingest = ingest;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Checks a report.
     *
     * @param door how it came in
     * @return a batch for each vessel, in the order of their codes; fails with 403 when the sender may not write for one
     *     of them, with 400 naming all that is wrong
     */
    public Uni<List<Batch>> check(Report report, String door, Sender sender) {
        SortedMap<String, Part> byVessel = new TreeMap<>();
        report.readings()
                .forEach(reading -> part(byVessel, reading.vessel()).readings.add(reading));
        report.rejected().forEach(left -> part(byVessel, left.vessel()).rejected.add(left.reading()));
        return Multi.createFrom()
                .iterable(byVessel.values())
                .onItem()
                .transformToUniAndConcatenate(part -> batch(part, report, door, sender))
                .collect()
                .asList()
                .invoke(batches -> requireNone(report.errors()));
    }

    /** Stores what was checked, in the caller's transaction; durable when that is. */
    public Uni<Receipt> store(SqlConnection transaction, List<Batch> batches, String subject) {
        return Multi.createFrom()
                .iterable(batches)
                .onItem()
                .transformToUniAndConcatenate(batch -> ingest.accept(transaction, batch, subject))
                .collect()
                .in(() -> new int[3], (sums, receipt) -> {
                    sums[0] += receipt.accepted();
                    sums[1] += receipt.duplicate();
                    sums[2] += receipt.rejected();
                })
                .map(sums -> new Receipt(sums[0], sums[1], sums[2]));
    }

    private static Part part(SortedMap<String, Part> byVessel, SentReading.Place vessel) {
        return byVessel.computeIfAbsent(
                vessel.text() == null ? "" : vessel.text(),
                first -> new Part(vessel, new ArrayList<>(), new ArrayList<>()));
    }

    private Uni<Batch> batch(Part part, Report report, String door, Sender sender) {
        return Uni.createFrom()
                .deferred(() -> vessels.byCode(part.vessel.text(), part.vessel.pointer(), sender))
                .chain(vessel -> channels.known(
                                vessel.code(), part.readings.stream().map(SentReading::channel))
                        .map(known -> {
                            ReadingReader reader = new ReadingReader(known, rules.limits(clock));
                            part.readings.forEach(reader::read);
                            part.rejected.forEach(reader.batch()::reject);
                            reader.batch().errors().forEach(report::refuse);
                            return reader.batch().build(vessel.code(), door);
                        }))
                .onFailure(ReportIngest::isBadRequest)
                .recoverWithUni(failure -> {
                    errors((HttpProblem) failure).forEach(report::refuse);
                    return Uni.createFrom().nullItem();
                });
    }

    private static boolean isBadRequest(Throwable failure) {
        return failure instanceof HttpProblem problem && problem.getStatusCode() == BAD_REQUEST;
    }

    @SuppressWarnings("unchecked")
    private static List<FieldError> errors(HttpProblem problem) {
        return (List<FieldError>) problem.getParameters().get("errors");
    }

    private static void requireNone(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problems.badRequest(errors);
        }
    }
}
