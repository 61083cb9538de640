package io.fairlead.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a vessel tells of the time before its first report.
 *
 * @param length how far it reaches back
 * @param withGap whether an hour of it is missing
 */
record History(Duration length, boolean withGap) {

    private static final Duration GAP_BEFORE = Duration.ofHours(20);
    private static final Duration GAP = Duration.ofHours(1);

    Gap gap(Instant now) {
        if (!withGap) {
            return Gap.NONE;
        }
        Instant start = now.minus(GAP_BEFORE).truncatedTo(ChronoUnit.HOURS);
        return new Gap(start, start.plus(GAP));
    }
}
