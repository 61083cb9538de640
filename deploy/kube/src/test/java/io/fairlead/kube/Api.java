package io.fairlead.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;

/** The API server's REST interface, which tells its warnings in a header: the clients of others hide those. */
final class Api {
    private static final String MANAGER = "fieldManager=fairlead&fieldValidation=Strict&force=true";

    private final HttpClient http;
    private final URI address;
    private final String token;
    private final ObjectMapper json = new ObjectMapper();

    Api(URI address, SSLContext trust, String token) {
        this.http = HttpClient.newBuilder().sslContext(trust).build();
        this.address = address;
        this.token = token;
    }

    /** What the server answered: the status, the object or problem, and its warnings. */
    record Answer(int status, JsonNode body, List<String> warnings) {

        boolean ok() {
            return status >= 200 && status < 300;
        }

        String message() {
            return body.path("message").asText();
        }

        JsonNode orFail() {
            if (!ok()) {
                throw new AssertionError(status + ": " + message());
            }
            return body;
        }
    }

    Answer get(String path) {
        return send("GET", path, null, null);
    }

    /** Server-side apply of a manifest as it was written. A dry run changes nothing. */
    Answer apply(String path, String yaml, boolean dryRun) {
        String query = MANAGER + (dryRun ? "&dryRun=All" : "");
        return send("PATCH", path + "?" + query, "application/apply-patch+yaml", yaml);
    }

    Answer create(String path, JsonNode object, boolean dryRun) {
        String query = "fieldValidation=Strict" + (dryRun ? "&dryRun=All" : "");
        return send("POST", path + "?" + query, "application/json", object.toString());
    }

    Answer merge(String path, String patch) {
        return send("PATCH", path + "?fieldValidation=Strict", "application/merge-patch+json", patch);
    }

    /** Watches what {@code path} lists, from what is there now, until {@code enough} of it, by name, holds. */
    Map<String, JsonNode> await(String path, Predicate<Map<String, JsonNode>> enough, Duration limit) {
        Instant end = Instant.now().plus(limit);
        Map<String, JsonNode> seen = new TreeMap<>();
        String query = (path.contains("?") ? "&" : "?") + "watch=1&timeoutSeconds=" + Math.max(1, limit.toSeconds());
        try {
            HttpRequest request = request(path + query).GET().build();
            var response = http.send(request, BodyHandlers.ofInputStream());
            try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    JsonNode event = json.readTree(line);
                    JsonNode object = event.path("object");
                    String name = object.path("metadata").path("name").asText();
                    if ("DELETED".equals(event.path("type").asText())) {
                        seen.remove(name);
                    } else {
                        seen.put(name, object);
                    }
                    if (enough.test(seen)) {
                        return seen;
                    }
                    if (Instant.now().isAfter(end)) {
                        break;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        throw new AssertionError("after %s, %s is still %s".formatted(limit, path, statuses(seen)));
    }

    private static Map<String, String> statuses(Map<String, JsonNode> seen) {
        Map<String, String> statuses = new TreeMap<>();
        seen.forEach((name, object) -> statuses.put(name, object.path("status").toString()));
        return statuses;
    }

    private Answer send(String method, String path, String type, String body) {
        HttpRequest.Builder request = request(path).timeout(Duration.ofSeconds(60));
        if (type != null) {
            request.header("Content-Type", type);
        }
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            JsonNode answer =
                    response.body().startsWith("{") ? json.readTree(response.body()) : json.createObjectNode();
            return new Answer(response.statusCode(), answer, response.headers().allValues("Warning"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
