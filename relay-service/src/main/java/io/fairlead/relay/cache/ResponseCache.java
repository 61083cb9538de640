package io.fairlead.relay.cache;

import io.fairlead.relay.http.HeaderFields;
import io.fairlead.relay.rules.CacheKey;
import io.fairlead.relay.rules.PassedHeaders;
import io.fairlead.relay.rules.ReadyAnswer;
import io.fairlead.relay.rules.RequestHead;
import io.fairlead.relay.rules.Reuse;
import io.fairlead.relay.rules.StoredResponse;
import io.fairlead.relay.upstream.Call;
import io.fairlead.relay.upstream.Upstream;
import io.fairlead.relay.upstream.UpstreamClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Answers GETs from memory, then from the database, then from the upstream, which all callers who want the same in all
 * instances together ask once.
 */
@Startup // so that its metrics are there before its first caller
@ApplicationScoped
public class ResponseCache {

    private static final Logger LOG = Logger.getLogger(ResponseCache.class);

    private final Clock clock;
    private final MemoryTier memory;
    private final NotKept notKept = new NotKept();
    private final ReadyAnswers ready = new ReadyAnswers();
    private final CacheCounters counters;
    private final InFlight inFlight;
    private final Waiters waiters;
    private final Lookup.Parts parts;

    ResponseCache(
            UpstreamClient client, DatabaseTier database, Clock clock, CacheSettings settings, MeterRegistry meters) {
        this.clock = clock;
        this.memory = new MemoryTier(settings.memory().asLongValue());
        this.inFlight = new InFlight(clock);
        this.waiters = new Waiters(settings.waiters());
        this.counters = new CacheCounters(meters, memory, waiters);
        this.parts = new Lookup.Parts(memory, database, client, notKept, clock);
    }

    /**
     * The whole answer to a plain GET of our own.
     *
     * @param path a path that may be sent on to the upstream, with its query
     */
    public Uni<Answer> get(Upstream upstream, String path) {
        HeaderFields headers = PassedHeaders.ofRequest(HeaderFields.of("Accept", "*/*"), upstream.trusted());
        return get(upstream, Call.of(new RequestHead("GET", path, headers)))
                .chain(answer -> WholeAnswer.of(answer, upstream));
    }

    /**
     * The answer to a caller's GET.
     *
     * @return the answer; fails with {@link io.fairlead.relay.upstream.UpstreamFailure} when there is none, not even a
     *     stale one
     */
    public Uni<Answer> get(Upstream upstream, Call call) {
        Search search = new Search(upstream, call);
        List<StoredResponse> kept = memory.find(search.key());
        return inMemory(search, kept)
                .map(answer -> Uni.createFrom().item(answer))
                .orElseGet(() -> waiters.admit(upstream, () -> beyondMemory(search, kept)))
                .invoke(counters::count);
    }

    /**
     * The answer to a caller who asks for all of something and sets no conditions; empty when memory has none that is fresh and
     * the same for all.
     *
     * @param path the path with its query, as the caller wrote it
     */
    public Optional<ReadyAnswer> ready(Upstream upstream, String path, Instant now) {
        List<StoredResponse> kept = memory.find(new CacheKey(upstream.name(), path));
        Optional<ReadyAnswer> found =
                kept.size() == 1 ? ready.of(upstream, kept).filter(answer -> answer.fresh(now)) : Optional.empty();
        found.ifPresent(answer -> counters.countReady());
        return found;
    }

    /** What is kept for a request that wants no more than the head of the answer to a GET; null when nothing is. */
    public Uni<Answer> head(Upstream upstream, Call call) {
        Search search = new Search(upstream, call.with(call.head().asGet().unconditional()));
        List<StoredResponse> kept = memory.find(search.key());
        return inMemory(search, kept)
                .map(answer -> Uni.createFrom().item(answer))
                .orElseGet(() -> waiters.admit(upstream, () -> new Lookup(search, kept, parts).findIfKept()))
                .invoke(answer -> Optional.ofNullable(answer).ifPresent(counters::count));
    }

    /** Forgets from memory what a purge covers. */
    void forget(Purge purge) {
        memory.purge(purge);
    }

    Waiters waiters() {
        return waiters;
    }

    MemoryTier memory() {
        return memory;
    }

    CacheCounters counters() {
        return counters;
    }

    private Optional<Answer> inMemory(Search search, List<StoredResponse> kept) {
        Instant now = clock.instant();
        Optional<StoredResponse> selected = search.select(kept);
        Reuse reuse = selected.map(response -> search.reuse(response, now)).orElse(Reuse.VALIDATE);
        return switch (reuse) {
            case FRESH -> selected.map(response -> Answer.hit(response, "memory", search.policy(), now));
            case STALE -> selected.map(response -> Answer.hit(response, "max-stale", search.policy(), now));
            case STALE_WHILE_REVALIDATING -> {
                revalidate(search, kept);
                yield selected.map(response -> Answer.hit(response, "stale-while-revalidate", search.policy(), now));
            }
            case VALIDATE -> Optional.empty();
        };
    }

    private Uni<Answer> beyondMemory(Search search, List<StoredResponse> kept) {
        Lookup lookup = new Lookup(search, kept, parts);
        if (search.policy().obeysCallers() && search.head().control().has("only-if-cached")) {
            return lookup.findKept();
        }
        if (search.personal()) {
            return lookup.findAlone();
        }
        if (notKept.knows(search)) {
            return lookup.askAlone();
        }
        boolean partWanted =
                search.head().headers().has("Range") && search.select(kept).isEmpty();
        return partWanted ? lookup.findAlone() : coalesced(search, kept);
    }

    private Uni<Answer> coalesced(Search search, List<StoredResponse> kept) {
        return inFlight.join(
                search.flight(kept), () -> new Lookup(search, kept, parts).find(), search::suits, () -> new Lookup(
                                search, kept, parts)
                        .askAlone());
    }

    private void revalidate(Search search, List<StoredResponse> kept) {
        if (!inFlight.running(search.flight(kept))) {
            Search later = new Search(search.upstream(), Call.of(search.head().unconditional()));
            Lookup lookup = new Lookup(later, kept, parts);
            inFlight.join(search.flight(kept), lookup::revalidate, later::suits, lookup::find)
                    .subscribe()
                    .with(
                            answer -> answer.rest().ifPresent(rest -> rest.abandon()),
                            failure -> LOG.debugf(
                                    "key=%s revalidated=false", search.key().text()));
        }
    }
}
