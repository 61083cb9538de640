package io.fairlead.relay.upstream;

import io.fairlead.relay.upstream.UpstreamFailure.Kind;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * One request to an upstream and its answer. It ends once, with whatever comes first: the whole body, a failure, a body
 * that grows too large, or the end of the time; and it leaves no connection behind that still receives.
 */
final class Exchange {

    private final Upstream upstream;
    private final Clock clock;
    private final Instant requestedAt;
    private final Promise<UpstreamResponse> answer = Promise.promise();
    private final Buffer body = Buffer.buffer();

    private Exchange(Upstream upstream, Clock clock) {
        this.upstream = upstream;
        this.clock = clock;
        this.requestedAt = clock.instant();
    }

    static Future<UpstreamResponse> start(
            Vertx vertx, HttpClient client, Upstream upstream, RequestOptions request, Clock clock) {
        Exchange exchange = new Exchange(upstream, clock);
        long timer = vertx.setTimer(
                upstream.timeout().toMillis(), id -> exchange.fail(Kind.TIMEOUT, "did not answer in time"));
        client.request(request).onFailure(exchange::fail).onSuccess(exchange::send);
        return exchange.answer.future().onComplete(ended -> vertx.cancelTimer(timer));
    }

    private void send(HttpClientRequest request) {
        answer.future().onFailure(failure -> request.reset());
        request.exceptionHandler(this::fail);
        request.response().onFailure(this::fail).onSuccess(this::receive);
        request.end();
    }

    private void receive(HttpClientResponse response) {
        response.exceptionHandler(this::fail);
        response.handler(part -> {
            if (body.length() + part.length() > upstream.maxBody()) {
                fail(Kind.UNUSABLE, "answered with more than " + upstream.maxBody() + " bytes");
            } else {
                body.appendBuffer(part);
            }
        });
        response.endHandler(end -> answer.tryComplete(new UpstreamResponse(
                response.statusCode(), headers(response), body.getBytes(), requestedAt, clock.instant())));
    }

    private static HeaderFields headers(HttpClientResponse response) {
        List<HeaderFields.Field> fields = response.headers().entries().stream()
                .map(entry -> new HeaderFields.Field(entry.getKey(), entry.getValue()))
                .toList();
        return new HeaderFields(fields);
    }

    private void fail(Throwable cause) {
        if (cause instanceof ConnectTimeoutException) {
            fail(Kind.TIMEOUT, "could not be connected to in time");
        } else {
            fail(Kind.UNREACHABLE, "cannot be reached");
        }
    }

    private void fail(Kind kind, String reason) {
        answer.tryFail(new UpstreamFailure(upstream.name(), kind, reason));
    }
}
