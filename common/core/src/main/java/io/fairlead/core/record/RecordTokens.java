package io.fairlead.core.record;

import io.fairlead.core.event.CloudEvents;
import io.fairlead.core.inbox.BadEvent;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Who wrote a record: the access token in its header {@code authorization} says so, and is verified like one that comes over
 * HTTP, but for its expiry, which is held against the record's time (ADR 0012).
 *
 * <p>The tokens are verified as the tenant {@link #TENANT}, whose name has a slash, so no request can choose it by its path: over
 * HTTP no expired token is good. A service that takes records sets {@code fairlead.record-tokens.enabled}.
 */
public final class RecordTokens {

    /** The tenant of tokens in records. */
    public static final String TENANT = "kafka/records";

    private static final Logger LOG = Logger.getLogger(RecordTokens.class);
    private static final String BEARER = "Bearer ";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final TenantIdentityProvider tokens;
    private final Duration skew;
    private final Clock clock;

    /**
     * @param tokens of {@link #TENANT}
     * @param skew how far the clocks of producer, broker and identity provider may differ
     */
    public RecordTokens(TenantIdentityProvider tokens, Duration skew, Clock clock) {
        this.tokens = tokens;
        this.skew = skew;
        this.clock = clock;
    }

    /** Whoever wrote the record, asked for until it is known; fails with {@link BadEvent} when no token is good for it. */
    public Uni<SecurityIdentity> identity(ConsumerRecord<String, byte[]> record) {
        return Uni.createFrom()
                .deferred(() -> verified(record))
                .onFailure(failure -> !(failure instanceof BadEvent))
                .invoke(failure ->
                        LOG.warnf("topic=%s offset=%d retry=true reason=%s", record.topic(), record.offset(), failure))
                .onFailure(failure -> !(failure instanceof BadEvent))
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private Uni<SecurityIdentity> verified(ConsumerRecord<String, byte[]> record) {
        String header = CloudEvents.get(record.headers(), "authorization");
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Uni.createFrom().failure(new BadEvent("The record has no access token."));
        }
        return tokens.authenticate(new AccessTokenCredential(
                        header.substring(BEARER.length()).strip()))
                .onFailure(AuthenticationFailedException.class)
                .transform(failure -> new BadEvent("The access token is not valid, or no longer."))
                .invoke(identity -> requireGoodThen((JsonWebToken) identity.getPrincipal(), record.timestamp()));
    }

    private void requireGoodThen(JsonWebToken token, long written) {
        Instant issued = token.getIssuedAtTime() > 0 ? Instant.ofEpochSecond(token.getIssuedAtTime()) : null;
        RecordTime time = new RecordTime(issued, Instant.ofEpochSecond(token.getExpirationTime()), skew);
        String fault = time.fault(Instant.ofEpochMilli(written), clock.instant());
        if (fault != null) {
            throw new BadEvent(fault);
        }
    }
}
