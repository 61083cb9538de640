package io.fairlead.telemetry.store;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.block.HeadBody;
import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.reading.Batch;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Packs the readings that one request brought for one vessel into rows of the head. */
@Computation
final class Heads {

    /** More readings than this are split, so that neither a row nor its event becomes too large. */
    static final int MOST_READINGS = 20_000;

    private Heads() {}

    /**
     * One row.
     *
     * @param first the first time in it, in nanoseconds since 1970
     * @param last the last time in it
     * @param start the earliest start of an interval in it
     */
    record Head(String vessel, long first, long last, long start, int readings, byte[] body) {}

    /** The rows that hold these readings, each series' in order. */
    static List<Head> of(String vessel, List<HeadBody.Part> parts) {
        List<Head> heads = new ArrayList<>();
        List<HeadBody.Part> row = new ArrayList<>();
        int readings = 0;
        for (HeadBody.Part part : parts) {
            for (Points piece : pieces(part.points())) {
                if (readings > 0 && readings + piece.size() > MOST_READINGS) {
                    heads.add(head(vessel, row, readings));
                    row = new ArrayList<>();
                    readings = 0;
                }
                row.add(new HeadBody.Part(part.series(), piece));
                readings += piece.size();
            }
        }
        if (readings > 0) {
            heads.add(head(vessel, row, readings));
        }
        return heads;
    }

    /** A fingerprint of what rows say: the same readings make the same. */
    static byte[] digest(List<Head> heads) {
        MessageDigest digest = Batch.sha256();
        for (Head head : heads) {
            digest.update(head.vessel().getBytes(StandardCharsets.UTF_8));
            digest.update(head.body());
        }
        return digest.digest();
    }

    /** Where the earliest interval of some readings starts. */
    static long earliest(Points points) {
        if (points.isPlain()) {
            return points.time(0);
        }
        long earliest = Long.MAX_VALUE;
        for (int i = 0; i < points.size(); i++) {
            earliest = Math.min(earliest, points.start(i));
        }
        return earliest;
    }

    /** The same readings in runs of bearable length; readings of one time stay together. */
    static List<Points> pieces(Points points) {
        if (points.size() <= MOST_READINGS) {
            return List.of(points);
        }
        List<Points> pieces = new ArrayList<>();
        long from = points.time(0);
        for (int next = MOST_READINGS; next < points.size(); next += MOST_READINGS) {
            long to = points.time(next);
            if (to > from) {
                pieces.add(points.slice(from, to));
                from = to;
            }
        }
        pieces.add(points.slice(from, Long.MAX_VALUE));
        return pieces;
    }

    private static Head head(String vessel, List<HeadBody.Part> parts, int readings) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        long start = Long.MAX_VALUE;
        for (HeadBody.Part part : parts) {
            Points points = part.points();
            first = Math.min(first, points.time(0));
            last = Math.max(last, points.time(points.size() - 1));
            start = Math.min(start, earliest(points));
        }
        return new Head(vessel, first, last, start, readings, HeadBody.encode(parts));
    }
}
