package io.fairlead.telemetry.block;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.window.QuarterHours;

/** Summaries as bytes: a version, the columns, a CRC-32C. */
@Computation
final class SummaryCodec {

    private static final int VERSION = 1;
    private static final int VALUES = 5;

    private SummaryCodec() {}

    static byte[] encode(long[] starts, long[] counts, long[] lastTimes, double[][] values) {
        int size = starts.length;
        Sink sink = new Sink();
        sink.byteValue(VERSION);
        sink.varint(size);
        LongColumn.write(starts, size, Level.COMPACT, sink);
        LongColumn.write(counts, size, Level.COMPACT, sink);
        long[] lastOffsets = new long[size];
        for (int i = 0; i < size; i++) {
            lastOffsets[i] = lastTimes[i] - starts[i];
        }
        LongColumn.write(lastOffsets, size, Level.COMPACT, sink);
        SumColumn.write(values[0], size, sink);
        for (int i = 1; i < VALUES; i++) {
            DoubleColumn.write(values[i], size, Level.COMPACT, sink);
        }
        sink.seal(0);
        return sink.toByteArray();
    }

    static Summary decode(byte[] bytes) {
        Source source = Source.sealed(bytes, 0, bytes.length);
        int version = source.byteValue();
        if (version != VERSION) {
            throw new CorruptBlock("Summaries of version " + version + " are not known here.");
        }
        int size = source.count(Columns.MOST);
        long[] starts = LongColumn.read(source, size);
        long[] counts = LongColumn.read(source, size);
        long[] lastTimes = LongColumn.read(source, size);
        for (int i = 0; i < size; i++) {
            lastTimes[i] += starts[i];
            if (Math.floorMod(starts[i], QuarterHours.LENGTH) != 0 || i > 0 && starts[i - 1] >= starts[i]) {
                throw new CorruptBlock("The buckets are not quarters of hours in their order.");
            }
        }
        double[][] values = new double[VALUES][];
        values[0] = SumColumn.read(source, size);
        for (int i = 1; i < VALUES; i++) {
            values[i] = DoubleColumn.read(source, size);
        }
        source.requireEnd();
        return new Summary(starts, counts, lastTimes, values);
    }
}
