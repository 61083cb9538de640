package io.fairlead.relay.cache;

import io.fairlead.relay.upstream.Upstream;
import io.fairlead.relay.upstream.UpstreamFailure;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Bounds how many callers wait at once, so that a storm on an empty cache does not fill the memory. */
final class Waiters {

    private final int most;
    private final AtomicInteger waiting = new AtomicInteger();

    Waiters(int most) {
        this.most = most;
    }

    /** How many wait. */
    int waiting() {
        return waiting.get();
    }

    /** What a caller waits for; fails at once when too many wait already. */
    Uni<Answer> admit(Upstream upstream, Supplier<Uni<Answer>> work) {
        return Uni.createFrom().deferred(() -> {
            if (waiting.incrementAndGet() > most) {
                waiting.decrementAndGet();
                return Uni.createFrom().failure(UpstreamFailure.crowded(upstream.name()));
            }
            AtomicBoolean waits = new AtomicBoolean(true);
            return Uni.createFrom().deferred(work::get).onTermination().invoke(() -> leave(waits));
        });
    }

    /** Once for each caller: one that has its answer may still hang up, which is an end of its own to Mutiny. */
    private void leave(AtomicBoolean waits) {
        if (waits.compareAndSet(true, false)) {
            waiting.decrementAndGet();
        }
    }
}
