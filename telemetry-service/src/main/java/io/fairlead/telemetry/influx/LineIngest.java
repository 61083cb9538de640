package io.fairlead.telemetry.influx;

import io.fairlead.core.identity.Caller;
import io.fairlead.telemetry.reading.BatchBuilder;
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
import java.util.SortedMap;

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
        LineProtocol.Lines lines = LineProtocol.parse(
                LineBody.text(body, encoding, influx.unpacked().asLongValue()));
        LineReadings readings =
                new LineReadings(lines, influx.vesselTag(), precision, rules.limits(clock), clock.instant());
        return inTurn(readings.batches(), (vessel, batch) -> vessels.byCode(vessel, "")
                        .replaceWithVoid())
                .chain(() -> readings.faults().isEmpty()
                        ? store(readings.batches())
                        : Uni.createFrom().item(InfluxError.lines(readings.faults())))
                .onFailure(HttpProblem.class)
                .recoverWithItem(failure -> InfluxError.of((HttpProblem) failure));
    }

    private Uni<Response> store(SortedMap<String, BatchBuilder> batches) {
        return pool.withTransaction(transaction -> inTurn(batches, (vessel, batch) -> keep(transaction, vessel, batch)))
                .replaceWith(() -> Response.noContent().build());
    }

    private Uni<Void> keep(SqlConnection transaction, String vessel, BatchBuilder batch) {
        return ingest.accept(transaction, batch.build(vessel, "influx"), caller.subject())
                .replaceWithVoid();
    }

    /** One vessel after the other, in one order: two requests about the same vessels cannot block each other. */
    private static Uni<Void> inTurn(SortedMap<String, BatchBuilder> batches, Step step) {
        return Multi.createFrom()
                .iterable(batches.entrySet())
                .onItem()
                .transformToUniAndConcatenate(batch -> step.apply(batch.getKey(), batch.getValue()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private interface Step {
        Uni<Void> apply(String vessel, BatchBuilder batch);
    }
}
