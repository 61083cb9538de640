package io.fairlead.cli.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.cli.CommandFailure;
import io.fairlead.cli.Exit;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The OpenID provider behind the gateway, whose addresses come from its own discovery document. */
final class IdentityProvider {

    static final String CLIENT = "fairlead-cli";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DOCUMENT = "/auth/realms/fairlead/.well-known/openid-configuration";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String url;
    private JsonNode document;

    IdentityProvider(String url) {
        this.url = url;
    }

    /**
     * What an endpoint answered.
     *
     * @param error the code of RFC 6749 or 8628, empty when it was granted
     */
    record Reply(String error, JsonNode body) {

        boolean granted() {
            return error.isEmpty();
        }

        String description() {
            return body.path("error_description").asText(error);
        }
    }

    /** Posts a form to the endpoint that the discovery document has under this name. */
    Reply post(String endpoint, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> response = send(HttpRequest.newBuilder(endpoint(endpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
        JsonNode answer = json(response);
        if (response.statusCode() < 300) {
            return new Reply("", answer);
        }
        if (response.statusCode() >= 500 || !answer.path("error").isTextual()) {
            throw new CommandFailure(Exit.UNAVAILABLE, "The identity provider answered " + response.statusCode() + ".");
        }
        return new Reply(answer.path("error").asText(), answer);
    }

    private URI endpoint(String name) {
        if (document == null) {
            HttpResponse<String> response =
                    send(HttpRequest.newBuilder(URI.create(url + DOCUMENT)).GET());
            if (response.statusCode() != 200) {
                throw new CommandFailure(
                        Exit.UNAVAILABLE, "%s%s answered %d.".formatted(url, DOCUMENT, response.statusCode()));
            }
            document = json(response);
        }
        return URI.create(document.path(name).asText());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new CommandFailure(Exit.UNAVAILABLE, "No answer from %s. Is it the right address?".formatted(url), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(Exit.ERROR, "interrupted", e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
