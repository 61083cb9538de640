package io.fairlead.docs;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Sends a visitor of {@code /docs} or {@code /redoc} on to the folder, whose files are static resources. */
@ApplicationScoped
public class DocsPages {

    void redirect(@Observes Router router) {
        for (String page : List.of("/docs", "/redoc")) {
            router.route(page).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(DocsPages::toFolder);
        }
    }

    private static void toFolder(RoutingContext context) {
        if (context.request().path().endsWith("/")) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(308)
                .putHeader("Location", context.request().path() + "/")
                .end();
    }
}
