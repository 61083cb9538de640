package io.fairlead.relay.cache;

import io.fairlead.relay.rules.StoredResponse;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Lets any number of callers in this instance who want the same wait for the same answer. */
final class InFlight {

    private final Map<String, CompletableFuture<Answer>> running = new ConcurrentHashMap<>();
    private final Clock clock;

    InFlight(Clock clock) {
        this.clock = clock;
    }

    /**
     * The answer: the one under way if there is any, else that of the work. A caller that goes away does not stop what
     * others wait for.
     *
     * @param key tells who wants the same
     * @param work finds the answer; begun by the first caller only
     * @param suits whether an answer that others may have is what this caller asked for
     * @param alone finds the answer of a caller that waited for one which turned out not to be for it
     */
    Uni<Answer> join(
            String key, Supplier<Uni<Answer>> work, Predicate<StoredResponse> suits, Supplier<Uni<Answer>> alone) {
        CompletableFuture<Answer> mine = new CompletableFuture<>();
        CompletableFuture<Answer> theirs = running.putIfAbsent(key, mine);
        if (theirs != null) {
            return Uni.createFrom()
                    .completionStage(theirs.copy())
                    .chain(answer -> answer.shared().filter(suits).isPresent()
                            ? Uni.createFrom().item(answer.collapsed(clock.instant()))
                            : alone.get());
        }
        Uni.createFrom()
                .deferred(work::get)
                .onTermination()
                .invoke(() -> running.remove(key, mine))
                .subscribe()
                .with(mine::complete, mine::completeExceptionally);
        return Uni.createFrom().completionStage(mine.copy());
    }

    /** Whether somebody is at it. */
    boolean running(String key) {
        return running.containsKey(key);
    }
}
