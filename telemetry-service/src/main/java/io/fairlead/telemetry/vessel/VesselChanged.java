package io.fairlead.telemetry.vessel;

import io.fairlead.core.inbox.BadEvent;

/** What telemetry reads of an event on {@code fleet.vessels}; the data is the vessel's whole new state. */
record VesselChanged(String code, String name, String imo, String mmsi, String status, Long version) {

    VesselChanged {
        imo = imo == null ? null : imo.replaceFirst("^(?i)IMO\\s*", "");
    }

    /** This event, if it says enough. */
    VesselChanged complete() {
        if (code == null || code.isBlank() || status == null || version == null) {
            throw new BadEvent("a vessel needs a code, a status and a version");
        }
        return this;
    }
}
