package io.fairlead.telemetry.influx;

import io.fairlead.core.identity.Caller;
import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.reading.Batch;
import io.fairlead.telemetry.reading.ReadingRules;
import io.fairlead.telemetry.store.Ingest;
import io.fairlead.telemetry.vessel.ReportingVessel;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * Takes in a request of line protocol, from whichever version's door: every line of every vessel is kept, in one
 * transaction, or none is.
 */
@ApplicationScoped
class LineIngest {

    private final ReportingVessel vessels;
    private final Ingest ingest;
    private final ReadingRules rules;
    private final InfluxRules influx;
    private final LineParser parser;
    private final Caller caller;
    private final Clock clock;
    private final Pool pool;

    LineIngest(
            ReportingVessel vessels,
            Ingest ingest,
            ReadingRules rules,
            InfluxRules influx,
            Caller caller,
            Clock clock,
            Pool pool) {
        this.vessels = vessels;
        this.ingest = ingest;
        this.rules = rules;
        this.influx = influx;
        this.parser = new LineParser(influx.vesselTag());
        this.caller = caller;
        this.clock = clock;
        this.pool = pool;
    }

    /**
     * Stores what a body says.
     *
     * @param encoding the header Content-Encoding, or null
     * @return 204 when it is durable, else the refusal
     */
    Uni<Response> write(byte[] body, String encoding, Precision precision) {
        byte[] bytes = LineBody.bytes(body, encoding, influx.unpacked().asLongValue());
        Lines lines = parser.parse(bytes, precision, rules.limits(clock), clock.instant());
        return inTurn(lines.vessels(), (vessel, series) -> vessels.byCode(vessel, "")
                        .replaceWithVoid())
                .chain(() -> lines.faults().isEmpty()
                        ? store(lines.vessels())
                        : Uni.createFrom().item(InfluxError.lines(lines.faults())))
                .onFailure(HttpProblem.class)
                .recoverWithItem(failure -> InfluxError.of((HttpProblem) failure));
    }

    private Uni<Response> store(SortedMap<String, List<Series>> found) {
        return pool.withTransaction(transaction -> inTurn(found, (vessel, series) -> keep(transaction, vessel, series)))
                .replaceWith(() -> Response.noContent().build());
    }

    private Uni<Void> keep(SqlConnection transaction, String vessel, List<Series> series) {
        return ingest.accept(transaction, batch(vessel, series), caller.subject())
                .replaceWithVoid();
    }

    private static Batch batch(String vessel, List<Series> series) {
        List<Batch.Part> parts = new ArrayList<>(series.size());
        int repeated = 0;
        for (Series each : series) {
            Points points = each.points().build();
            repeated += each.points().size() - points.size();
            parts.add(new Batch.Part(
                    each.channel(),
                    IntStream.range(0, points.size()).mapToObj(points::reading).toList()));
        }
        return new Batch(vessel, "influx", parts, repeated, List.of());
    }

    /** One vessel after the other, in one order: two requests about the same vessels cannot block each other. */
    private static Uni<Void> inTurn(SortedMap<String, List<Series>> found, Step step) {
        return Multi.createFrom()
                .iterable(found.entrySet())
                .onItem()
                .transformToUniAndConcatenate(vessel -> step.apply(vessel.getKey(), vessel.getValue()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private interface Step {
        Uni<Void> apply(String vessel, List<Series> series);
    }
}
