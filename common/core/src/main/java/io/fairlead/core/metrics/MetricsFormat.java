package io.fairlead.core.metrics;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Gives the metrics as OpenMetrics, which has the exemplars, to whoever accepts it. Prometheus accepts the plain form too,
 * and Quarkus would prefer that one for it.
 */
@ApplicationScoped
class MetricsFormat {

    private static final String OPEN_METRICS = "application/openmetrics-text";
    private static final String AS_QUARKUS_WRITES_IT = OPEN_METRICS + "; version=1.0.0; charset=utf-8";
    private static final int BEFORE_THE_METRICS = -1_000;

    void register(@Observes Router router) {
        router.route("/q/metrics").order(BEFORE_THE_METRICS).handler(MetricsFormat::choose);
    }

    private static void choose(RoutingContext context) {
        HttpServerRequest request = context.request();
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted != null && accepted.contains(OPEN_METRICS)) {
            request.headers().set(HttpHeaders.ACCEPT, AS_QUARKUS_WRITES_IT);
        }
        context.next();
    }
}
