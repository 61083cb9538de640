package io.fairlead.telemetry.store;

import io.fairlead.core.outbox.Outbox;
import io.fairlead.telemetry.reading.Batch;
import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.reading.Receipt;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes in a batch, whichever its door: readings, the windows that they touch and the events that tell of both, in one
 * transaction and a fixed number of statements.
 *
 * <p>The rows of the batch's series are locked, in one order, before anything is read: of two instances that write to
 * one window, the second computes it from what the first has committed.
 */
@ApplicationScoped
public class Ingest {

    private final BatchTable batches;
    private final SeriesTable series;
    private final ReadingTable readings;
    private final Recomputation recomputation;
    private final Outbox outbox;

    Ingest(BatchTable batches, SeriesTable series, ReadingTable readings, Recomputation recomputation, Outbox outbox) {
        this.batches = batches;
        this.series = series;
        this.readings = readings;
        this.recomputation = recomputation;
        this.outbox = outbox;
    }

    /**
     * Stores a batch in the caller's transaction.
     *
     * @param producer who sent it; the same batch from the same producer is stored once
     * @return what became of it, durable when the transaction is
     */
    public Uni<Receipt> accept(SqlConnection transaction, Batch batch, String producer) {
        return batches.open(transaction, producer, batch)
                .chain(id -> id.isPresent()
                        ? keep(transaction, id.getAsLong(), batch)
                        : Uni.createFrom().item(receipt(batch, 0)));
    }

    private Uni<Receipt> keep(SqlConnection transaction, long id, Batch batch) {
        return lock(transaction, batch)
                .chain(parts -> readings.keep(transaction, id, parts))
                .chain(changed -> recomputation
                        .after(transaction, changed)
                        .call(windows -> outbox.append(transaction, TelemetryEvents.of(id, batch, changed, windows)))
                        .replaceWith(() -> receipt(batch, count(changed))))
                .call(receipt -> batches.close(transaction, id, receipt));
    }

    private Uni<List<SeriesReadings>> lock(SqlConnection transaction, Batch batch) {
        Map<String, Batch.Part> parts = batch.parts().stream()
                .collect(Collectors.toMap(part -> part.channel().identity(), Function.identity()));
        List<Channel> channels = batch.parts().stream().map(Batch.Part::channel).toList();
        return series.lock(transaction, batch.vessel(), channels).map(locked -> locked.stream()
                .sorted(Comparator.comparingLong(Series::id))
                .map(own -> new SeriesReadings(
                        own, parts.get(own.channel().identity()).readings()))
                .toList());
    }

    private static int count(List<SeriesReadings> parts) {
        return parts.stream().mapToInt(part -> part.readings().size()).sum();
    }

    private static Receipt receipt(Batch batch, int accepted) {
        int duplicate = batch.size() - accepted + batch.repeated();
        return new Receipt(accepted, duplicate, batch.rejected().size());
    }
}
