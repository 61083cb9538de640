package io.fairlead.relay.upstream;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Asks upstreams. A request is built from the path alone: nothing of a caller's own headers goes out, nor a
 * trace of ours, so what comes back was meant for nobody in particular and may be shared. Redirects are relayed, never followed.
 */
@ApplicationScoped
public class UpstreamClient {

    private static final int CONNECTIONS = 32;
    private static final int HEADER_BYTES = 16 * 1024;

    private final Vertx vertx;
    private final Clock clock;
    private final HttpClient client;

    UpstreamClient(Vertx vertx, Clock clock) {
        this.vertx = vertx;
        this.clock = clock;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS)
                .setMaxHeaderSize(HEADER_BYTES)
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setKeepAliveTimeout(30));
    }

    /**
     * Asks an upstream.
     *
     * @param path a path that {@link UpstreamPath} has no objection to, with its query
     * @return the answer, whatever its status; fails with {@link UpstreamFailure} only
     */
    public Uni<UpstreamResponse> get(Upstream upstream, String path) {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(upstream.base().getHost())
                .setPort(upstream.port())
                .setSsl(upstream.secure())
                .setURI(upstream.target(path))
                .setConnectTimeout(upstream.connectTimeout().toMillis())
                .setFollowRedirects(false)
                .putHeader("Accept", "*/*")
                .putHeader("User-Agent", "fairlead-relay")
                .putHeader("Via", "1.1 fairlead");
        return Uni.createFrom().completionStage(() -> Exchange.start(vertx, client, upstream, request, clock)
                .toCompletionStage());
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
