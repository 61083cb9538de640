package io.fairlead.telemetry.iso19848;

import io.fairlead.core.Computation;
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
}
