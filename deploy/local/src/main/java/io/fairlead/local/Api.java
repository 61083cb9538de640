package io.fairlead.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The API as a patient client uses it: asks again when the service is not there for a moment, and gives every POST an
 * Idempotency-Key, so that asking again does nothing twice.
 */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration TOKEN_USE = Duration.ofMinutes(2);
    private static final long PAUSE = Duration.ofMillis(250).toNanos();

    /** An answer, its body as JSON where it is that. */
    public record Answer(int status, JsonNode body, HttpResponse<String> response) {

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public boolean unavailable() {
            return status == 502 || status == 503 || status == 504;
        }
    }

    /** A token and when it was fetched. */
    private record Token(String text, long fetched) {

        boolean fresh() {
            return System.nanoTime() - fetched < TOKEN_USE.toNanos();
        }
    }

    private final String url;
    private final Duration patience;
    private final Map<Identity, Token> tokens = new ConcurrentHashMap<>();

    public Api(String url) {
        this(url, PATIENCE);
    }

    /**
     * The API behind a gateway.
     *
     * @param patience for how long to ask again; not at all when it is zero
     */
    public Api(String url, Duration patience) {
        this.url = url;
        this.patience = patience;
    }

    public Answer get(Identity who, String path) {
        return patiently(() -> send(to(who, path).GET()), answer -> !answer.unavailable(), path);
    }

    /** Asks until the answer is as it should be. */
    public Answer getUntil(Identity who, String path, Predicate<Answer> wanted) {
        return patiently(() -> send(to(who, path).GET()), wanted, path);
    }

    public Answer post(Identity who, String path, String body) {
        String key = UUID.randomUUID().toString();
        return patiently(
                () -> send(to(who, path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body))),
                answer -> !answer.unavailable(),
                path);
    }

    public Answer put(Identity who, String path, String body) {
        return change(() -> to(who, path).header("Content-Type", "application/json"), "PUT", path, body);
    }

    /** Patches whatever version there is (JSON Merge Patch). */
    public Answer patch(Identity who, String path, String body) {
        return change(
                () -> to(who, path)
                        .header("Content-Type", "application/merge-patch+json")
                        .header("If-Match", "*"),
                "PATCH",
                path,
                body);
    }

    /** What may be done twice. */
    private Answer change(Supplier<HttpRequest.Builder> request, String method, String path, String body) {
        return patiently(
                () -> send(request.get().method(method, HttpRequest.BodyPublishers.ofString(body))),
                answer -> !answer.unavailable(),
                path);
    }

    private HttpRequest.Builder to(Identity who, String path) {
        HttpRequest.Builder request = Http.to(url + path);
        return who == null ? request : request.header("Authorization", "Bearer " + token(who));
    }

    private String token(Identity who) {
        return tokens.compute(
                        who,
                        (identity, known) -> known != null && known.fresh()
                                ? known
                                : new Token(identity.token(url), System.nanoTime()))
                .text();
    }

    private static Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = Http.send(request.build());
        return new Answer(response.statusCode(), json(response.body()), response);
    }

    private static JsonNode json(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private Answer patiently(Supplier<Answer> call, Predicate<Answer> wanted, String path) {
        long deadline = System.nanoTime() + patience.toNanos();
        String last = "nothing";
        do {
            try {
                Answer answer = call.get();
                if (wanted.test(answer)) {
                    return answer;
                }
                last = answer.status() + " " + answer.response().body();
            } catch (LaunchException e) {
                last = e.getMessage();
            }
            LockSupport.parkNanos(Math.min(PAUSE, patience.toNanos()));
        } while (System.nanoTime() < deadline);
        throw new LaunchException(
                "%s has not come right within %d s; the last answer: %s".formatted(path, patience.toSeconds(), last));
    }
}
