package io.fairlead.local.demo;

import java.util.List;
import java.util.Map;

/**
 * What a vessel has to make power with, and what it needs it for.
 *
 * @param mainEngines drive the propellers; none on a vessel whose propellers are driven electrically
 * @param generators make electricity
 * @param designSpeed in knots
 * @param designKW the power for it in calm water
 * @param hotelKW lights, air, pumps and people, on average
 * @param thrustersKW for keeping its place in a wind of 12 m/s
 * @param workKW electricity for what it does
 */
record Plant(
        List<Machine> mainEngines,
        List<Machine> generators,
        double designSpeed,
        double designKW,
        double hotelKW,
        double thrustersKW,
        Map<Activity, Double> workKW) {

    private static final double ELECTRIC_DRIVE = 0.92;
    private static final double USUAL_LOAD = 0.8;
    private static final double REFERENCE_WIND = 12;
    private static final double ADDED_BY_WIND = 0.015;

    /**
     * What the propellers take: power goes with the cube of speed (the admiralty formula), and wind adds to it.
     *
     * @param fullness displacement to that of the design
     */
    double propulsion(double knots, double fullness, double wind) {
        return designKW
                * Math.pow(knots / designSpeed, 3)
                * Math.pow(fullness, 2.0 / 3)
                * (1 + ADDED_BY_WIND * Math.max(0, wind - 5));
    }

    /** Electricity beside the propellers': thrust against the wind goes with its square. */
    double electricity(Activity activity, double hotelShare, double wind) {
        double thrusters = activity.keepsPlaceByThrusters() ? thrustersKW * Math.pow(wind / REFERENCE_WIND, 2) : 0;
        return hotelKW * hotelShare + thrusters + workKW.getOrDefault(activity, 0.0);
    }

    double onTheSwitchboard(double propulsion, double electricity) {
        return mainEngines.isEmpty() ? propulsion / ELECTRIC_DRIVE + electricity : electricity;
    }

    /** How many generators run for so much, so that they are well loaded and one more kW is no black-out. */
    int running(double kW) {
        double one = generators.get(0).ratedKW() * USUAL_LOAD;
        return (int) Math.min(generators.size(), Math.max(1, Math.ceil(kW / one)));
    }
}
