package io.fairlead.telemetry.influx;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.reading.TimeLimits;
import java.time.Instant;

/**
 * Parses line protocol, {@code measurement,tag=value field=1.5,other="text" 1769832000000000000}, into the columns of
 * each vessel's series. Of several values of one series and time in a body the last stays, as in InfluxDB.
 *
 * <p>A line that cannot be read is noted and the next one is tried, so that a sender learns of all of them at once.
 * Thread-safe: keep one, as it remembers the names that it has seen.
 */
@Computation
final class LineParser {

    private static final int MOST_HEADS = 65_536;

    private final LineHeads heads;

    /**
     * @param vesselTag the tag that names the vessel
     */
    LineParser(String vesselTag) {
        this(vesselTag, MOST_HEADS);
    }

    /**
     * @param most of how many measurements with their tags the names are remembered
     */
    LineParser(String vesselTag, int most) {
        this.heads = new LineHeads(vesselTag, most);
    }

    /**
     * Parses a body.
     *
     * @param body UTF-8, unpacked
     * @param now the time of lines without one
     */
    Lines parse(byte[] body, Precision precision, TimeLimits limits, Instant now) {
        return new LineRun(body, heads, new LineTimes(precision, limits, now)).lines();
    }
}
