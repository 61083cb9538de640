package io.fairlead.telemetry.token;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A token that was just made.
 *
 * @param secret what to send as Bearer token or Basic password; it is shown here and never again
 */
@Schema(description = "A token that was just made, with its secret.")
public record CreatedAccessToken(
        @Schema(
                        description = "What to send as Bearer token, or as the password of Basic authentication. It is"
                                + " shown here and never again.",
                        pattern = "^fl_pat_[0-9A-Za-z]{38}$")
                String secret,
        AccessToken token) {

    /** Without the secret, so that no log gets it by accident. */
    @Override
    public String toString() {
        return "CreatedAccessToken[token=" + token + "]";
    }
}
