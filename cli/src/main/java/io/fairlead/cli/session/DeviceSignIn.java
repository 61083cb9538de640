package io.fairlead.cli.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.CommandFailure;
import io.fairlead.cli.Exit;
import io.fairlead.cli.session.IdentityProvider.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;

/** The OAuth 2.0 device flow (RFC 8628): the person signs in with a browser, on whatever machine that runs. */
public final class DeviceSignIn {

    private static final Map<String, String> REQUEST = Map.of("client_id", IdentityProvider.CLIENT, "scope", "openid");
    private static final Duration SLOWER = Duration.ofSeconds(5);

    private final String url;
    private final Clock clock;

    public DeviceSignIn(String url, Clock clock) {
        this.url = url;
        this.clock = clock;
    }

    /**
     * Waits until the person has agreed.
     *
     * @param tell is told the address to open and the code to compare
     */
    public Credentials signIn(BiConsumer<String, String> tell) {
        IdentityProvider provider = new IdentityProvider(url);
        Reply asked = provider.post("device_authorization_endpoint", REQUEST);
        if (!asked.granted()) {
            throw new CommandFailure(Exit.ERROR, "The identity provider refuses this program: " + asked.description());
        }
        JsonNode device = asked.body();
        tell.accept(
                device.path("verification_uri_complete")
                        .asText(device.path("verification_uri").asText()),
                device.path("user_code").asText());
        Map<String, String> form = Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:device_code",
                "device_code",
                device.path("device_code").asText(),
                "client_id",
                IdentityProvider.CLIENT);
        Duration interval = Duration.ofSeconds(device.path("interval").asInt(5));
        while (true) {
            pause(interval);
            Reply reply = provider.post("token_endpoint", form);
            if (reply.granted()) {
                return Session.credentials(url, reply.body(), clock.instant());
            }
            switch (reply.error()) {
                case "authorization_pending" -> {}
                case "slow_down" -> interval = interval.plus(SLOWER);
                case "access_denied" -> throw new CommandFailure(Exit.FORBIDDEN, "Signing in was refused.");
                case "expired_token" -> throw new CommandFailure(
                        Exit.SIGNED_OUT, "Nobody signed in in time. Try again with: fairlead login");
                default -> throw new CommandFailure(Exit.ERROR, "Signing in failed: " + reply.description());
            }
        }
    }

    private static void pause(Duration interval) {
        try {
            Thread.sleep(interval.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(Exit.ERROR, "interrupted", e);
        }
    }
}
