package io.fairlead.job.carbon;

import io.fairlead.core.Computation;

/** A ship's mark for a year, A the best. */
@Computation
public enum Rating {
    A,
    B,
    C,
    D,
    E
}
