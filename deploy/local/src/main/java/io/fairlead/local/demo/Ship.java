package io.fairlead.local.demo;

import java.time.ZoneId;

/**
 * A vessel of the demo fleet. IMO numbers that begin with 4 are nobody's.
 *
 * @param laden its greatest draught in metres
 */
record Ship(
        String code,
        String name,
        String type,
        String imo,
        String flag,
        ZoneId zone,
        int deadweight,
        int tonnage,
        String commissioned,
        double laden,
        Plant plant,
        Route route) {

    /** Whether it ever leaves its place. */
    boolean moves() {
        return route.legs().stream().anyMatch(Leg::moves);
    }
}
