package io.fairlead.relay.cache;

import io.fairlead.relay.http.HeaderFields;
import io.fairlead.relay.rules.CacheStatus;
import io.fairlead.relay.rules.CacheStatus.Outcome;
import io.fairlead.relay.rules.PassedHeaders;
import io.fairlead.relay.rules.RequestHead;
import io.fairlead.relay.rules.Reuse;
import io.fairlead.relay.rules.Storage;
import io.fairlead.relay.rules.StoredResponse;
import io.fairlead.relay.rules.Validation;
import io.fairlead.relay.rules.Variant;
import io.fairlead.relay.upstream.Exchange;
import io.fairlead.relay.upstream.UpstreamFailure;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of an upstream's answer to a GET: it makes a kept response fresh again, is kept itself, is passed on, or is
 * a failure for which something stale stands in.
 *
 * @param search what was wanted
 * @param parts where things are kept
 * @param begun the memory's generation when the search began
 * @param sent what the upstream was asked
 * @param known whether anything was kept under the path
 * @param selected what was kept for this request
 * @param validated the same, if the upstream was asked whether it is still current
 */
record Reception(
        Search search,
        Lookup.Parts parts,
        long begun,
        RequestHead sent,
        boolean known,
        Optional<StoredResponse> selected,
        Optional<StoredResponse> validated) {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int SERVER_ERROR = 500;

    Uni<Answer> take(Exchange exchange) {
        HeaderFields headers =
                PassedHeaders.ofResponse(exchange.headers(), search.upstream().trusted());
        if (exchange.status() == NOT_MODIFIED && validated.isPresent()) {
            exchange.finish();
            return freshened(validated.get(), headers, exchange);
        }
        Optional<StoredResponse> standIn = Reuse.failure(exchange.status()) ? usableOnError() : Optional.empty();
        if (standIn.isPresent()) {
            exchange.abandon();
            return Uni.createFrom().item(staleOnError(standIn.get(), exchange.status()));
        }
        HeaderFields said = PassedHeaders.ofAnswer(exchange.headers());
        if (!Storage.storable(search.head(), exchange.status(), said, search.policy())) {
            return Uni.createFrom().item(passedOn(exchange, headers));
        }
        return exchange.collect(search.upstream().maxBody())
                .chain(all -> all ? kept(exchange, headers) : Uni.createFrom().item(passedOn(exchange, headers)));
    }

    /** The upstream gave no answer. */
    Uni<Answer> without(UpstreamFailure failure) {
        return usableOnError()
                .map(kept -> Uni.createFrom().item(staleOnError(kept, 0)))
                .orElseGet(() -> Uni.createFrom()
                        .failure(
                                selected.isPresent()
                                        ? failure.unvalidated(search.upstream().name())
                                        : failure));
    }

    private Uni<Answer> freshened(StoredResponse kept, HeaderFields headers, Exchange exchange) {
        StoredResponse response =
                Validation.freshened(kept, headers, exchange.requestedAt(), exchange.receivedAt(), search.policy());
        if (Storage.forbidden(response.status(), response.headers())) {
            return forgotten(kept, response, exchange);
        }
        parts.memory().put(response, begun);
        CacheStatus status = status(exchange).kept(Answer.timeToLive(response, search.policy(), now()));
        Answer answer = Answer.kept(response, status, now());
        return response.status() == OK
                ? parts.database().refresh(response, search.policy()).replaceWith(answer)
                : Uni.createFrom().item(answer);
    }

    /** It is still current, but for this caller only from now on. */
    private Uni<Answer> forgotten(StoredResponse kept, StoredResponse response, Exchange exchange) {
        rememberNotKept();
        parts.memory().forget(kept);
        Answer answer = Answer.fresh(response, Optional.empty(), true, status(exchange), Optional.empty());
        return parts.database().forget(kept).replaceWith(answer);
    }

    private Uni<Answer> kept(Exchange exchange, HeaderFields headers) {
        exchange.finish();
        StoredResponse received = received(exchange, headers.without(Set.of("content-length")), exchange.body());
        StoredResponse kept = received(exchange, Storage.kept(headers, search.policy()), exchange.body());
        parts.memory().put(kept, begun);
        CacheStatus status = status(exchange).kept(Answer.timeToLive(kept, search.policy(), now()));
        Optional<StoredResponse> shared =
                Storage.shareable(kept, search.policy()) && !search.personal() ? Optional.of(kept) : Optional.empty();
        Answer answer = Answer.fresh(received, Optional.empty(), !kept.partial(), status, shared);
        return kept.status() == OK
                ? parts.database().save(kept, search.policy()).replaceWith(answer)
                : Uni.createFrom().item(answer);
    }

    private Answer passedOn(Exchange exchange, HeaderFields headers) {
        if (exchange.status() < SERVER_ERROR) {
            rememberNotKept();
        }
        StoredResponse received = received(exchange, headers, exchange.body());
        return Answer.fresh(received, Optional.of(exchange), false, status(exchange), Optional.empty());
    }

    private void rememberNotKept() {
        if (!search.personal()) {
            parts.notKept().remember(search);
        }
    }

    private StoredResponse received(Exchange exchange, HeaderFields headers, byte[] body) {
        return new StoredResponse(
                search.key(),
                Variant.of(search.head().headers(), Variant.names(headers)),
                exchange.status(),
                headers,
                body,
                exchange.requestedAt(),
                exchange.receivedAt());
    }

    private Optional<StoredResponse> usableOnError() {
        return selected.filter(kept -> Reuse.onError(kept, search.head(), search.policy(), now()));
    }

    private Answer staleOnError(StoredResponse kept, int status) {
        return Answer.staleOnError(kept, status, search.policy(), now());
    }

    private CacheStatus status(Exchange exchange) {
        return CacheStatus.forwarded(outcome(), exchange.status());
    }

    private Outcome outcome() {
        if (selected.isEmpty()) {
            return known ? Outcome.VARY_MISS : Outcome.MISS;
        }
        boolean fresh =
                Answer.timeToLive(selected.get(), search.policy(), now()).toMillis() > 0;
        return fresh ? Outcome.REQUEST : Outcome.STALE;
    }

    private Instant now() {
        return parts.clock().instant();
    }
}
