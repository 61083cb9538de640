package io.fairlead.relay.upstream;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/**
 * A body that somebody else reads, and that we watch while they do.
 *
 * @param body the body
 * @param progress hears of each part of it
 * @param broken hears that it breaks off
 * @param end hears of its end
 */
record ObservedStream(ReadStream<Buffer> body, Runnable progress, Runnable broken, Runnable end)
        implements ReadStream<Buffer> {

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        body.handler(
                handler == null
                        ? null
                        : part -> {
                            progress.run();
                            handler.handle(part);
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        body.exceptionHandler(
                handler == null
                        ? null
                        : failure -> {
                            broken.run();
                            handler.handle(failure);
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        body.endHandler(
                handler == null
                        ? null
                        : nothing -> {
                            end.run();
                            handler.handle(nothing);
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        body.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        body.fetch(amount);
        return this;
    }
}
