package io.fairlead.core.record;

import io.fairlead.core.Computation;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a token was good when its record was written. The record's own time decides, not the time at which it is read:
 * a record may wait while we are away, and its token expires meanwhile.
 *
 * @param issued when the token was issued, or null when it does not say
 * @param expires when it expires
 * @param skew how far clocks may differ
 */
@Computation
record RecordTime(Instant issued, Instant expires, Duration skew) {

    /**
     * What is wrong with a record's time, or null when nothing is.
     *
     * @param written the record's time
     * @param now when it is read
     */
    String fault(Instant written, Instant now) {
        if (written.isAfter(now.plus(skew))) {
            return "The record's time is ahead of ours.";
        }
        if (!written.isBefore(expires)) {
            return "The access token had expired when the record was written.";
        }
        return issued != null && written.isBefore(issued.minus(skew))
                ? "The record's time is before its access token was issued."
                : null;
    }
}
