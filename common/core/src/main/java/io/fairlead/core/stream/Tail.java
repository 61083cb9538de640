package io.fairlead.core.stream;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Follows a table of events: tells its rows by their growing ids, those that are there and those to come, whichever instance
 * wrote them. However many listen, an instance asks once per interval how far the table is, and reads rows only when it grew.
 *
 * <p>Whoever says how far answers for it that no row with a lower id appears later: the ids of a sequence are drawn in
 * another order than they are committed.
 */
public final class Tail {

    private static final int BATCH = 500;

    private final Duration poll;
    private final Uni<Long> complete;

    /**
     * A table that is looked at.
     *
     * @param poll how often
     * @param complete the id up to which the table is complete
     */
    public Tail(Duration poll, Supplier<Uni<? extends Long>> complete) {
        this.poll = poll;
        this.complete = Uni.createFrom().<Long>deferred(complete).memoize().atLeast(poll.dividedBy(2));
    }

    /** The rows of one listener. */
    @FunctionalInterface
    public interface Reader<T> {
        /** The first rows, as many as the limit says, beyond one id and up to another, in the order of their ids. */
        Uni<List<T>> read(long after, long upTo, int limit);
    }

    /** All rows after an id, those to come too. */
    public <T> Multi<T> after(long id, Reader<T> reader, ToLongFunction<T> idOf) {
        AtomicLong position = new AtomicLong(id);
        return Multi.createFrom()
                .ticks()
                .every(poll)
                .onOverflow()
                .drop()
                .onItem()
                .transformToMultiAndConcatenate(tick -> complete.onItem()
                        .transformToMulti(end -> end > position.get()
                                ? upTo(end, position, reader, idOf)
                                : Multi.createFrom().empty()));
    }

    private static <T> Multi<T> upTo(long end, AtomicLong position, Reader<T> reader, ToLongFunction<T> idOf) {
        return Multi.createBy()
                .repeating()
                .uni(() -> reader.read(position.get(), end, BATCH)
                        .invoke(rows ->
                                position.set(rows.size() == BATCH ? idOf.applyAsLong(rows.get(BATCH - 1)) : end)))
                .whilst(rows -> rows.size() == BATCH)
                .onItem()
                .transformToMultiAndConcatenate(rows -> Multi.createFrom().iterable(rows));
    }
}
