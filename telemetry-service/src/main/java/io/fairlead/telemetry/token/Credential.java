package io.fairlead.telemetry.token;

import io.fairlead.core.Computation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Finds a personal access token in a header {@code Authorization}: as Bearer, or as the password of Basic. */
@Computation
final class Credential {

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private Credential() {}

    /** The token, if the header brings one that claims to be ours. */
    static Optional<String> token(String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (isBearer(header)) {
            return Optional.of(header.substring(BEARER.length()).strip()).filter(TokenSecret::isOurs);
        }
        return header.regionMatches(true, 0, BASIC, 0, BASIC.length())
                ? password(header.substring(BASIC.length()).strip()).filter(TokenSecret::isOurs)
                : Optional.empty();
    }

    /** Whether the header brings a Bearer token of any kind. */
    static boolean isBearer(String header) {
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    private static Optional<String> password(String pair) {
        try {
            String text = new String(Base64.getDecoder().decode(pair), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(text.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
