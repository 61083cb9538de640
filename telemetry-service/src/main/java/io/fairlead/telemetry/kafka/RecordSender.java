package io.fairlead.telemetry.kafka;

import io.fairlead.core.identity.Roles;
import io.fairlead.core.identity.TokenClaims;
import io.fairlead.core.identity.VesselScope;
import io.fairlead.core.inbox.BadEvent;
import io.fairlead.core.problem.Problems;
import io.fairlead.core.record.RecordTokens;
import io.fairlead.telemetry.vessel.Sender;
import io.quarkus.oidc.Tenant;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Which ship's gateway wrote a record, and for which vessels its token may write. */
@ApplicationScoped
class RecordSender {

    private final RecordTokens tokens;

    RecordSender(@Tenant(RecordTokens.TENANT) TenantIdentityProvider provider, RecordRules rules, Clock clock) {
        this.tokens = new RecordTokens(provider, rules.skew(), clock);
    }

    /** The sender; fails with {@link BadEvent} when the record has no token that is good for it. */
    Uni<Sender> of(ConsumerRecord<String, byte[]> record) {
        return tokens.identity(record).map(RecordSender::sender);
    }

    private static Sender sender(SecurityIdentity identity) {
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        boolean admin = identity.hasRole(Roles.ADMIN);
        if (!admin && !identity.hasRole(Roles.INGEST)) {
            throw new BadEvent("The access token has not the role " + Roles.INGEST + ".");
        }
        VesselScope scope = TokenClaims.vessels(token);
        return new Sender(TokenClaims.subject(token), vessel -> {
            if (!admin && !scope.mayWrite(vessel)) {
                throw Problems.forbidden("The access token does not speak for vessel " + vessel + ".");
            }
        });
    }
}
