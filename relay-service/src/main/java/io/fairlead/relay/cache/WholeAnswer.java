package io.fairlead.relay.cache;

import io.fairlead.relay.rules.StoredResponse;
import io.fairlead.relay.upstream.Exchange;
import io.fairlead.relay.upstream.Upstream;
import io.fairlead.relay.upstream.UpstreamFailure;
import io.fairlead.relay.upstream.UpstreamFailure.Kind;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Reads an answer to its end, for those who want to understand it and not pass it on. */
final class WholeAnswer {

    private WholeAnswer() {}

    static Uni<Answer> of(Answer answer, Upstream upstream) {
        return answer.rest()
                .map(rest -> rest.collect(upstream.maxBody())
                        .map(all -> all ? with(answer, rest) : tooLarge(rest, upstream)))
                .orElseGet(() -> Uni.createFrom().item(answer));
    }

    private static Answer with(Answer answer, Exchange exchange) {
        exchange.finish();
        StoredResponse whole = answer.response().with(answer.response().headers(), exchange.body());
        return new Answer(whole, Optional.empty(), false, answer.age(), answer.status(), answer.shared());
    }

    private static Answer tooLarge(Exchange exchange, Upstream upstream) {
        exchange.abandon();
        throw new UpstreamFailure(
                upstream.name(), Kind.UNUSABLE, "answered with more than " + upstream.maxBody() + " bytes");
    }
}
