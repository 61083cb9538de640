package io.fairlead.relay.relay;

import io.fairlead.relay.cache.ResponseCache;
import io.fairlead.relay.rules.ReadyAnswer;
import io.fairlead.relay.upstream.Upstream;
import io.fairlead.relay.upstream.Upstreams;
import io.netty.buffer.Unpooled;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Answers what most callers ask before anything else looks at it: a GET without conditions, of an upstream that is open
 * to everybody, whose answer is in memory, fresh and the same for all. Everything else goes the way of {@link Relay}, which
 * would answer these alike.
 */
@ApplicationScoped
class MemoryHits {

    private static final int BEFORE_AUTHENTICATION = 1000;

    /** Under which the metrics of requests look for the path's template. */
    private static final String TEMPLATE = "UrlPathTemplate";

    /** Fields with which a request asks for less or for more, or has something to say that has to be looked at. */
    private static final List<String> SPECIAL = List.of(
            "authorization",
            "cache-control",
            "cookie",
            "expect",
            "if-match",
            "if-modified-since",
            "if-none-match",
            "if-range",
            "if-unmodified-since",
            "pragma",
            "range",
            "transfer-encoding",
            "upgrade");

    private final Upstreams upstreams;
    private final ResponseCache cache;
    private final Clock clock;

    MemoryHits(Upstreams upstreams, ResponseCache cache, Clock clock) {
        this.upstreams = upstreams;
        this.cache = cache;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, BEFORE_AUTHENTICATION);
    }

    private void answer(RoutingContext context) {
        if (!answered(context.request())) {
            context.next();
        }
    }

    private boolean answered(HttpServerRequest request) {
        String target = request.uri();
        if (request.method() != HttpMethod.GET || special(request.headers())) {
            return false;
        }
        if (target.startsWith(NamedRelayResource.PREFIX)) {
            int begin = NamedRelayResource.PREFIX.length();
            int end = target.indexOf('/', begin);
            return end > 0
                    && upstreams
                            .named(target.substring(begin, end))
                            .filter(upstream ->
                                    answered(request, upstream, target.substring(end), NamedRelayResource.TEMPLATE))
                            .isPresent();
        }
        return target.startsWith(RelayResource.PREFIX)
                && answered(
                        request,
                        upstreams.menu(),
                        target.substring(RelayResource.PREFIX.length()),
                        RelayResource.TEMPLATE);
    }

    private static boolean special(MultiMap headers) {
        for (String name : SPECIAL) {
            if (headers.contains(name)) {
                return true;
            }
        }
        // Some clients, as Java's own, say of a GET that it has no body.
        String length = headers.get("content-length");
        return length != null && !length.equals("0");
    }

    private boolean answered(HttpServerRequest request, Upstream upstream, String path, String template) {
        Upstream.Access access = upstream.access();
        if (access.role().isPresent() || !access.methods().contains("GET") || !access.allows(path)) {
            return false;
        }
        Instant now = clock.instant();
        Optional<ReadyAnswer> ready = cache.ready(upstream, path, now);
        ready.ifPresent(answer -> {
            name(request, template);
            write(request, answer, now);
        });
        return ready.isPresent();
    }

    /** In the request's own context, which need not be the current one: requests may come before others are answered. */
    private static void name(HttpServerRequest request, String template) {
        if (request instanceof HttpServerRequestInternal served) {
            served.context().putLocal(TEMPLATE, template);
        }
    }

    private static void write(HttpServerRequest request, ReadyAnswer answer, Instant now) {
        HttpServerResponse response = request.response().setStatusCode(answer.status());
        answer.fields().fields().forEach(field -> response.headers().add(field.name(), field.value()));
        response.putHeader("Age", answer.age(now));
        response.putHeader("Cache-Status", answer.cacheStatus(now));
        response.end(Buffer.buffer(Unpooled.wrappedBuffer(answer.body())));
    }
}
