package io.fairlead.telemetry.live;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import java.util.concurrent.ArrayBlockingQueue;

/** Somebody who listens to a vessel. What cannot be taken in time is kept up to a limit; beyond it the stream fails. */
final class LiveListener {

    private static final int MOST_WAITING = 256;

    private final String vessel;
    private final UnicastProcessor<LiveBatch> batches =
            UnicastProcessor.create(new ArrayBlockingQueue<>(MOST_WAITING), () -> {});

    LiveListener(String vessel) {
        this.vessel = vessel;
    }

    String vessel() {
        return vessel;
    }

    Multi<LiveBatch> batches() {
        return batches;
    }

    void on(LiveBatch batch) {
        batches.onNext(batch);
    }

    void fail(Throwable failure) {
        batches.onError(failure);
    }
}
