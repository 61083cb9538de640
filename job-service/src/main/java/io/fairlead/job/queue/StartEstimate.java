package io.fairlead.job.queue;

import io.fairlead.core.Computation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Between when and when a ready job may be expected to start, if as many run at once as now and nothing more urgent is
 * submitted. It is no promise.
 */
@Schema(description = "When it may be expected to start, from what recent jobs took; no promise.")
@Computation
public record StartEstimate(
        @Schema(description = "If the jobs before it are as quick as the quickest tenth of recent ones.")
                Instant earliest,
        @Schema(description = "If they are as slow as the slowest tenth, and all others have their turns first.")
                Instant latest) {

    /**
     * What the estimate is made from.
     *
     * @param own how many jobs of the same share go first
     * @param most how many jobs of all shares may go first
     * @param slots how many jobs run at once
     * @param quick what the quickest tenth of recent jobs took at most, null if there were none
     * @param slow what the slowest tenth took at least, null if there were none
     */
    public record Basis(long own, long most, long slots, Duration quick, Duration slow) {}

    /**
     * In the best case the slots come free at once and only its own share's jobs go first; in the worst each slot is just
     * taken and all that may go first do. Jobs go in rounds of as many as there are slots.
     *
     * @return empty when nothing runs, or when no recent job tells how long one takes
     */
    public static Optional<StartEstimate> of(Basis basis, Instant now) {
        if (basis.slots() == 0 || basis.quick() == null || basis.slow() == null) {
            return Optional.empty();
        }
        Duration shortest = basis.quick().multipliedBy(basis.own() / basis.slots());
        Duration longest = basis.slow().multipliedBy(basis.most() / basis.slots() + 1);
        return Optional.of(new StartEstimate(now.plus(shortest), now.plus(longest)));
    }
}
