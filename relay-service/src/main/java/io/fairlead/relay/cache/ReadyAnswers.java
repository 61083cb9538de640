package io.fairlead.relay.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fairlead.relay.rules.ReadyAnswer;
import io.fairlead.relay.rules.StoredResponse;
import io.fairlead.relay.upstream.Upstream;
import java.util.List;
import java.util.Optional;

/** Answers that were worked out from kept responses, for as long as these are in memory. */
final class ReadyAnswers {

    private final Cache<StoredResponse, Made> byResponse =
            Caffeine.newBuilder().weakKeys().build();

    /** For which upstream it was made, whose rules may change. */
    private record Made(Upstream upstream, Optional<ReadyAnswer> answer) {}

    /** What the only response under a key comes to. */
    Optional<ReadyAnswer> of(Upstream upstream, List<StoredResponse> kept) {
        StoredResponse only = kept.get(0);
        Made made = byResponse.getIfPresent(only);
        if (made == null || !made.upstream().equals(upstream)) {
            made = new Made(upstream, ReadyAnswer.of(kept, upstream.policy(), upstream.trusted()));
            byResponse.put(only, made);
        }
        return made.answer();
    }
}
