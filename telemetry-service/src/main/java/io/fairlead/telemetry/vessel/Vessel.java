package io.fairlead.telemetry.vessel;

/**
 * A vessel as telemetry knows it.
 *
 * @param code its code in the fleet
 * @param imo its IMO number without a prefix, or null
 * @param status {@code active} or {@code retired}
 */
public record Vessel(String code, String imo, String status) {

    /** Whether it may report. */
    public boolean active() {
        return "active".equals(status);
    }
}
