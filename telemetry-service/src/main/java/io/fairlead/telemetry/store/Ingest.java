package io.fairlead.telemetry.store;

import io.fairlead.core.event.Event;
import io.fairlead.core.outbox.Outbox;
import io.fairlead.telemetry.block.HeadBody;
import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.reading.Batch;
import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.reading.Receipt;
import io.fairlead.telemetry.store.Heads.Head;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes in a batch and says exactly what was new in it: readings, the windows that they touch and the events that tell
 * of both, in one transaction.
 *
 * <p>The rows of the batch's series are locked, in one order, before anything is read: of two instances that write to
 * one window, the second computes it from what the first has committed.
 */
@ApplicationScoped
public class Ingest {

    private final BatchTable batches;
    private final SeriesTable series;
    private final HeadTable heads;
    private final KnownReadings known;
    private final Recomputation recomputation;
    private final Outbox outbox;
    private final IntakeMetrics metrics;

    Ingest(
            BatchTable batches,
            SeriesTable series,
            HeadTable heads,
            KnownReadings known,
            Recomputation recomputation,
            Outbox outbox,
            IntakeMetrics metrics) {
        this.batches = batches;
        this.series = series;
        this.heads = heads;
        this.known = known;
        this.recomputation = recomputation;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /** What is new in one batch. */
    private record Novel(Batch batch, List<SeriesPoints> parts) {}

    /**
     * Stores a batch in the caller's transaction.
     *
     * @param producer who sent it; the same batch from the same producer is stored once
     * @return what became of it, durable when the transaction is; fails with 400 when a channel is kept in another unit
     */
    public Uni<Receipt> accept(SqlConnection transaction, Batch batch, String producer) {
        return accept(transaction, List.of(batch), producer);
    }

    /**
     * Stores the batches of one request, all or none, in the caller's transaction.
     *
     * @param request a batch for each vessel, in the order of their codes: in this order they are locked
     */
    public Uni<Receipt> accept(SqlConnection transaction, List<Batch> request, String producer) {
        byte[] digest = Batch.digest(request);
        return batches.open(transaction, producer, digest, request.get(0).door())
                .chain(id -> id.isPresent()
                        ? keep(transaction, id.getAsLong(), request)
                        : Uni.createFrom().item(receipt(request, List.of())))
                .invoke(receipt -> metrics.count(request.get(0).door(), receipt));
    }

    private Uni<Receipt> keep(SqlConnection transaction, long id, List<Batch> request) {
        return inTurn(request, batch -> lock(transaction, batch).map(parts -> new Novel(batch, parts)))
                .chain(locked -> inTurn(
                        locked, all -> known.without(transaction, all.batch().vessel(), all.parts())
                                .map(parts -> new Novel(all.batch(), parts))))
                .call(novel -> append(transaction, id, novel))
                .call(novel -> tell(transaction, id, novel))
                .map(novel -> receipt(request, novel))
                .call(receipt -> batches.close(transaction, id, receipt));
    }

    private Uni<Void> append(SqlConnection transaction, long id, List<Novel> novel) {
        List<Head> rows = novel.stream().flatMap(Ingest::heads).toList();
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String door = novel.get(0).batch().door();
        return heads.append(transaction, rows)
                .chain(() -> outbox.appendRendered(transaction, TelemetryEvents.accepted(id, door, rows)));
    }

    /** Appends all other events at once: their locks are taken in one order, after those of all series. */
    private Uni<Void> tell(SqlConnection transaction, long id, List<Novel> novel) {
        List<Touched> touched = novel.stream()
                .flatMap(one -> one.parts().stream())
                .filter(part -> part.series().channel().hasWindows())
                .flatMap(part -> Touched.by(part.series(), part.points()).stream())
                .toList();
        return recomputation.of(transaction, touched).chain(changes -> {
            List<Event> events = new ArrayList<>();
            changes.forEach(change -> events.add(TelemetryEvents.window(change)));
            novel.forEach(one -> events.addAll(TelemetryEvents.rejected(id, one.batch())));
            return outbox.append(transaction, events);
        });
    }

    private Uni<List<SeriesPoints>> lock(SqlConnection transaction, Batch batch) {
        Map<String, Points> parts = batch.parts().stream()
                .collect(Collectors.toMap(part -> part.channel().identity(), Batch.Part::points));
        List<Channel> channels = batch.parts().stream().map(Batch.Part::channel).toList();
        return series.lock(transaction, batch.vessel(), channels)
                .invoke(locked -> Units.require(channels, locked))
                .map(locked -> locked.stream()
                        .sorted(Comparator.comparingLong(Series::id))
                        .map(own ->
                                new SeriesPoints(own, parts.get(own.channel().identity())))
                        .toList());
    }

    private static Stream<Head> heads(Novel novel) {
        return Heads.of(
                novel.batch().vessel(),
                novel.parts().stream()
                        .map(part -> new HeadBody.Part(part.series().id(), part.points()))
                        .toList())
                .stream();
    }

    private static <T, R> Uni<List<R>> inTurn(List<T> items, Function<T, Uni<R>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .<R>transformToUniAndConcatenate(step::apply)
                .collect()
                .asList();
    }

    private static Receipt receipt(List<Batch> request, List<Novel> novel) {
        int accepted = novel.stream()
                .flatMap(one -> one.parts().stream())
                .mapToInt(part -> part.points().size())
                .sum();
        int sent = request.stream()
                .mapToInt(batch -> batch.size() + batch.repeated())
                .sum();
        int rejected =
                request.stream().mapToInt(batch -> batch.rejected().size()).sum();
        return new Receipt(accepted, sent - accepted, rejected);
    }
}
