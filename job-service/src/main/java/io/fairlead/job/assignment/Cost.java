package io.fairlead.job.assignment;

import io.fairlead.core.Computation;

/** What a vessel costs on a schedule when it is not what its hours cost. */
@Computation
public record Cost(String vessel, String schedule, double cost) {}
