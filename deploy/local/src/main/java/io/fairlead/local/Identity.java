package io.fairlead.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The demo identities of the realm; their passwords and secrets are public and good for loopback only. */
public enum Identity {
    VIEWER("viewer", true),
    OPERATOR("operator", true),
    ADMIN("admin", true),
    BI("fairlead-bi", false),
    WORKER("fairlead-worker", false),
    SHIP("ship-mv102", false),
    SHIPS("demo-ships", false);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration BUSY = Duration.ofMillis(300);
    private static final int MOST_TRIES = 5;

    private final String id;
    private final boolean person;

    Identity(String id, boolean person) {
        this.id = id;
        this.person = person;
    }

    String id() {
        return id;
    }

    String secret() {
        return id + "-demo";
    }

    boolean person() {
        return person;
    }

    /** A new access token, from the identity provider behind the gateway. */
    public String token(String url) {
        return person
                ? fetch(
                        url,
                        id,
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "fairlead-demo",
                                "username",
                                id,
                                "password",
                                secret(),
                                "scope",
                                "openid"))
                : clientToken(url, id, secret());
    }

    /** A new access token of a client that speaks for itself. */
    static String clientToken(String url, String client, String secret) {
        return fetch(
                url, client, Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    private static String fetch(String url, String who, Map<String, String> form) {
        HttpRequest request = Http.to(url + "/auth/realms/fairlead/protocol/openid-connect/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
                .build();
        HttpResponse<String> answer = Http.send(request);
        for (int tries = 1; answer.statusCode() == 400 && tries < MOST_TRIES; tries++) {
            pause();
            answer = Http.send(request);
        }
        if (answer.statusCode() != 200) {
            throw new LaunchException("no token for %s: %d %s".formatted(who, answer.statusCode(), answer.body()));
        }
        try {
            return JSON.readTree(answer.body()).get("access_token").asText();
        } catch (JsonProcessingException e) {
            throw new LaunchException("no token for " + who + ": the answer is not JSON", e);
        }
    }

    /** Keycloak refuses a password while it is still busy with the same person's last one, so as not to be guessed at. */
    private static void pause() {
        try {
            Thread.sleep(BUSY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted", e);
        }
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
