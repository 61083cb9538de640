package io.fairlead.job.network;

import io.fairlead.core.Computation;

/** How many lightpaths are wanted between two nodes, each for both directions. */
@Computation
public record Demand(String from, String to, int lightpaths) {}
