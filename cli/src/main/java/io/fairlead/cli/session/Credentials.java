package io.fairlead.cli.session;

import java.time.Instant;

/**
 * What a sign-in leaves behind.
 *
 * @param url the gateway they are for
 * @param accessToken what requests carry, until it expires
 * @param refreshToken what gets the next access token
 */
public record Credentials(String url, String accessToken, Instant expires, String refreshToken) {

    /** Whether the access token is good for the next moments. */
    boolean fresh(Instant now) {
        return expires.isAfter(now.plusSeconds(20));
    }

    @Override
    public String toString() {
        return "credentials for " + url;
    }
}
