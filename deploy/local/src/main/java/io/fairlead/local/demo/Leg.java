package io.fairlead.local.demo;

import java.time.Duration;

/**
 * A part of what a vessel does over and over.
 *
 * @param draught in metres, where the leg begins
 * @param draughtAfter where it ends
 */
record Leg(Activity activity, Duration time, Place from, Place to, double draught, double draughtAfter) {

    /** Stays somewhere, and takes in or gives away what changes the draught. */
    static Leg stay(Activity activity, int hours, Place place, double draught, double draughtAfter) {
        return new Leg(activity, Duration.ofHours(hours), place, place, draught, draughtAfter);
    }

    /** Goes from one place to another at a speed over ground, in knots. */
    static Leg go(Activity activity, double knots, Place from, Place to, double draught) {
        long seconds = Math.round(from.distance(to) / knots * 3600);
        return new Leg(activity, Duration.ofSeconds(seconds), from, to, draught, draught);
    }

    boolean moves() {
        return !from.equals(to);
    }

    /** Over ground, in knots. */
    double speed() {
        return from.distance(to) / (time.toSeconds() / 3600.0);
    }
}
