package io.fairlead.job.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;

/** Receives webhooks, answers as it is told, and keeps what it got. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final AtomicReference<Answering> answering = new AtomicReference<>(exchange -> answer(exchange, 204, ""));

    Receiver() {
        this(null);
    }

    /** With TLS, unless the context is null. */
    Receiver(SSLContext tls) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            if (tls == null) {
                server = HttpServer.create(address, 0);
            } else {
                HttpsServer secure = HttpsServer.create(address, 0);
                secure.setHttpsConfigurator(new HttpsConfigurator(tls));
                server = secure;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::receive);
        server.start();
    }

    /** What arrived. */
    record Message(String path, String host, String id, String timestamp, String signature, String link, String body) {}

    /** How it answers. */
    @FunctionalInterface
    interface Answering {
        void to(HttpExchange exchange) throws IOException;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    Receiver answering(Answering how) {
        answering.set(how);
        return this;
    }

    Receiver answering(int status) {
        return answering(exchange -> answer(exchange, status, "as told"));
    }

    /** The next message; waits for it. */
    Message next() throws InterruptedException {
        Message message = messages.poll(20, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("no message arrived");
        }
        return message;
    }

    /** Those that arrived and were not taken by {@link #next}. */
    List<Message> rest() {
        return List.copyOf(messages);
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void receive(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        messages.add(new Message(
                exchange.getRequestURI().toString(),
                headers.getFirst("Host"),
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                headers.getFirst("Link"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        answering.get().to(exchange);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
