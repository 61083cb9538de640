package io.fairlead.relay.cache;

import io.fairlead.relay.rules.CacheKey;
import io.fairlead.relay.rules.CachePolicy;
import io.fairlead.relay.rules.RequestHead;
import io.fairlead.relay.rules.Reuse;
import io.fairlead.relay.rules.Selection;
import io.fairlead.relay.rules.StoredResponse;
import io.fairlead.relay.upstream.Call;
import io.fairlead.relay.upstream.Upstream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a caller wants of an upstream's GET, as the cache sees it.
 *
 * @param upstream the upstream
 * @param call the caller's request
 */
record Search(Upstream upstream, Call call) {

    RequestHead head() {
        return call.head();
    }

    CachePolicy policy() {
        return upstream.policy();
    }

    CacheKey key() {
        return new CacheKey(upstream.name(), head().path());
    }

    Optional<StoredResponse> select(List<StoredResponse> kept) {
        return Selection.of(kept, head());
    }

    Reuse reuse(StoredResponse kept, Instant now) {
        return Reuse.of(kept, head(), policy(), now);
    }

    /** Whether a caller that waited for a response gets what was asked for by it. */
    boolean suits(StoredResponse response) {
        return response.variant().selectedBy(head().headers(), response.headers());
    }

    /** Whether what the upstream answers could differ from what it answers others. */
    boolean personal() {
        return head().headers().has("Authorization")
                || head().headers().has("Cookie")
                || (policy().obeysCallers() && head().control().has("no-store"));
    }

    /** Tells who wants the same: by the path, and by the request fields on which what is kept depends. */
    String flight(List<StoredResponse> kept) {
        return key().text() + "\n" + Selection.variant(kept, head()).text();
    }
}
