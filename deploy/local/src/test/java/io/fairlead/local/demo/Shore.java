package io.fairlead.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Stands where a ship's packages go to, gives tokens, and keeps the times that it was told of. */
final class Shore implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<Instant> times = new ArrayList<>();
    private volatile String latest = "";
    private volatile boolean refuse;
    private volatile int lists;

    private Shore(HttpServer server) {
        this.server = server;
    }

    static Shore open() {
        try {
            Shore shore = new Shore(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            shore.server.createContext("/auth", exchange -> answer(exchange, 200, "{\"access_token\":\"a\"}"));
            shore.server.createContext("/api/v1/sensors/iso19848", shore::take);
            shore.server.createContext("/api/v1/sensors", shore::latest);
            shore.server.start();
            return shore;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized List<Instant> times() {
        return List.copyOf(times);
    }

    int lists() {
        return lists;
    }

    synchronized void forget() {
        times.clear();
    }

    /** Has a reading already. */
    void has(String channel, Instant time) {
        latest = "{\"channel\":{\"name\":\"%s\"},\"reading\":{\"time\":\"%s\"}}".formatted(channel, time);
    }

    void refuse(boolean all) {
        refuse = all;
    }

    private synchronized void take(HttpExchange exchange) throws IOException {
        JsonNode content =
                JSON.readTree(exchange.getRequestBody().readAllBytes()).path("Package");
        if (refuse) {
            answer(exchange, 503, "{}");
            return;
        }
        lists += content.has("DataChannelList") ? 1 : 0;
        content.findValuesAsText("TimeStamp").stream()
                .filter(time -> content.has("TimeSeriesData") && !time.startsWith("2026-01-01"))
                .map(Instant::parse)
                .forEach(times::add);
        answer(exchange, 200, "{\"accepted\":1}");
    }

    private void latest(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "{\"items\":[" + latest + "]}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
