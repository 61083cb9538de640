package io.fairlead.job.queue;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Stores pieces of work in batches: what comes while the lanes are busy waits, and then goes as one; what comes while one is
 * waits for a moment, in which others come. When a batch is
 * refused, by the database or because a piece makes no sense ({@link IllegalArgumentException}), each piece goes by itself,
 * so that none suffers for another.
 *
 * @param <K> what a piece is about; a batch has one piece about each
 * @param <W> a piece
 * @param <R> what comes of it
 */
public final class Together<K, W, R> {

    private static final int LANES = 2;
    private static final int MOST = 200;

    /** For so long pieces gather for the second lane, while the first one is at work. */
    private static final Duration GATHER = Duration.ofMillis(2);

    /** One that is heavier goes by itself. */
    private static final long HEAVIEST = 8_000_000;

    /** A lane whose connection hangs is given up; whoever asked may ask again. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Function<List<W>, Uni<Map<K, R>>> work;
    private final Deque<Waiting<K, W, R>> waiting = new ArrayDeque<>();
    private final ToLongFunction<W> weight;
    private final Executor soon;
    private int busy;
    private boolean gathering;

    /** Bounds a batch by what its pieces weigh together, too: about as many as its statement has bytes. */
    public Together(Function<List<W>, Uni<Map<K, R>>> work, ToLongFunction<W> weight) {
        this(work, weight, task -> Infrastructure.getDefaultWorkerPool()
                .schedule(task, GATHER.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Gathers for as long as this lets a task wait. */
    Together(Function<List<W>, Uni<Map<K, R>>> work, ToLongFunction<W> weight, Executor soon) {
        this.work = work;
        this.weight = weight;
        this.soon = soon;
    }

    private record Waiting<K, W, R>(K key, W piece, long weight, UniEmitter<? super Optional<R>> emitter) {}

    /** What comes of a piece, empty if nothing; it is told where it was asked for. */
    public Uni<Optional<R>> submit(K key, W piece) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            Uni<Optional<R>> result = Uni.createFrom().emitter(emitter -> {
                if (goes(new Waiting<>(key, piece, weight.applyAsLong(piece), emitter))) {
                    next();
                }
            });
            return context == null ? result : result.emitOn(task -> context.runOnContext(any -> task.run()));
        });
    }

    /** Says whether a piece goes at once, because all lanes are free. */
    private synchronized boolean goes(Waiting<K, W, R> piece) {
        waiting.add(piece);
        if (busy > 0 && busy < LANES && !gathering) {
            gathering = true;
            soon.execute(this::gathered);
        }
        return busy == 0;
    }

    private void gathered() {
        synchronized (this) {
            gathering = false;
        }
        next();
    }

    private void next() {
        List<Waiting<K, W, R>> batch = take();
        if (!batch.isEmpty()) {
            store(batch).subscribe().with(done -> free(), failure -> free());
        }
    }

    private void free() {
        synchronized (this) {
            busy--;
        }
        next();
    }

    private synchronized List<Waiting<K, W, R>> take() {
        List<Waiting<K, W, R>> batch = new ArrayList<>();
        if (busy == LANES) {
            return batch;
        }
        Set<K> keys = new HashSet<>();
        long heavy = 0;
        for (Iterator<Waiting<K, W, R>> all = waiting.iterator(); all.hasNext() && batch.size() < MOST; ) {
            Waiting<K, W, R> piece = all.next();
            if (keys.contains(piece.key())) {
                continue;
            }
            heavy += piece.weight();
            if (heavy > HEAVIEST && !batch.isEmpty()) {
                break;
            }
            keys.add(piece.key());
            batch.add(piece);
            all.remove();
        }
        busy += batch.isEmpty() ? 0 : 1;
        return batch;
    }

    private Uni<Void> store(List<Waiting<K, W, R>> batch) {
        return Uni.createFrom()
                .deferred(() -> work.apply(batch.stream().map(Waiting::piece).toList()))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .invoke(results ->
                        batch.forEach(piece -> piece.emitter().complete(Optional.ofNullable(results.get(piece.key())))))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> failed(batch, failure));
    }

    private Uni<Void> failed(List<Waiting<K, W, R>> batch, Throwable failure) {
        boolean forOnePiece = failure instanceof PgException || failure instanceof IllegalArgumentException;
        if (batch.size() == 1 || !forOnePiece) {
            batch.forEach(piece -> piece.emitter().fail(failure));
            return Uni.createFrom().voidItem();
        }
        Uni<Void> alone = Uni.createFrom().voidItem();
        for (Waiting<K, W, R> piece : batch) {
            alone = alone.chain(() -> store(List.of(piece)));
        }
        return alone;
    }
}
