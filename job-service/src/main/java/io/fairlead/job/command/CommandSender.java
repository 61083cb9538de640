package io.fairlead.job.command;

import io.fairlead.core.identity.Roles;
import io.fairlead.core.identity.TokenClaims;
import io.fairlead.core.inbox.BadEvent;
import io.fairlead.core.record.RecordTokens;
import io.fairlead.job.project.Person;
import io.quarkus.oidc.Tenant;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** In whose name a command is, as its token says. */
@ApplicationScoped
class CommandSender {

    private final RecordTokens tokens;

    CommandSender(@Tenant(RecordTokens.TENANT) TenantIdentityProvider provider, CommandConfig config, Clock clock) {
        this.tokens = new RecordTokens(provider, config.skew(), clock);
    }

    /** The sender; fails with {@link BadEvent} when no token is good for the record, or it may not submit jobs. */
    Uni<Person> of(ConsumerRecord<String, byte[]> record) {
        return tokens.identity(record).map(CommandSender::person);
    }

    private static Person person(SecurityIdentity identity) {
        if (!identity.hasRole(Roles.OPERATOR)) {
            throw new BadEvent("The access token has not the role " + Roles.OPERATOR + ".");
        }
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        return new Person(
                TokenClaims.subject(token), token.getName(), identity.hasRole(Roles.ADMIN), TokenClaims.vessels(token));
    }
}
