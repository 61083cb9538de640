package io.fairlead.telemetry.table;

import io.fairlead.core.problem.Problems;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Bounds how many tables are written at once, each of which takes some tens of megabytes: who comes too many waits for a
 * turn, and is told to come back when it takes too long. One person has half of the turns at most, so that nobody who
 * fetches side by side, or slowly, keeps all others waiting.
 */
@Startup
@ApplicationScoped
class DownloadTurns {

    /** What one table is taken for: a group of rows, what it is compressed to, and pieces on their way. */
    private static final long MEMORY = 48L << 20;

    private static final int LEAST = 2;

    private final int most;
    private final Duration patience;
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private final Map<String, Integer> persons = new HashMap<>();
    private final Counter refused;
    private int taken;

    DownloadTurns(DownloadRules rules, MeterRegistry meters) {
        this.most = Math.max(
                LEAST, rules.atOnce().orElse((int) (Runtime.getRuntime().maxMemory() / MEMORY)));
        this.patience = rules.patience();
        this.refused = Counter.builder("fairlead.downloads.refused")
                .description("Downloads refused because too many were under way")
                .register(meters);
        Gauge.builder("fairlead.downloads.active", this, DownloadTurns::taken)
                .description("Downloads that are being written")
                .register(meters);
    }

    /** A turn for somebody, which is to be left in any case. */
    Turn turn(String person) {
        return new Turn(person);
    }

    private synchronized int taken() {
        return taken;
    }

    private synchronized void enter(Turn turn) {
        waiting.add(turn);
        admit();
    }

    private synchronized void leave(Turn turn) {
        if (turn.taken) {
            turn.taken = false;
            taken--;
            persons.merge(turn.person, -1, (held, one) -> held + one == 0 ? null : held + one);
            admit();
        } else {
            waiting.remove(turn);
        }
    }

    /** In the order in which they came, but for those of whom enough are under way. */
    private void admit() {
        var next = waiting.iterator();
        while (taken < most && next.hasNext()) {
            Turn turn = next.next();
            int held = persons.getOrDefault(turn.person, 0);
            if (held < most / 2) {
                next.remove();
                turn.taken = true;
                taken++;
                persons.put(turn.person, held + 1);
                turn.granted.complete(null);
            }
        }
    }

    /** Somebody's turn: waits, is granted, is left. */
    final class Turn {

        private final String person;
        private final CompletableFuture<Void> granted = new CompletableFuture<>();
        private boolean taken;

        private Turn(String person) {
            this.person = person;
        }

        /** Ends when the turn has come, on the caller's context; with 503 when it does not come in time. */
        Uni<Void> come() {
            enter(this);
            return granted.isDone() ? Uni.createFrom().voidItem() : await().emitOn(here());
        }

        private Uni<Void> await() {
            return Uni.createFrom()
                    .completionStage(granted)
                    .ifNoItem()
                    .after(patience)
                    .fail()
                    .onFailure(TimeoutException.class)
                    .transform(late -> {
                        refused.increment();
                        return Problems.unavailable("Too many downloads are under way at once. Try again.", patience);
                    });
        }

        void leave() {
            DownloadTurns.this.leave(this);
        }
    }

    /** Turns are granted by who leaves, elsewhere. */
    private static Executor here() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> context.runOnContext(none -> task.run());
    }
}
