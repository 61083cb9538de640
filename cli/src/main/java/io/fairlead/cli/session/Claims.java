package io.fairlead.cli.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.cli.CommandFailure;
import io.fairlead.cli.Exit;
import java.io.IOException;
import java.util.Base64;

/** What an access token says of its holder. Only to be shown: whether it is true is for the services to check. */
public final class Claims {

    private Claims() {}

    /** The claims of a signed token (RFC 7519). */
    public static JsonNode of(String token) {
        String[] parts = token.split("\\.");
        try {
            return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
        } catch (IOException | RuntimeException e) {
            throw new CommandFailure(Exit.ERROR, "This token does not say whose it is.", e);
        }
    }
}
