package io.fairlead.telemetry.block;

import io.fairlead.core.Computation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The readings of one accepted batch as bytes: a directory of its series, then their columns. One series can be read
 * without the others. Consecutive parts with the same times share one column of them.
 */
@Computation
public final class HeadBody {

    private static final int VERSION = 1;
    /** What a part without readings takes in the directory and behind it; bounds how many can be claimed. */
    private static final int SMALLEST_PART = 2;

    private HeadBody() {}

    /** One series of a batch. */
    public record Part(long series, Points points) {}

    /** Where a part stands: its own columns, and the times that it may share with those before it. */
    private record Entry(long series, int times, int from, int length) {

        boolean shares() {
            return times != from;
        }
    }

    /**
     * Parts as a body, in their order.
     *
     * @throws IllegalArgumentException when a series stands twice, or the readings are more than 4,194,304
     */
    public static byte[] encode(List<Part> parts) {
        requireOnce(parts);
        Sink directory = new Sink();
        Sink columns = new Sink();
        directory.byteValue(VERSION);
        directory.varint(parts.size());
        Part last = null;
        for (Part part : parts) {
            int from = columns.size();
            boolean shares = last != null && Arrays.equals(part.points.times(), last.points.times());
            if (!shares) {
                Columns.writeTimes(part.points, Level.FAST, columns);
            }
            Columns.writeOthers(part.points, Level.FAST, columns);
            directory.zigzag(part.series - (last == null ? 0 : last.series));
            directory.varint((long) (columns.size() - from) << 1 | (shares ? 1 : 0));
            last = part;
        }
        directory.write(columns);
        directory.seal(0);
        return directory.toByteArray();
    }

    private static void requireOnce(List<Part> parts) {
        long[] series = parts.stream().mapToLong(Part::series).sorted().toArray();
        for (int i = 1; i < series.length; i++) {
            if (series[i - 1] == series[i]) {
                throw new IllegalArgumentException("Series " + series[i] + " stands twice in one body.");
            }
        }
        if (parts.stream().mapToLong(part -> part.points.size()).sum() > Columns.MOST) {
            throw new IllegalArgumentException("A body holds at most " + Columns.MOST + " readings.");
        }
    }

    /**
     * All parts of a body, in their order.
     *
     * @throws CorruptBlock when these bytes are not exactly one body
     */
    public static List<Part> parts(byte[] body) {
        Source source = Source.sealed(body, 0, body.length);
        List<Entry> entries = directory(source);
        List<Part> parts = new ArrayList<>(entries.size());
        long[] times = null;
        long readings = 0;
        for (Entry entry : entries) {
            Source columns = source.part(entry.length);
            times = entry.shares() ? times : Columns.readTimes(columns);
            readings += times.length;
            if (readings > Columns.MOST) {
                throw new CorruptBlock("A body holds at most " + Columns.MOST + " readings.");
            }
            parts.add(new Part(entry.series, Columns.readOthers(columns, times)));
            columns.requireEnd();
        }
        source.requireEnd();
        return parts;
    }

    /**
     * The readings of one series; none when the body does not hold it.
     *
     * @throws CorruptBlock when these bytes are no body
     */
    public static Points part(byte[] body, long series) {
        Source source = Source.sealed(body, 0, body.length);
        for (Entry entry : directory(source)) {
            if (entry.series == series) {
                Source columns = source.fork();
                columns.skip(entry.from);
                Source own = columns.part(entry.length);
                Source times = source.fork();
                times.skip(entry.times);
                return Columns.readOthers(own, Columns.readTimes(entry.shares() ? times : own));
            }
        }
        return Points.empty();
    }

    /** The series of a body, in their order, without a look at their readings. */
    public static long[] series(byte[] body) {
        return directory(Source.sealed(body, 0, body.length)).stream()
                .mapToLong(Entry::series)
                .toArray();
    }

    private static List<Entry> directory(Source source) {
        int version = source.byteValue();
        if (version != VERSION) {
            throw new CorruptBlock("Bodies of version " + version + " are not known here.");
        }
        int size = source.count(source.remaining() / SMALLEST_PART);
        List<Entry> entries = new ArrayList<>(size);
        long series = 0;
        long from = 0;
        int times = 0;
        for (int i = 0; i < size; i++) {
            series += source.zigzag();
            long length = source.varint();
            if (length >>> 1 > source.remaining() || i == 0 && (length & 1) == 1) {
                throw new CorruptBlock("The directory of this body is wrong.");
            }
            times = (length & 1) == 1 ? times : (int) from;
            entries.add(new Entry(series, times, (int) from, (int) (length >>> 1)));
            from += length >>> 1;
        }
        if (from != source.remaining()) {
            throw new CorruptBlock("The directory of this body is wrong.");
        }
        return entries;
    }
}
