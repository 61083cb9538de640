package io.fairlead.telemetry.influx;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/**
 * Lets clients of InfluxDB bring their access token as they are used to: {@code Authorization: Token}, or as the
 * password of Basic authentication. It becomes a Bearer token before anybody looks, and is checked like any other.
 */
@ApplicationScoped
class InfluxCredentials {

    private static final int BEFORE_AUTHENTICATION = 300;
    private static final Set<String> DOORS = Set.of("/api/v2/write", "/write", "/query");

    void register(@Observes Filters filters) {
        filters.register(InfluxCredentials::translate, BEFORE_AUTHENTICATION);
    }

    private static void translate(RoutingContext context) {
        HttpServerRequest request = context.request();
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && DOORS.contains(request.path())) {
            request.headers().set(HttpHeaders.AUTHORIZATION, bearer(header));
        }
        context.next();
    }

    static String bearer(String header) {
        if (header.regionMatches(true, 0, "Token ", 0, 6)) {
            return "Bearer " + header.substring(6).strip();
        }
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return header;
        }
        try {
            byte[] pair = Base64.getDecoder().decode(header.substring(6).strip());
            String text = new String(pair, StandardCharsets.UTF_8);
            return "Bearer " + text.substring(text.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return header;
        }
    }
}
