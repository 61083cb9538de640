package io.fairlead.telemetry.kafka;

import io.fairlead.core.event.CloudEvents;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.identity.VesselScope;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.vessel.Sender;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.Tenant;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who wrote a record: the access token in its header {@code authorization} says so, and is verified like one that comes
 * over HTTP, but for its expiry, which is held against the record's time.
 *
 * <p>The tenant's name has a slash, so no request can choose it by its path: over HTTP no expired token is good.
 */
@ApplicationScoped
class RecordSender {

    private static final String BEARER = "Bearer ";

    private final TenantIdentityProvider tokens;
    private final RecordRules rules;
    private final Clock clock;

    RecordSender(@Tenant("kafka/records") TenantIdentityProvider tokens, RecordRules rules, Clock clock) {
        this.tokens = tokens;
        this.rules = rules;
        this.clock = clock;
    }

    /** The sender; fails with {@link RefusedRecord} when the record has no token that is good for it. */
    Uni<Sender> of(ConsumerRecord<String, byte[]> record) {
        String header = CloudEvents.get(record.headers(), "authorization");
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Uni.createFrom().failure(new RefusedRecord("The record has no access token."));
        }
        return tokens.authenticate(new AccessTokenCredential(
                        header.substring(BEARER.length()).strip()))
                .onFailure(AuthenticationFailedException.class)
                .transform(failure -> new RefusedRecord("The access token is not valid, or no longer."))
                .map(identity -> sender(identity, record.timestamp()));
    }

    private Sender sender(SecurityIdentity identity, long written) {
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        Instant issued = token.getIssuedAtTime() > 0 ? Instant.ofEpochSecond(token.getIssuedAtTime()) : null;
        RecordTime time = new RecordTime(issued, Instant.ofEpochSecond(token.getExpirationTime()), rules.skew());
        String fault = time.fault(Instant.ofEpochMilli(written), clock.instant());
        if (fault != null) {
            throw new RefusedRecord(fault);
        }
        boolean admin = identity.hasRole(Roles.ADMIN);
        if (!admin && !identity.hasRole(Roles.INGEST)) {
            throw new RefusedRecord("The access token has not the role " + Roles.INGEST + ".");
        }
        VesselScope scope = VesselScope.of(codes(token.getClaim("vessels")));
        String subject = token.getSubject() == null ? token.getName() : token.getSubject();
        return new Sender(subject, vessel -> {
            if (!admin && !scope.mayWrite(vessel)) {
                throw Problems.forbidden("The access token does not speak for vessel " + vessel + ".");
            }
        });
    }

    private static Collection<String> codes(Object claim) {
        if (claim instanceof JsonArray array) {
            return array.getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .collect(Collectors.toSet());
        }
        if (claim instanceof Collection<?> values) {
            return values.stream().map(String::valueOf).collect(Collectors.toSet());
        }
        return claim == null ? null : List.of(claim instanceof JsonString text ? text.getString() : claim.toString());
    }
}
