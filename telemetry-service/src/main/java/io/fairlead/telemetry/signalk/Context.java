package io.fairlead.telemetry.signalk;

import io.fairlead.core.Computation;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which vessel a delta's context names: {@code vessels.urn:mrn:imo:imo:9876543}, {@code vessels.urn:mrn:imo:mmsi:…} or
 * {@code vessels.} and a vessel's code.
 *
 * @param kind how it names it
 * @param text the number or the code
 */
@Computation
record Context(Kind kind, String text) {

    /** How a vessel is named. */
    enum Kind {
        IMO,
        MMSI,
        CODE
    }

    private static final Pattern NUMBER =
            Pattern.compile("(?i)vessels\\.(?:urn:mrn:imo:)?(?:(imo):(\\d{7})|(mmsi):(\\d{9}))");
    private static final String VESSELS = "vessels.";

    /** The vessel of a context; empty for {@code vessels.self}, for a UUID and for what is no vessel at all. */
    static Optional<Context> of(String context) {
        Matcher number = NUMBER.matcher(context);
        if (number.matches()) {
            return Optional.of(
                    number.group(1) != null
                            ? new Context(Kind.IMO, number.group(2))
                            : new Context(Kind.MMSI, number.group(4)));
        }
        String code = context.startsWith(VESSELS) ? context.substring(VESSELS.length()) : "";
        return code.isBlank() || code.equals("self") || code.startsWith("urn:")
                ? Optional.empty()
                : Optional.of(new Context(Kind.CODE, code));
    }
}
