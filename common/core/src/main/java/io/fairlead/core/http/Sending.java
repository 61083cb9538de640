package io.fairlead.core.http;

import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** Sends the pieces of one body: it asks for the next when the last is on its way. */
final class Sending implements MultiSubscriber<byte[]> {

    private static final Logger LOG = Logger.getLogger(Sending.class);
    private static final Subscription CANCELLED = new Subscription() {
        @Override
        public void request(long pieces) {
            // nobody is there any more
        }

        @Override
        public void cancel() {
            // it is
        }
    };

    private final ResteasyReactiveRequestContext request;
    private final AtomicReference<Subscription> source = new AtomicReference<>();

    Sending(ResteasyReactiveRequestContext request) {
        this.request = request;
    }

    /** The client is gone. */
    void cancel() {
        Subscription subscription = source.getAndSet(CANCELLED);
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        if (source.compareAndSet(null, subscription)) {
            subscription.request(1);
        } else {
            subscription.cancel();
        }
    }

    @Override
    public void onItem(byte[] piece) {
        if (piece.length == 0) {
            source.get().request(1);
            return;
        }
        request.serverResponse().write(piece).whenComplete((done, failure) -> {
            if (failure == null) {
                source.get().request(1);
            } else {
                cancel();
            }
        });
    }

    @Override
    public void onFailure(Throwable failure) {
        if (!request.serverResponse().headWritten()) {
            request.resume(failure, true);
            return;
        }
        LOG.warnf("path=%s broken-off=true reason=%s", request.getPath(), failure);
        request.unwrap(RoutingContext.class).response().reset();
        request.close();
    }

    @Override
    public void onCompletion() {
        request.serverResponse().end();
        request.close();
    }
}
