package io.fairlead.telemetry.store;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.block.BlockCodec;
import io.fairlead.telemetry.block.Level;
import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.block.Summary;
import io.fairlead.telemetry.window.QuarterHours;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Sealed readings of one series and one day.
 *
 * @param day in UTC
 * @param first the first time in it, in nanoseconds since 1970
 * @param last the last time in it
 * @param start the earliest start of an interval in it
 * @param seq the id of the newest head row in it
 */
@Computation
record Block(
        long series,
        LocalDate day,
        long first,
        long last,
        long start,
        long seq,
        int readings,
        byte[] summary,
        byte[] data) {

    private static final long DAY = 96 * QuarterHours.LENGTH;

    /** The blocks that hold these readings: one for each day, or more where a day has very many. */
    static List<Block> of(long series, Points points, long seq) {
        List<Block> blocks = new ArrayList<>();
        long end = points.size() == 0 ? Long.MIN_VALUE : points.time(points.size() - 1);
        int next = 0;
        while (next < points.size()) {
            long day = Math.floorDiv(points.time(next), DAY) * DAY;
            Points ofDay = day + DAY > end && next == 0 ? points : points.slice(day, day + DAY);
            for (Points piece : Heads.pieces(ofDay)) {
                blocks.add(block(series, piece, seq));
            }
            next += ofDay.size();
        }
        return blocks;
    }

    private static Block block(long series, Points points, long seq) {
        long first = points.time(0);
        return new Block(
                series,
                LocalDate.ofInstant(QuarterHours.instant(first), ZoneOffset.UTC),
                first,
                points.time(points.size() - 1),
                Heads.earliest(points),
                seq,
                points.size(),
                Summary.of(points).encode(),
                BlockCodec.encode(points, Level.COMPACT));
    }
}
