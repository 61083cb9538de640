package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what the services of a stack have logged: each line one JSON object that says whose it is, and none a secret. */
final class LogCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}");
    private static final String NOWHERE = "nowhere";

    private final Stack stack;
    private final Path data;

    LogCheck(Stack stack, Path data) {
        this.stack = stack;
        this.data = data;
    }

    void run() throws IOException {
        String trace = failWithATrace();
        List<String> secrets = secrets();
        boolean traced = false;
        for (Service service : Service.values()) {
            List<String> lines = lines(service);
            assertFalse(lines.isEmpty(), service.module());
            for (String line : lines) {
                JsonNode event = json(line);
                assertEquals(service.module(), event.path("service").asText(), line);
                for (String field : List.of("timestamp", "level", "loggerName", "message")) {
                    assertTrue(event.hasNonNull(field), line);
                }
                secrets.forEach(secret -> assertFalse(line.contains(secret), service.module() + " tells a secret"));
                assertFalse(TOKEN.matcher(line).find(), service.module() + " tells a token");
                traced |= event.at("/mdc/traceId").asText().equals(trace)
                        && event.at("/mdc/spanId").asText().length() == 16;
            }
        }
        assertTrue(traced, "no line of trace " + trace);
    }

    /** Asks an upstream that is not there, which is worth a line. */
    private String failWithATrace() {
        Api.Answer made = new Api(stack.url())
                .post(
                        Identity.ADMIN,
                        "/api/v1/relay/upstreams",
                        "{\"name\":\"%s\",\"url\":\"http://127.0.0.1:1\"}".formatted(NOWHERE));
        assertTrue(made.status() == 201 || made.status() == 409, made.response()::body);
        String trace = UUID.randomUUID().toString().replace("-", "");
        // Without the gateway: the instance that took the upstream knows it at once, whichever it was.
        for (String instance : stack.settings().urls(Service.RELAY)) {
            Http.send(Http.to(instance + "/api/v1/relay/" + NOWHERE + "/")
                    .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                    .build());
        }
        return trace;
    }

    private List<String> secrets() throws IOException {
        Properties drawn = new Properties();
        try (Reader file = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            drawn.load(file);
        }
        return Stream.concat(
                        drawn.values().stream().map(String::valueOf),
                        Stream.of(Service.values()).map(service -> service.module() + "-demo"))
                .toList();
    }

    private List<String> lines(Service service) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("logs"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(service.module()))
                    .flatMap(LogCheck::read)
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }

    private static Stream<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
