package io.fairlead.job.assignment;

import io.fairlead.core.Computation;
import java.util.List;
import java.util.Set;

/**
 * A vessel that may be assigned.
 *
 * @param costPerHour in any currency
 * @param unavailable when it cannot sail
 */
@Computation
public record Vessel(String code, Set<String> capabilities, double costPerHour, List<Span> unavailable) {

    public Vessel {
        capabilities = capabilities == null ? Set.of() : capabilities;
        unavailable = unavailable == null ? List.of() : unavailable;
    }

    boolean canSail(Schedule schedule) {
        return capabilities.containsAll(schedule.capabilities())
                && unavailable.stream().noneMatch(schedule.span()::overlaps);
    }
}
