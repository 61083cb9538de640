package io.fairlead.relay.cache;

import io.fairlead.relay.http.HeaderFields;
import io.fairlead.relay.rules.CacheGroups;
import io.fairlead.relay.rules.CacheKey;
import io.fairlead.relay.rules.CacheStatus;
import io.fairlead.relay.rules.CacheStatus.Outcome;
import io.fairlead.relay.rules.Invalidation;
import io.fairlead.relay.rules.PassedHeaders;
import io.fairlead.relay.rules.RequestHead;
import io.fairlead.relay.rules.Storage;
import io.fairlead.relay.rules.StoredResponse;
import io.fairlead.relay.rules.Variant;
import io.fairlead.relay.upstream.Call;
import io.fairlead.relay.upstream.Exchange;
import io.fairlead.relay.upstream.Upstream;
import io.fairlead.relay.upstream.UpstreamClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Sends on what the cache cannot answer because of its method. A request that changed something makes what is kept of it
 * worthless, in every instance, before its answer is passed on.
 */
@ApplicationScoped
public class PassThrough {

    private static final Logger LOG = Logger.getLogger(PassThrough.class);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final UpstreamClient client;
    private final ResponseCache cache;
    private final DatabaseTier database;
    private final Purges purges;

    PassThrough(UpstreamClient client, ResponseCache cache, DatabaseTier database, Purges purges) {
        this.client = client;
        this.cache = cache;
        this.database = database;
        this.purges = purges;
    }

    /**
     * The upstream's own answer; fails with {@link io.fairlead.relay.upstream.UpstreamFailure} only. A caller that goes
     * away does not keep others from hearing of what it changed.
     */
    public Uni<Answer> send(Upstream upstream, Call call) {
        Uni<Answer> answer = cache.waiters()
                .admit(upstream, () -> client.send(upstream, call)
                        .chain(exchange -> received(upstream, call.head(), exchange)))
                .invoke(cache.counters()::count);
        return Uni.createFrom()
                .completionStage(() -> answer.subscribeAsCompletionStage().copy());
    }

    private Uni<Answer> received(Upstream upstream, RequestHead head, Exchange exchange) {
        HeaderFields headers = PassedHeaders.ofResponse(exchange.headers(), upstream.trusted());
        CacheKey key = new CacheKey(upstream.name(), head.path());
        Variant variant = Variant.of(head.headers(), Variant.names(headers));
        StoredResponse response = new StoredResponse(
                key, variant, exchange.status(), headers, new byte[0], exchange.requestedAt(), exchange.receivedAt());
        CacheStatus status = CacheStatus.forwarded(Outcome.METHOD, exchange.status());
        Answer answer = Answer.fresh(response, Optional.of(exchange), false, status, Optional.empty());

        Set<String> changed = Invalidation.paths(
                head, exchange.status(), headers, upstream.base().toString());
        Uni<Instant> forgotten = Uni.createFrom().item(Instant.MIN);
        for (String path : changed) {
            CacheKey at = new CacheKey(upstream.name(), path);
            forgotten = forgotten.chain(() -> forget(at.text(), purges.invalidate(at)));
        }
        Set<String> groups = CacheGroups.invalidated(head, headers);
        if (!groups.isEmpty()) {
            forgotten = forgotten.chain(() -> forget("groups", purges.invalidate(upstream.name(), groups)));
        }
        return forgotten.chain(asOf -> answersGets(upstream, head, response)
                ? kept(upstream, answer, asOf)
                : Uni.createFrom().item(answer));
    }

    private static Uni<Instant> forget(String what, Uni<Instant> purge) {
        return purge.onFailure().recoverWithItem(failure -> {
            LOG.warnf("key=%s invalidated=false reason=%s", what, failure.getMessage());
            return Instant.MIN;
        });
    }

    private static boolean answersGets(Upstream upstream, RequestHead head, StoredResponse response) {
        String about = response.headers()
                .first("Content-Location")
                .flatMap(reference -> Invalidation.path(
                        reference, head.path(), upstream.base().toString()))
                .orElse(null);
        return Storage.storablePost(head, response.status(), response.headers(), about, upstream.policy());
    }

    private Uni<Answer> kept(Upstream upstream, Answer answer, Instant asOf) {
        long generation = cache.memory().generation();
        Exchange exchange = answer.rest().orElseThrow();
        return exchange.collect(upstream.maxBody()).chain(all -> {
            StoredResponse head = answer.response();
            StoredResponse response = head.with(head.headers(), exchange.body());
            if (!all) {
                return Uni.createFrom()
                        .item(Answer.fresh(response, answer.rest(), false, answer.status(), Optional.empty()));
            }
            exchange.finish();
            StoredResponse kept = head.with(Storage.kept(head.headers(), upstream.policy()), exchange.body())
                    .askedAt(asOf.isAfter(head.requestedAt()) ? asOf.plus(MOMENT) : head.requestedAt());
            cache.memory().put(kept, generation);
            return database.save(kept, upstream.policy())
                    .replaceWith(Answer.fresh(response, Optional.empty(), false, answer.status(), Optional.empty()));
        });
    }
}
