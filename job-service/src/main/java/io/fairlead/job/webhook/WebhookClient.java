package io.fairlead.job.webhook;

import io.fairlead.job.subscriber.PublicAddress;
import io.fairlead.job.subscriber.WebhookConfig;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Posts to addresses that callers named. The name is looked up once, all that it leads to is checked, and the connection goes
 * to the very address that was checked: a name that leads elsewhere a moment later does not matter. Redirects are answers
 * like any other; nothing of this machine's environment (proxies) is used.
 */
@ApplicationScoped
public class WebhookClient {

    private static final int READ_BYTES = 2000;
    private static final int KEPT_CHARACTERS = 500;

    private final HttpClient client;
    private final WebhookConfig config;
    private final HostLookup lookup;

    @Inject
    WebhookClient(Vertx vertx, WebhookConfig config) {
        this(vertx, config, HostLookup.SYSTEM, null);
    }

    /**
     * A client.
     *
     * @param trust whose certificates are good; null for those that the platform trusts
     */
    WebhookClient(Vertx vertx, WebhookConfig config, HostLookup lookup, TrustOptions trust) {
        this.config = config;
        this.lookup = lookup;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setTrustOptions(trust)
                .setTracingPolicy(TracingPolicy.IGNORE) // receivers are others: our traces are none of their business
                .setKeepAlive(false)
                .setMaxPoolSize(config.connections())
                .setConnectTimeout((int) config.timeout().toMillis()));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Posts a JSON body. Whatever goes wrong is an answer too. */
    Uni<Answer> post(URI address, Map<String, String> headers, String body) {
        return Uni.createFrom()
                .item(() -> lookUp(address))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(server -> exchange(address, server, headers, body))
                .onFailure()
                .recoverWithItem(failure -> Answer.none(reason(failure)));
    }

    /** The receiver is not to be called. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason);
        }
    }

    private InetAddress lookUp(URI address) {
        if (!"https".equals(address.getScheme()) && !config.http()) {
            throw new Refused("Only https is allowed.");
        }
        try {
            List<InetAddress> found = lookup.addresses(address.getHost());
            if (!config.privateAddresses()
                    && !found.stream().allMatch(candidate -> PublicAddress.is(candidate.getAddress()))) {
                throw new Refused("The host is not one of the public Internet.");
            }
            return found.get(0);
        } catch (UnknownHostException e) {
            throw new Refused("The host's name leads nowhere.");
        }
    }

    private Uni<Answer> exchange(URI address, InetAddress server, Map<String, String> headers, String body) {
        boolean tls = "https".equals(address.getScheme());
        int port = address.getPort() > 0 ? address.getPort() : tls ? 443 : 80;
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, server.getHostAddress()))
                .setHost(address.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(target(address))
                .setFollowRedirects(false)
                .setTimeout(config.timeout().toMillis());
        headers.forEach(options::putHeader);
        Exchange exchange = new Exchange();
        return Uni.createFrom()
                .completionStage(() -> client.request(options)
                        .compose(request -> exchange.run(request, body))
                        .toCompletionStage())
                .ifNoItem()
                .after(config.timeout())
                .recoverWithUni(() -> {
                    exchange.cancel();
                    return Uni.createFrom().failure(new Refused("The receiver took too long."));
                });
    }

    private static String target(URI address) {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    private static String reason(Throwable failure) {
        return failure instanceof Refused ? failure.getMessage() : "The receiver could not be reached.";
    }

    /** One request and its answer, of which only the beginning is read. */
    private static final class Exchange {

        private volatile HttpClientRequest request;

        Future<Answer> run(HttpClientRequest started, String body) {
            request = started;
            return started.send(body).compose(this::read);
        }

        void cancel() {
            if (request != null) {
                request.reset();
            }
        }

        private Future<Answer> read(HttpClientResponse response) {
            Buffer read = Buffer.buffer();
            Promise<Void> enough = Promise.promise();
            response.handler(part -> {
                read.appendBuffer(part);
                if (read.length() >= READ_BYTES && enough.tryComplete()) {
                    cancel();
                }
            });
            response.endHandler(end -> enough.tryComplete());
            response.exceptionHandler(failure -> enough.tryComplete());
            return enough.future().map(done -> Answer.of(response.statusCode(), text(read), retryAfter(response)));
        }

        private static String text(Buffer read) {
            String text = new String(read.getBytes(), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
            return text.isEmpty() ? null : text.substring(0, text.offsetByCodePoints(0, kept(text)));
        }

        private static int kept(String text) {
            return Math.min(KEPT_CHARACTERS, text.codePointCount(0, text.length()));
        }

        private static Duration retryAfter(HttpClientResponse response) {
            String seconds = response.getHeader("Retry-After");
            return seconds != null && seconds.matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(seconds))
                    : null;
        }
    }
}
