package io.fairlead.relay.upstream;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Notices that nothing has moved for a while: at the earliest after the time it is given, at the latest after twice that. */
final class IdleWatch {

    private final Vertx vertx;
    private final long timer;
    private volatile boolean moved = true;

    IdleWatch(Vertx vertx, Duration patience, Runnable idle) {
        this.vertx = vertx;
        this.timer = vertx.setPeriodic(patience.toMillis(), id -> {
            if (!moved) {
                vertx.cancelTimer(id);
                idle.run();
            }
            moved = false;
        });
    }

    void moved() {
        moved = true;
    }

    void stop() {
        vertx.cancelTimer(timer);
    }
}
