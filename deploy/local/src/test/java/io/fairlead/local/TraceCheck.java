package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fairlead.local.TraceReceiver.Span;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Follows one request from the gateway through a service, its outbox and Kafka into another service and down to a statement
 * there: each span is a child of the one before it, over processes that share nothing but what they send each other.
 */
final class TraceCheck {

    /** Spans leave a process in batches of some seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stack stack;
    private final TraceReceiver receiver;

    TraceCheck(Stack stack, TraceReceiver receiver) {
        this.stack = stack;
        this.receiver = receiver;
    }

    void run() {
        String trace = random(16);
        String caller = random(8);

        register("TRACE-" + trace.substring(0, 8), "00-" + trace + "-" + caller + "-01");

        Span door = await(trace, "gateway", "SERVER", span -> true);
        assertEquals(caller, door.parent());
        Span server =
                await(trace, "fleet-service", "SERVER", span -> span.name().endsWith("/api/v1/vessels"));
        requireDescendant(trace, server, door);
        Span stored = await(
                trace, "fleet-service", "CLIENT", span -> span.tags().toString().contains("insert into outbox"));
        requireDescendant(trace, stored, server);
        Span sent =
                await(trace, "fleet-service", "PRODUCER", span -> span.name().equals("send fleet.vessels"));
        requireDescendant(trace, sent, server);
        Span received = await(
                trace, "telemetry-service", "CONSUMER", span -> span.name().contains("fleet.vessels"));
        assertEquals(sent.id(), received.parent());
        Span applied = await(trace, "telemetry-service", "CLIENT", span -> span.tags()
                .toString()
                .contains("insert into vessel"));
        requireDescendant(trace, applied, received);
        tree(trace, door, 0).forEach(System.out::println);
    }

    private Stream<String> tree(String trace, Span span, int depth) {
        String line = "%s%s  %s %s"
                .formatted("  ".repeat(depth), span.service(), span.kind().toLowerCase(Locale.ROOT), span.name());
        return Stream.concat(
                Stream.of(line),
                receiver.of(trace).stream()
                        .filter(child -> child.parent().equals(span.id()))
                        .flatMap(child -> tree(trace, child, depth + 1)));
    }

    private void register(String code, String traceParent) {
        HttpRequest request = Http.to(stack.url() + "/api/v1/vessels")
                .header("Authorization", "Bearer " + Identity.OPERATOR.token(stack.url()))
                .header("Content-Type", "application/json")
                .header("traceparent", traceParent)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"code\":\"%s\",\"name\":\"Traced\",\"type\":\"survey\"}".formatted(code)))
                .build();
        HttpResponse<String> answer = Http.send(request);
        assertEquals(201, answer.statusCode(), answer.body());
    }

    private Span await(String trace, String service, String kind, Predicate<Span> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var found = receiver.of(trace).stream()
                    .filter(span ->
                            span.service().equals(service) && span.kind().equals(kind) && wanted.test(span))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            assertTrue(System.nanoTime() < deadline, () -> "no such %s span of %s; there are %s"
                    .formatted(kind, service, receiver.of(trace)));
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private void requireDescendant(String trace, Span span, Span ancestor) {
        List<Span> all = receiver.of(trace);
        Span at = span;
        while (!at.id().equals(ancestor.id())) {
            String parent = at.parent();
            at = all.stream()
                    .filter(other -> other.id().equals(parent))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(span + " is not below " + ancestor + " in " + all));
        }
    }

    private static String random(int bytes) {
        byte[] id = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
