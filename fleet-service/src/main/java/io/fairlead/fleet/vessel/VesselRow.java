package io.fairlead.fleet.vessel;

import io.fairlead.core.rows.Rows;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A vessel's columns as statements take them, in the order {@code $1} to {@code $14}. */
public final class VesselRow {

    public static final String COLUMNS =
            """
            code, name, type, imo, mmsi, flag, time_zone, deadweight_tonnes, gross_tonnage, commissioned, \
            latitude, longitude, position_time, status""";

    private VesselRow() {}

    /** The row of a vessel. */
    public static Tuple of(NewVessel vessel, VesselStatus status) {
        Position position = vessel.position();
        return Tuple.tuple()
                .addString(vessel.code())
                .addString(vessel.name())
                .addString(vessel.type().toString())
                .addString(vessel.imo())
                .addString(vessel.mmsi())
                .addString(vessel.flag())
                .addString(vessel.timeZone() == null ? "UTC" : vessel.timeZone())
                .addInteger(vessel.deadweightTonnes())
                .addInteger(vessel.grossTonnage())
                .addLocalDate(vessel.commissioned())
                .addDouble(position == null ? null : position.latitude())
                .addDouble(position == null ? null : position.longitude())
                .addOffsetDateTime(position == null ? null : Rows.utc(micros(position.time())))
                .addString(status.toString());
    }

    private static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
