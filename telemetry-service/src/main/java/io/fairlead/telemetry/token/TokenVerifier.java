package io.fairlead.telemetry.token;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Says for whom a token acts. All that authentication needs to know of tokens, so that another service can have its own
 * way to find out.
 */
public interface TokenVerifier {

    /**
     * Whom a token stands for.
     *
     * @param id the token's
     * @param subject its owner's subject, stable for one person or service
     * @param name its owner's name
     * @param roles the roles that it carries
     * @param vessels the vessels that it speaks for; empty for the whole fleet
     * @param expires when it ends, if it is not revoked before
     */
    record Bearer(
            String id,
            String subject,
            String name,
            Set<String> roles,
            Optional<Set<String>> vessels,
            Instant expires) {}

    /** Whom the token stands for; empty when there is no such token, or it is expired or revoked. */
    Uni<Optional<Bearer>> verify(String secret);
}
