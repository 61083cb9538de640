package io.fairlead.core.notify;

import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Opens sessions that hear PostgreSQL's notices. A pool's connections cannot: whoever listens must keep the session. They
 * connect as the pool does, to a server with a certificate too.
 */
@ApplicationScoped
public class DatabaseNotices {

    private static final String CHECKS_NAME = "HTTPS";

    private final Vertx vertx;
    private final PgConnectOptions database;

    DatabaseNotices(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password", defaultValue = "") String password,
            @ConfigProperty(name = "fairlead.database.ca") Optional<String> authority) {
        this.vertx = vertx;
        this.database = PgConnectOptions.fromUri(url)
                .setUser(user)
                .setPassword(password)
                .setHostnameVerificationAlgorithm(CHECKS_NAME);
        authority.ifPresent(file -> database.setPemTrustOptions(new PemTrustOptions().addCertPath(file)));
    }

    /** A session of its own, not connected yet; to be closed by who asked for it. */
    public PgSubscriber subscriber() {
        return PgSubscriber.subscriber(vertx, database);
    }
}
