package io.fairlead.telemetry.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds what is taken in at once, before a body is read: under overload a sender is told to come back instead of the
 * service running out of memory.
 */
@ApplicationScoped
class IntakeLimit {

    private static final int BEFORE_BODIES = 400;
    /** What a request of unknown length is taken for, and the least that any is. */
    private static final long UNKNOWN = 1 << 20;

    private static final long LEAST = 4 << 10;

    private final IntakeRules rules;
    private final AtomicLong taken = new AtomicLong();
    private final Counter refused;

    IntakeLimit(IntakeRules rules, MeterRegistry meters) {
        this.rules = rules;
        this.refused = Counter.builder("fairlead.intake.refused")
                .description("Requests refused because too much was coming in")
                .register(meters);
        Gauge.builder("fairlead.intake.bytes", taken, AtomicLong::get)
                .description("Bodies of requests that are being taken in")
                .baseUnit("bytes")
                .register(meters);
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_BODIES);
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.method() != HttpMethod.POST || !isDoor(request.path())) {
            context.next();
            return;
        }
        long size = size(request);
        if (taken.addAndGet(size) > rules.bytes().asLongValue() && taken.get() != size) {
            taken.addAndGet(-size);
            refuse(context);
            return;
        }
        context.addEndHandler(done -> taken.addAndGet(-size));
        context.next();
    }

    private static boolean isDoor(String path) {
        return path.startsWith("/api/v1/power")
                || path.startsWith("/api/v1/sensors/")
                || path.startsWith("/api/v1/analytics/")
                || path.equals("/api/v2/write")
                || path.equals("/write");
    }

    private static long size(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? UNKNOWN : Math.max(LEAST, Long.parseLong(length));
        } catch (NumberFormatException e) {
            return UNKNOWN;
        }
    }

    private void refuse(RoutingContext context) {
        refused.increment();
        long seconds = Math.max(1, rules.retryAfter().toSeconds());
        context.response()
                .setStatusCode(503)
                .putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .putHeader(HttpHeaders.CONNECTION, "close")
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(new JsonObject()
                        .put("type", "/problems/overloaded")
                        .put("title", "Overloaded")
                        .put("status", 503)
                        .put("detail", "Too much is coming in at once; nothing of this request is stored. Try again.")
                        .put("code", "unavailable")
                        .put("message", "Too much is coming in at once; nothing is stored. Try again.")
                        .encode());
    }
}
