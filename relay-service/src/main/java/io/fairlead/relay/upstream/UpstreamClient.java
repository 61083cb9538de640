package io.fairlead.relay.upstream;

import io.fairlead.relay.http.HeaderFields;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Asks upstreams. Redirects are relayed, never followed. */
@ApplicationScoped
public class UpstreamClient {

    private static final int CONNECTIONS = 32;
    private static final int HEADER_BYTES = 16 * 1024;

    private final Vertx vertx;
    private final Clock clock;
    private final HttpClient client;
    private final UpstreamGate gate;

    UpstreamClient(Vertx vertx, Clock clock, UpstreamGate gate) {
        this.gate = gate;
        this.vertx = vertx;
        this.clock = clock;
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setMaxHeaderSize(HEADER_BYTES)
                        .setTracingPolicy(TracingPolicy.IGNORE)
                        .setKeepAliveTimeout(30))
                .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS))
                .withConnectHandler(InterimResponses::takeOutOf)
                .build();
    }

    /**
     * Asks an upstream. What changes nothing is asked a second time when the connection had been kept and was of no use any
     * more (RFC 9110, 9.2.2).
     *
     * @param call a request for a path that {@link UpstreamPath} has no objection to
     * @return the head of the answer, whatever its status; fails with {@link UpstreamFailure} only
     */
    public Uni<Exchange> send(Upstream upstream, Call call) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(call.head().method()))
                .setHost(upstream.base().getHost())
                .setPort(upstream.port())
                .setSsl(upstream.secure())
                .setURI(upstream.target(call.head().path()))
                .setConnectTimeout(upstream.connectTimeout().toMillis())
                .setFollowRedirects(false);
        for (HeaderFields.Field field : call.head().headers().fields()) {
            options.addHeader(field.name(), field.value());
        }
        call.length().ifPresent(length -> options.putHeader("Content-Length", Long.toString(length)));
        Uni<Exchange> exchange = Uni.createFrom()
                .completionStage(() -> Exchange.start(vertx, client, upstream, options, call, clock)
                        .toCompletionStage());
        Uni<Exchange> tried = call.repeatable()
                ? exchange.onFailure(StaleConnection.class).retry().atMost(1)
                : exchange;
        return gate.through(upstream, tried);
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
