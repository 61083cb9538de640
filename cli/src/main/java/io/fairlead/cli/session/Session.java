package io.fairlead.cli.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.CommandFailure;
import io.fairlead.cli.Exit;
import io.fairlead.cli.session.IdentityProvider.Reply;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Who is signed in: renews the access token when it is about to expire. */
public final class Session {

    private final CredentialsFile file;
    private final Clock clock;

    public Session(CredentialsFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** The gateway of the last sign-in, if there was one. */
    public Optional<String> url() {
        return file.read().map(Credentials::url);
    }

    /** An access token for a gateway, or null where nobody is signed in there: some calls need none. */
    public String token(String url) {
        Optional<Credentials> kept =
                file.read().filter(credentials -> credentials.url().equals(url));
        if (kept.isEmpty()) {
            return null;
        }
        return kept.get().fresh(clock.instant())
                ? kept.get().accessToken()
                : file.alone(() -> renewed(url)).accessToken();
    }

    /** Keeps who has just signed in. */
    public void begin(Credentials credentials) {
        file.write(credentials);
    }

    /** Ends the session, here and at the identity provider. */
    public void end() {
        Optional<Credentials> kept = file.read();
        file.delete();
        kept.ifPresent(credentials -> new IdentityProvider(credentials.url())
                .post(
                        "revocation_endpoint",
                        Map.of("client_id", IdentityProvider.CLIENT, "token", credentials.refreshToken())));
    }

    private Credentials renewed(String url) {
        Credentials kept = file.read().orElseThrow(Session::over);
        if (kept.fresh(clock.instant())) {
            return kept;
        }
        Reply reply = new IdentityProvider(url)
                .post(
                        "token_endpoint",
                        Map.of(
                                "grant_type",
                                "refresh_token",
                                "client_id",
                                IdentityProvider.CLIENT,
                                "refresh_token",
                                kept.refreshToken()));
        if (!reply.granted()) {
            throw over();
        }
        Credentials next = credentials(url, reply.body(), clock.instant());
        file.write(next);
        return next;
    }

    private static CommandFailure over() {
        return new CommandFailure(Exit.SIGNED_OUT, "Your session has ended. Sign in again with: fairlead login");
    }

    static Credentials credentials(String url, JsonNode granted, Instant now) {
        return new Credentials(
                url,
                granted.path("access_token").asText(),
                now.plusSeconds(granted.path("expires_in").asLong()),
                granted.path("refresh_token").asText());
    }
}
