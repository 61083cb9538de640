package io.fairlead.job.forecast;

import io.fairlead.core.Computation;
import java.util.ArrayList;
import java.util.List;

/**
 * What a forecast is made with.
 *
 * @param season of the profile
 * @param dayWeight what a day counts for in the profile, of what the day after it counts for
 * @param damping how much of a deviation from the profile is left after a window
 * @param smoothing how much of a window's surprise is taken for a deviation, the rest for noise
 */
@Computation
public record Parameters(Season season, double dayWeight, double damping, double smoothing) {

    private static final double[] DAY_WEIGHTS = {0.75, 0.9, 0.97};
    private static final double[] DAMPINGS = {0, 0.9, 0.97, 0.99, 0.997};
    private static final double[] SMOOTHINGS = {0.1, 0.3, 0.6, 1};

    /** The profiles among which to choose. */
    static List<Parameters> profiles(List<Season> seasons) {
        List<Parameters> profiles = new ArrayList<>();
        for (Season season : seasons) {
            for (double weight : DAY_WEIGHTS) {
                profiles.add(new Parameters(season, weight, 0, 1));
            }
        }
        return profiles;
    }

    /** The ways to treat deviations among which to choose, for this profile. */
    List<Parameters> deviations() {
        List<Parameters> deviations = new ArrayList<>();
        for (double damping : DAMPINGS) {
            for (double smoothing : SMOOTHINGS) {
                deviations.add(new Parameters(season, dayWeight, damping, smoothing));
            }
        }
        return deviations;
    }
}
