package io.fairlead.telemetry.influx;

import io.fairlead.core.identity.Caller;
import io.fairlead.telemetry.reading.Batch;
import io.fairlead.telemetry.reading.ReadingRules;
import io.fairlead.telemetry.store.BulkIngest;
import io.fairlead.telemetry.vessel.ReportingVessel;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes in a request of line protocol, from whichever version's door: every line of every vessel is kept, in one
 * transaction, or none is. As many bodies are unpacked and parsed at once as there are processors; others wait packed.
 */
@ApplicationScoped
class LineIngest {

    private static final String DOOR = "influx";

    private final ReportingVessel vessels;
    private final BulkIngest ingest;
    private final ReadingRules rules;
    private final InfluxRules influx;
    private final LineParser parser;
    private final Caller caller;
    private final Clock clock;
    private final WorkerExecutor workers;

    LineIngest(
            ReportingVessel vessels,
            BulkIngest ingest,
            ReadingRules rules,
            InfluxRules influx,
            Caller caller,
            Clock clock,
            Vertx vertx) {
        this.vessels = vessels;
        this.ingest = ingest;
        this.rules = rules;
        this.influx = influx;
        this.parser = new LineParser(influx.vesselTag());
        this.caller = caller;
        this.clock = clock;
        this.workers = vertx.createSharedWorkerExecutor(
                "line-protocol", Runtime.getRuntime().availableProcessors());
    }

    @PreDestroy
    void close() {
        workers.closeAndForget();
    }

    /** What a body came to: the batches of its vessels, or what is wrong. */
    private record Parsed(List<String> vessels, List<Batch> batches, List<LineFault> faults) {}

    /**
     * Stores what a body says.
     *
     * @param encoding the header Content-Encoding, or null
     * @return 204 when it is durable, else the refusal
     */
    Uni<Response> write(byte[] body, String encoding, Precision precision) {
        String producer = caller.subject();
        return workers.executeBlocking(() -> parse(body, encoding, precision), false)
                .chain(parsed -> vessels.byCodes(parsed.vessels(), "")
                        .chain(() -> parsed.faults().isEmpty()
                                ? ingest.accept(parsed.batches(), producer)
                                        .replaceWith(() -> Response.noContent().build())
                                : Uni.createFrom().item(InfluxError.lines(parsed.faults()))))
                .onFailure(HttpProblem.class)
                .recoverWithItem(failure -> InfluxError.of((HttpProblem) failure));
    }

    private Parsed parse(byte[] body, String encoding, Precision precision) {
        byte[] bytes = LineBody.bytes(body, encoding, influx.unpacked().asLongValue());
        Lines lines = parser.parse(bytes, precision, rules.limits(clock), clock.instant());
        List<Batch> batches = new ArrayList<>();
        if (lines.faults().isEmpty()) {
            lines.vessels().forEach((vessel, series) -> batches.add(batch(vessel, series)));
        }
        return new Parsed(List.copyOf(lines.vessels().keySet()), batches, lines.faults());
    }

    private static Batch batch(String vessel, List<Series> series) {
        List<Batch.Part> parts = new ArrayList<>(series.size());
        int sent = 0;
        int kept = 0;
        for (Series each : series) {
            Batch.Part part = new Batch.Part(each.channel(), each.points().build());
            sent += each.points().size();
            kept += part.points().size();
            parts.add(part);
        }
        return new Batch(vessel, DOOR, parts, sent - kept, List.of());
    }
}
