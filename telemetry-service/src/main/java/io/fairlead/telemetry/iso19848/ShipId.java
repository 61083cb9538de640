package io.fairlead.telemetry.iso19848;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.vessel.Vessel;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ShipID of a package's header: {@code IMO} and the vessel's IMO number. */
@Computation
final class ShipId {

    private static final Pattern IMO = Pattern.compile("(?i)(?:IMO)?\\s*(\\d{7})");

    private ShipId() {}

    /** The IMO number in a ShipID, which is refused when it has none. */
    static String imo(PackageNode shipId) {
        String text = shipId.required();
        Matcher imo = IMO.matcher(text == null ? "" : text);
        if (imo.matches()) {
            return imo.group(1);
        }
        if (text != null) {
            shipId.refuse("A ShipID is IMO and seven digits, such as IMO9074729.");
        }
        return null;
    }

    /** Whether a ShipID says this vessel: by its IMO number, or by its code where it has none. */
    static boolean names(PackageNode shipId, Vessel vessel) {
        String text = shipId.text();
        Matcher imo = IMO.matcher(text == null ? "" : text);
        return text != null
                && (text.equals(vessel.code()) || imo.matches() && imo.group(1).equals(vessel.imo()));
    }

    /** The ShipID of a vessel. */
    static String of(Vessel vessel) {
        return vessel.imo() == null ? vessel.code() : "IMO" + vessel.imo();
    }
}
