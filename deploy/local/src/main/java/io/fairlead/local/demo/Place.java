package io.fairlead.local.demo;

/** A point of the sea, in degrees. */
record Place(double latitude, double longitude) {

    private static final double EARTH_NAUTICAL_MILES = 3440.065;

    /** How far it is, in nautical miles (haversine). */
    double distance(Place other) {
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double square = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_NAUTICAL_MILES * Math.asin(Math.sqrt(square));
    }

    /** In which direction it is, in degrees from north over east. */
    double bearing(Place other) {
        double here = Math.toRadians(latitude);
        double there = Math.toRadians(other.latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double degrees = Math.toDegrees(Math.atan2(
                Math.sin(east) * Math.cos(there),
                Math.cos(here) * Math.sin(there) - Math.sin(here) * Math.cos(there) * Math.cos(east)));
        return (degrees + 360) % 360;
    }

    /** Where one is after a part of the way, on legs so short that the earth's shape makes no difference. */
    Place towards(Place other, double part) {
        return new Place(
                latitude + part * (other.latitude - latitude), longitude + part * (other.longitude - longitude));
    }
}
