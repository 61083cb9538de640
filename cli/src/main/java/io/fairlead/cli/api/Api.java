package io.fairlead.cli.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.fairlead.cli.CommandFailure;
import io.fairlead.cli.Exit;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** The services behind the gateway. Whatever they refuse becomes a {@link CommandFailure} with their own words. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final URI gateway;
    private final Supplier<String> token;

    /**
     * Speaks to the services.
     *
     * @param token gives an access token, or null where none is had
     */
    public Api(URI gateway, Supplier<String> token) {
        this.gateway = gateway;
        this.token = token;
    }

    /** Asks for JSON. */
    public Answer get(Query query) {
        return exchange("GET", query, null, Map.of());
    }

    /** Sends JSON, or nothing if that is null, and with it these headers. */
    public Answer send(String method, Query query, JsonNode body, Map<String, String> headers) {
        return exchange(method, query, body, headers);
    }

    /**
     * Asks for a file.
     *
     * @param accept its media type
     * @return its bytes as they come; the caller closes it
     */
    public InputStream download(Query query, String accept) {
        HttpResponse<InputStream> response =
                send(request("GET", query, BodyPublishers.noBody(), accept, Map.of()), BodyHandlers.ofInputStream());
        if (response.statusCode() >= 300) {
            throw refusal(response.statusCode(), text(response.body()));
        }
        return response.body();
    }

    private Answer exchange(String method, Query query, JsonNode body, Map<String, String> headers) {
        BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
        HttpResponse<String> response = send(
                request(method, query, content, "application/json", headers),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() >= 300) {
            throw refusal(response.statusCode(), response.body());
        }
        return new Answer(response.statusCode(), response.headers(), parsed(response.body()));
    }

    private HttpRequest request(
            String method, Query query, BodyPublisher body, String accept, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(query.toString()))
                .timeout(PATIENCE)
                .method(method, body)
                .header("Accept", accept);
        if (body.contentLength() > 0 && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        String bearer = token.get();
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return request.build();
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (ConnectException e) {
            throw new CommandFailure(Exit.UNAVAILABLE, "No answer from " + gateway + ". Is it the right address?", e);
        } catch (IOException e) {
            throw new CommandFailure(Exit.UNAVAILABLE, "The connection to %s broke: %s".formatted(gateway, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(Exit.ERROR, "interrupted", e);
        }
    }

    private CommandFailure refusal(int status, String body) {
        String hint = status == 401 ? " Sign in with: fairlead login" : "";
        return new CommandFailure(Exit.of(status), Problem.words(status, body) + hint);
    }

    private static JsonNode parsed(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new CommandFailure(Exit.ERROR, "The answer is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String text(InputStream body) {
        try (body) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
