package io.fairlead.relay.upstream;

import io.fairlead.relay.http.HeaderFields;
import io.fairlead.relay.rules.RequestHead;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A caller's request as it goes on to an upstream.
 *
 * @param head all but its body
 * @param body its body, not yet read; none when it has none
 * @param length how long its body is, if it says so
 * @param interim hears of what the upstream says before its answer
 */
public record Call(RequestHead head, Optional<ReadStream<Buffer>> body, OptionalLong length, Interim interim) {

    /** Hears of responses that come before the one that counts (RFC 9110, 15.2). */
    @FunctionalInterface
    public interface Interim {

        /** Nobody listens. */
        Interim IGNORED = (status, headers) -> {};

        /** Such a response came. */
        void came(int status, HeaderFields headers);
    }

    /** A request without a body for which nobody is in a hurry. */
    public static Call of(RequestHead head) {
        return new Call(head, Optional.empty(), OptionalLong.empty(), Interim.IGNORED);
    }

    /** Whether nothing is changed by sending it twice. */
    boolean repeatable() {
        return head.safe() && body.isEmpty();
    }

    /** The same with another head. */
    public Call with(RequestHead other) {
        return new Call(other, body, length, interim);
    }
}
