package io.fairlead.job.assignment;

import io.fairlead.core.Computation;
import java.time.Instant;
import java.util.Set;

/**
 * A schedule that wants vessels.
 *
 * @param capabilities what each of its vessels must be able to do
 * @param vessels how many it wants; null for one
 * @param priority what a missing vessel counts for; null for 1
 */
@Computation
public record Schedule(
        String id, Instant start, Instant end, Set<String> capabilities, Integer vessels, Integer priority) {

    public Schedule {
        capabilities = capabilities == null ? Set.of() : capabilities;
        vessels = vessels == null ? 1 : vessels;
        priority = priority == null ? 1 : priority;
    }

    Span span() {
        return new Span(start, end);
    }
}
