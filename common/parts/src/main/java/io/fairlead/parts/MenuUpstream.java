package io.fairlead.parts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands in for the outside lunch-menu API: the same paths and shapes, slow and rate-limited on request, and it counts
 * what reaches it, so that a test can prove what the relay kept away from it.
 */
public final class MenuUpstream implements AutoCloseable {

    private static final Map<String, String> MENUS = Map.of(
            "quayside", menu("Quayside", "Pier 4", "Salmon with dill potatoes", "Pea soup with pancakes"),
            "galley", menu("The Galley", "Dock Street 12", "Fried herring with mash", "Lentil stew", "Salmon soup"),
            "lighthouse", menu("Lighthouse Canteen", "Harbour Road 1", "Meatballs with lingonberries", "Falafel"));

    private static final String LIST =
            """
            {"restaurants":[\
            {"name":"Quayside","identifier":"quayside"},\
            {"name":"The Galley","identifier":"galley"},\
            {"name":"Lighthouse Canteen","identifier":"lighthouse"}]}""";

    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Duration latency = Duration.ZERO;
    private volatile int failWith;

    private MenuUpstream(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts it on loopback.
     *
     * @param port the port, or 0 for a free one
     * @return the running stand-in
     * @throws IOException when the port is taken
     */
    public static MenuUpstream start(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 1024);
        MenuUpstream upstream = new MenuUpstream(server);
        server.setExecutor(Executors.newFixedThreadPool(16, work -> {
            Thread thread = new Thread(work, "menu-upstream");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/api/restaurant", upstream::answer);
        server.start();
        return upstream;
    }

    /**
     * Runs it until the process is told to stop.
     *
     * @param args port, then the latency of each answer in milliseconds
     * @throws IOException when the port is taken
     */
    public static void main(String[] args) throws IOException {
        MenuUpstream upstream = start(Integer.parseInt(args[0]));
        upstream.latency(Duration.ofMillis(args.length > 1 ? Long.parseLong(args[1]) : 0));
        System.out.println("Menu upstream answers on " + upstream.url());
    }

    /** How long each answer takes from now on. */
    public void latency(Duration latency) {
        this.latency = latency;
    }

    /** Answers every request with this status from now on; 0 answers properly again. */
    public void failWith(int status) {
        this.failWith = status;
    }

    /** How many requests have reached it. */
    public int requests() {
        return requests.get();
    }

    /** Its base URL, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        LockSupport.parkNanos(latency.toNanos());
        String identifier = exchange.getRequestURI().getPath().replaceFirst("^/api/restaurant/?", "");
        String body = identifier.isEmpty() ? LIST : MENUS.get(identifier);
        if (failWith != 0) {
            send(exchange, failWith, "{\"error\":\"out of order\"}");
        } else if (body == null) {
            send(exchange, 404, "{\"error\":\"no such restaurant\"}");
        } else {
            exchange.getResponseHeaders().set("Cache-Control", "public, max-age=300");
            send(exchange, 200, body);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static String menu(String title, String location, String... dishes) {
        StringBuilder json = new StringBuilder(
                "{\"restaurant\":{\"title\":\"%s\",\"location\":\"%s\",\"url\":\"\",\"map_url\":\"\",\"menu\":["
                        .formatted(title, location));
        for (int i = 0; i < dishes.length; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"dish\":\"")
                    .append(dishes[i])
                    .append("\"}");
        }
        return json.append("]}}").toString();
    }
}
