package io.fairlead.local.demo;

/** What a vessel is doing. */
enum Activity {
    IN_PORT,
    SAILING,
    /** Keeps its place by its thrusters. */
    ON_STATION,
    /** Takes cargo in, keeping its place. */
    LOADING,
    DISCHARGING,
    TOWING,
    SURVEYING,
    /** Moored for years, filling its tanks. */
    PRODUCING,
    /** The same, while a tanker empties them. */
    OFFLOADING;

    boolean keepsPlaceByThrusters() {
        return this == ON_STATION || this == LOADING;
    }
}
