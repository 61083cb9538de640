package io.fairlead.job.energy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Telemetry's and fleet's sides of the conversation, and the token endpoint's, for the cases that the real ones cannot be made to
 * show on demand. What it answers about a vessel was recorded from telemetry-service.
 */
public class TelemetryStub implements QuarkusTestResourceLifecycleManager {

    private static final Map<String, List<Answer>> ANSWERS = new ConcurrentHashMap<>();
    private static final List<String> AUTHORIZATIONS = new CopyOnWriteArrayList<>();
    private static final AtomicInteger REFUSED_TOKENS = new AtomicInteger();
    private HttpServer server;

    /** One answer, or with status 0 a broken connection; the last of a vessel's answers is repeated. */
    public record Answer(int status, String body) {}

    public static void answer(String vessel, Answer... answers) {
        ANSWERS.put(vessel, new CopyOnWriteArrayList<>(answers));
    }

    /** Refuses so many requests for a token, the last of them by a broken connection. */
    static void refuseTokens(int times) {
        REFUSED_TOKENS.set(times);
    }

    static List<String> authorizations() {
        return AUTHORIZATIONS;
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/api/v1/power/", this::power);
        server.createContext("/api/v1/vessels", this::vessels);
        server.createContext("/protocol/openid-connect/token", this::token);
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of("fairlead.telemetry.url", address, "fairlead.fleet.url", address, "fairlead.oidc.url", address);
    }

    /** Tokens that have expired at once, so that each question needs a new one. */
    private void token(HttpExchange exchange) throws IOException {
        int refusals = REFUSED_TOKENS.getAndUpdate(left -> Math.max(0, left - 1));
        if (refusals == 1) {
            exchange.close();
        } else {
            send(
                    exchange,
                    refusals > 1 ? 503 : 200,
                    """
                    {"access_token":"token-of-job-service","token_type":"Bearer","expires_in":1}""");
        }
    }

    /** A fleet of two pages; telemetry has never heard of the last vessel. */
    private void vessels(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        send(
                exchange,
                200,
                query.contains("cursor=2")
                        ? "{\"items\":[{\"code\":\"MV302\",\"name\":\"b\"},{\"code\":\"MV404\",\"name\":\"c\"}],\"next\":null}"
                        : "{\"items\":[{\"code\":\"MV301\",\"name\":\"a\"}],\"next\":\"2\"}");
    }

    private void power(HttpExchange exchange) throws IOException {
        AUTHORIZATIONS.add(exchange.getRequestHeaders().getFirst("Authorization"));
        String vessel = exchange.getRequestURI().getPath().replace("/api/v1/power/", "");
        List<Answer> answers = ANSWERS.getOrDefault(vessel, List.of(new Answer(404, "{}")));
        Answer answer = answers.size() > 1 ? answers.remove(0) : answers.get(0);
        if (answer.status() == 0) {
            exchange.close();
        } else {
            send(exchange, answer.status(), answer.body());
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
