package io.fairlead.relay.cache;

import io.fairlead.relay.rules.RequestHead;
import io.fairlead.relay.rules.Reuse;
import io.fairlead.relay.rules.StoredResponse;
import io.fairlead.relay.rules.Validation;
import io.fairlead.relay.upstream.RequestLimit;
import io.fairlead.relay.upstream.UpstreamClient;
import io.fairlead.relay.upstream.UpstreamFailure;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One search for an answer that memory cannot give. When the upstream fails, what is stale is better than nothing, unless
 * the upstream forbade it.
 */
final class Lookup {

    private static final Duration TO_STORE = Duration.ofSeconds(5);

    private final Search search;
    private final Parts parts;
    private final List<StoredResponse> inMemory;
    private final long begun;
    private final UUID holder = UUID.randomUUID();
    private boolean freshOnly;

    /** What a search uses. */
    record Parts(MemoryTier memory, DatabaseTier database, UpstreamClient client, NotKept notKept, Clock clock) {}

    Lookup(Search search, List<StoredResponse> inMemory, Parts parts) {
        this.search = search;
        this.parts = parts;
        this.inMemory = inMemory;
        this.begun = parts.memory().generation();
    }

    /** Looks into the database and then, if no other instance is at it, asks the upstream. */
    Uni<Answer> find() {
        return inDatabase().chain(kept -> usable(kept)
                .map(found -> Uni.createFrom().item(fromDatabase(found)))
                .orElseGet(() -> once(kept)));
    }

    /** The same, content with nothing that is stale. */
    Uni<Answer> revalidate() {
        freshOnly = true;
        return find();
    }

    /** Looks into the database and then asks the upstream, whoever else is at it. */
    Uni<Answer> findAlone() {
        return inDatabase().chain(kept -> usable(kept)
                .map(found -> Uni.createFrom().item(fromDatabase(found)))
                .orElseGet(() -> ask(kept, true)));
    }

    /** Looks into the database only; null when nothing there is of use. */
    Uni<Answer> findIfKept() {
        return inDatabase().map(kept -> usable(kept).map(this::fromDatabase).orElse(null));
    }

    /** Looks into the database only; fails when nothing there is of use. */
    Uni<Answer> findKept() {
        return findIfKept()
                .onItem()
                .ifNull()
                .failWith(() -> new UpstreamFailure(
                        search.upstream().name(), UpstreamFailure.Kind.NOT_ASKED, "was not to be asked"));
    }

    /** Asks the upstream, whoever else is at it and whatever the database has. */
    Uni<Answer> askAlone() {
        return ask(inMemory, true);
    }

    private Uni<List<StoredResponse>> inDatabase() {
        return parts.database().find(search.key()).map(found -> {
            List<StoredResponse> all = new ArrayList<>(inMemory);
            all.addAll(found);
            return all;
        });
    }

    private Optional<StoredResponse> usable(List<StoredResponse> kept) {
        return search.select(kept).filter(found -> {
            Reuse reuse = search.reuse(found, parts.clock().instant());
            return reuse == Reuse.FRESH || (reuse != Reuse.VALIDATE && !freshOnly);
        });
    }

    private Uni<Answer> once(List<StoredResponse> kept) {
        FetchLease.Right right = new FetchLease.Right(search.key(), search.flight(kept), holder);
        Duration patience =
                search.upstream().limit().map(RequestLimit::patience).orElse(Duration.ZERO);
        Duration atMost = search.upstream().timeout().plus(patience).plus(TO_STORE);
        return parts.database().claimOrWait(right, atMost).chain(mine -> inDatabase()
                .chain(found -> usable(found)
                        .map(answer -> Uni.createFrom().item(fromDatabase(answer)))
                        .orElseGet(() -> ask(found, false)))
                .onTermination()
                .call(() -> mine
                        ? parts.database().release(right)
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Answer> ask(List<StoredResponse> kept, boolean alone) {
        Optional<StoredResponse> selected = search.select(kept);
        Optional<StoredResponse> validated = selected.filter(Validation::possible);
        RequestHead sent = validated
                .map(response -> Validation.request(search.head(), response))
                .orElseGet(() -> alone ? search.head() : search.head().unconditional());
        Reception reception = new Reception(search, parts, begun, sent, !kept.isEmpty(), selected, validated);
        return parts.client()
                .send(search.upstream(), search.call().with(sent))
                .chain(reception::take)
                .onFailure(UpstreamFailure.class)
                .recoverWithUni(failure -> reception.without((UpstreamFailure) failure));
    }

    private Answer fromDatabase(StoredResponse response) {
        boolean inMemoryAlready = inMemory.contains(response);
        if (!inMemoryAlready) {
            parts.memory().put(response, begun);
        }
        return Answer.hit(
                response,
                inMemoryAlready ? "memory" : "database",
                search.policy(),
                parts.clock().instant());
    }
}
