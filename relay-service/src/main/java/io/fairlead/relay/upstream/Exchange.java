package io.fairlead.relay.upstream;

import io.fairlead.relay.http.HeaderFields;
import io.fairlead.relay.upstream.UpstreamFailure.Kind;
import io.netty.channel.ConnectTimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.streams.ReadStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One request to an upstream and its answer. First its head comes; then its body is collected, or passed on as it comes,
 * or not wanted. Whatever happens, no connection is left behind that still receives.
 */
public final class Exchange {

    private static final int CONNECTIONS = 4;

    private final Vertx vertx;
    private final Upstream upstream;
    private final Clock clock;
    private final Instant requestedAt;
    private final Promise<Exchange> head = Promise.promise();
    private final Promise<Boolean> collected = Promise.promise();
    private final Buffer body = Buffer.buffer();
    private volatile HttpClientRequest request;
    private volatile HttpClientResponse response;
    private volatile Instant receivedAt;
    private volatile long timer;
    private volatile boolean reused;
    private volatile boolean taken;
    private volatile IdleWatch watch;

    private Exchange(Vertx vertx, Upstream upstream, Clock clock) {
        this.vertx = vertx;
        this.upstream = upstream;
        this.clock = clock;
        this.requestedAt = clock.instant();
    }

    static Future<Exchange> start(
            Vertx vertx, HttpClient client, Upstream upstream, RequestOptions options, Call call, Clock clock) {
        Exchange exchange = new Exchange(vertx, upstream, clock);
        exchange.startTimer();
        exchange.open(client, options, call, CONNECTIONS);
        return exchange.head.future();
    }

    /** A kept connection may end at the moment in which it is taken: nothing was sent on it, so any request takes the next. */
    private void open(HttpClient client, RequestOptions options, Call call, int more) {
        client.request(options).onSuccess(opened -> send(opened, call)).onFailure(cause -> {
            if (cause instanceof HttpClosedException && more > 1) {
                open(client, options, call, more - 1);
            } else {
                fail(cause);
            }
        });
    }

    /** Its status code. */
    public int status() {
        return response.statusCode();
    }

    /** All its header fields. */
    public HeaderFields headers() {
        return fields(response.headers());
    }

    /** When the upstream was asked. */
    public Instant requestedAt() {
        return requestedAt;
    }

    /** When the answer's head came. */
    public Instant receivedAt() {
        return receivedAt;
    }

    /**
     * Reads the body, but not more than so many bytes.
     *
     * @return whether that is all; if not, {@link #rest} has what follows after {@link #body}
     */
    public Uni<Boolean> collect(long most) {
        response.handler(part -> {
            body.appendBuffer(part);
            if (body.length() > most) {
                response.pause();
                response.handler(null);
                collected.tryComplete(false);
            }
        });
        response.endHandler(end -> collected.tryComplete(true));
        response.resume();
        return Uni.createFrom().completionStage(collected.future().toCompletionStage());
    }

    /** What has been collected of the body. */
    public byte[] body() {
        return body.getBytes();
    }

    /**
     * What has not been collected; whoever takes it reads it to its end, or calls {@link #abandon}. It breaks off when
     * nothing moves for longer than the upstream may take to answer, be it that nothing comes or that nobody reads: there
     * are not many connections to an upstream, and none is for waiting.
     */
    public ReadStream<Buffer> rest() {
        take();
        watch = new IdleWatch(vertx, upstream.timeout(), this::abandon);
        return new ObservedStream(response, watch::moved, watch::stop, watch::stop);
    }

    /** The answer is no longer wanted. */
    public void abandon() {
        take();
        Optional.ofNullable(watch).ifPresent(IdleWatch::stop);
        request.reset();
    }

    /** The answer has no body, or it does not matter. */
    public void finish() {
        take();
        response.resume();
    }

    static HeaderFields fields(Iterable<Map.Entry<String, String>> entries) {
        var fields = new java.util.ArrayList<HeaderFields.Field>();
        entries.forEach(entry -> fields.add(new HeaderFields.Field(entry.getKey(), entry.getValue())));
        return new HeaderFields(fields);
    }

    private void send(HttpClientRequest opened, Call call) {
        request = opened;
        if (head.future().failed()) {
            opened.reset();
            return;
        }
        opened.exceptionHandler(this::fail);
        reused = InterimResponses.tell(opened.connection(), call.interim());
        opened.response().onFailure(this::fail).onSuccess(this::receive);
        call.body().ifPresentOrElse(body -> send(opened, body, call), opened::end);
    }

    /**
     * However long a caller takes to send a body, the upstream's time begins when it has all of it. But it must not stand
     * still, which is the upstream's fault only where there is something that it does not take.
     */
    private void send(HttpClientRequest opened, ReadStream<Buffer> upload, Call call) {
        stopTimer();
        opened.setChunked(call.length().isEmpty());
        IdleWatch sending = new IdleWatch(vertx, upstream.timeout(), () -> {
            if (opened.writeQueueFull()) {
                fail(Kind.TIMEOUT, "did not take the request in time");
            } else {
                fail(Kind.STALLED_UPLOAD, "did not get all of the request in time");
            }
        });
        new ObservedStream(upload, sending::moved, this::breakOff, () -> {})
                .pipeTo(opened)
                .onComplete(end -> sending.stop())
                .onFailure(this::fail)
                .onSuccess(sent -> startTimer());
    }

    private void breakOff() {
        fail(Kind.BROKEN_UPLOAD, "did not get all of the request");
    }

    /** Also when the head came in time but nobody took the body, as its caller has gone: then nobody else ends it. */
    private void startTimer() {
        timer = vertx.setTimer(upstream.timeout().toMillis(), id -> {
            if (taken) {
                return;
            }
            fail(Kind.TIMEOUT, "did not answer in time");
            if (request != null) {
                request.reset();
            }
        });
    }

    /** What is left of the answer is somebody else's concern; that may be before all of the request has been sent. */
    private void take() {
        taken = true;
        stopTimer();
    }

    private void stopTimer() {
        vertx.cancelTimer(timer);
    }

    private void receive(HttpClientResponse received) {
        received.pause();
        received.exceptionHandler(this::fail);
        response = received;
        receivedAt = clock.instant();
        head.tryComplete(this);
    }

    private void fail(Throwable cause) {
        if (cause instanceof ConnectTimeoutException) {
            fail(Kind.TIMEOUT, "could not be connected to in time");
        } else {
            fail(Kind.UNREACHABLE, "cannot be reached");
        }
    }

    private void fail(Kind kind, String reason) {
        take();
        UpstreamFailure failure = reused && kind == Kind.UNREACHABLE
                ? new StaleConnection(upstream.name(), kind, reason)
                : new UpstreamFailure(upstream.name(), kind, reason);
        boolean unfinished = head.tryFail(failure);
        unfinished |= collected.tryFail(failure);
        if (unfinished && request != null) {
            request.reset();
        }
    }
}
