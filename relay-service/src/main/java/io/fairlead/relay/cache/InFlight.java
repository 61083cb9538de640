package io.fairlead.relay.cache;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Lets any number of callers of one key in this instance wait for the same answer. */
final class InFlight {

    private final Map<CacheKey, CompletableFuture<Answer>> running = new ConcurrentHashMap<>();

    /**
     * The answer to a key: the one under way if there is any, else that of the work. A caller that goes away does not stop
     * what others wait for.
     *
     * @param work finds the answer; begun by the first caller only
     * @param alone finds the answer of a caller that waited for one which turned out to be meant for another only
     */
    Uni<Answer> join(CacheKey key, Supplier<Uni<Answer>> work, Supplier<Uni<Answer>> alone) {
        CompletableFuture<Answer> mine = new CompletableFuture<>();
        CompletableFuture<Answer> theirs = running.putIfAbsent(key, mine);
        if (theirs != null) {
            return Uni.createFrom()
                    .completionStage(theirs.copy())
                    .chain(answer -> answer.shareable() ? Uni.createFrom().item(answer.collapsed()) : alone.get());
        }
        Uni.createFrom()
                .deferred(work::get)
                .onTermination()
                .invoke(() -> running.remove(key, mine))
                .subscribe()
                .with(mine::complete, mine::completeExceptionally);
        return Uni.createFrom().completionStage(mine.copy());
    }
}
