package io.fairlead.relay;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** An upstream that answers as each test wants it to, per path, and remembers what it was asked. */
public final class Origin implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Map<String, Queue<Asked>> asked = new ConcurrentHashMap<>();
    private final Queue<String> targets = new ConcurrentLinkedQueue<>();

    /** How a path is answered. */
    @FunctionalInterface
    public interface Script {

        /** Answers the request that is the so-manieth for its path, the first being 1. */
        void answer(HttpExchange exchange, int number) throws IOException;
    }

    /** A request as it came. */
    public record Asked(String method, Headers headers, String body) {

        /** The first value of a header field, or null. */
        public String header(String name) {
            return headers.getFirst(name);
        }
    }

    private Origin(HttpServer server) {
        this.server = server;
    }

    static Origin start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 1024);
        Origin origin = new Origin(server);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "origin");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", origin::answer);
        server.start();
        return origin;
    }

    /** Its base URL. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers a path like this from now on. */
    public void on(String path, Script script) {
        scripts.put(path, script);
    }

    /** Answers a path with a status, a body that tells the requests apart, and header fields. */
    public void on(String path, int status, String... headers) {
        on(path, (exchange, number) -> send(exchange, status, "answer " + number, headers));
    }

    /** What it was asked of a path, in order. */
    public Queue<Asked> asked(String path) {
        return asked.computeIfAbsent(path, key -> new ConcurrentLinkedQueue<>());
    }

    /** All request targets that it was ever asked for, as they came, in order. */
    public Queue<String> targets() {
        return targets;
    }

    /** Answers with a status, a body and header fields. */
    public static void send(HttpExchange exchange, int status, String body, String... headers) throws IOException {
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean none = bytes.length == 0
                || status == 204
                || status == 304
                || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, none ? -1 : bytes.length);
        if (!none) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        targets.add(exchange.getRequestURI().toString());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Queue<Asked> before = asked(path);
        int number;
        synchronized (before) {
            before.add(new Asked(exchange.getRequestMethod(), exchange.getRequestHeaders(), body));
            number = before.size();
        }
        scripts.getOrDefault(path, (unknown, n) -> send(unknown, 404, "")).answer(exchange, number);
    }
}
