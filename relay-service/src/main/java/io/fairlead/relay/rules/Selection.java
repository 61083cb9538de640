package io.fairlead.relay.rules;

import io.fairlead.core.Computation;
import io.fairlead.core.http.ByteRange;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of the responses that are kept for a path answers a request (RFC 9111, 4 and 4.1). */
@Computation
public final class Selection {

    private Selection() {}

    /** The response that a request selects: of several the newest, of a whole one and a part the whole. */
    public static Optional<StoredResponse> of(Collection<StoredResponse> kept, RequestHead request) {
        return kept.stream()
                .filter(response -> response.variant().selectedBy(request.headers(), response.headers()))
                .filter(response -> !response.partial() || hasWhatIsAsked(response, request))
                .max(Comparator.comparing((StoredResponse response) -> !response.partial())
                        .thenComparing(StoredResponse::receivedAt));
    }

    /** The variant that a request is for, as far as what is kept tells on what responses depend. */
    public static Variant variant(Collection<StoredResponse> kept, RequestHead request) {
        Set<String> names = kept.stream()
                .flatMap(response -> response.variant().names().stream())
                .collect(Collectors.toSet());
        return Variant.of(request.headers(), names);
    }

    private static boolean hasWhatIsAsked(StoredResponse part, RequestHead request) {
        Optional<List<ByteRange>> asked = request.headers().first("Range").flatMap(ByteRange::parse);
        return asked.filter(ranges -> Part.has(part, ranges)).isPresent()
                && !request.headers().has("If-Range");
    }
}
