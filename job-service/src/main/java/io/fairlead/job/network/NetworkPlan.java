package io.fairlead.job.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fairlead.core.Computation;
import java.util.List;

/**
 * A route and a wavelength for as many lightpaths as were found a place.
 *
 * @param wavelengthsUsed how many different wavelengths are used anywhere
 * @param wavelengthBound how many it takes at least for all lightpaths whose ends are connected
 * @param requested how many lightpaths were wanted
 * @param blocked how many have no place
 * @param blockedBound how many cannot have one in any plan
 * @param blockedByConstruction how many had none before the improvement
 * @param blocking the share of lightpaths without a place
 * @param utilisation the share of all links' wavelengths that is used
 * @param links each link's use, in the network's order
 */
@Computation
public record NetworkPlan(
        int wavelengthsUsed,
        int wavelengthBound,
        int requested,
        int blocked,
        int blockedBound,
        int blockedByConstruction,
        double blocking,
        double utilisation,
        Ending endedBy,
        List<Lightpath> lightpaths,
        List<BlockedDemand> blockedDemands,
        List<LinkUse> links) {

    /** Why the search ended: no plan can be better, or it was long enough. */
    public enum Ending {
        @JsonProperty("bound")
        BOUND,
        @JsonProperty("steps")
        STEPS,
        @JsonProperty("time")
        TIME
    }

    /** A way for light through the network; wavelengths are counted from 1. */
    public record Lightpath(String from, String to, int wavelength, List<String> nodes, double lengthKm) {}

    /** How many lightpaths of a demand have no place. */
    public record BlockedDemand(String from, String to, int lightpaths) {}

    /** How many of a link's wavelengths are used, and their share. */
    public record LinkUse(String from, String to, int wavelengths, double utilisation) {}
}
