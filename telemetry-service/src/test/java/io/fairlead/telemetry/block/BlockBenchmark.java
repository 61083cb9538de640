package io.fairlead.telemetry.block;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/** Speed and size of the block codec on a day of readings every five seconds. Run by {@code benchmarks/codec/run}. */
public final class BlockBenchmark {

    private static final int READINGS = 17_280;
    private static final int RAW_BYTES = 16;
    private static final int SERIES = 100;
    private static final long START = 1_769_832_000_000_000_000L;
    private static final long STEP = 5_000_000_000L;
    private static final long LONG_ENOUGH = 700_000_000L;
    private static final double MILLION = 1e6;

    private BlockBenchmark() {}

    public static void main(String[] arguments) {
        System.out.printf(
                "%-34s %-8s %9s %9s %14s %14s%n", "signal", "level", "B/reading", "of raw", "encode M/s", "decode M/s");
        for (Level level : Level.values()) {
            signals().forEach((name, points) -> report(name, level, points));
        }
        body();
        summary();
    }

    private static void report(String name, Level level, Points points) {
        byte[] block = BlockCodec.encode(points, level);
        Sink sink = new Sink();
        double encode = perSecond(() -> {
            sink.clear();
            BlockCodec.encode(points, level, sink);
            return sink;
        });
        double decode = perSecond(() -> BlockCodec.decode(block));
        double each = (double) block.length / points.size();
        System.out.printf(
                "%-34s %-8s %9.3f %9.4f %14.1f %14.1f%n",
                name,
                level,
                each,
                each / RAW_BYTES,
                encode * points.size() / MILLION,
                decode * points.size() / MILLION);
    }

    private static void body() {
        List<HeadBody.Part> parts = new ArrayList<>();
        for (int series = 0; series < SERIES; series++) {
            Random random = new Random(series);
            double[] values = walk(random, 10);
            PointsBuilder builder = new PointsBuilder();
            for (int i = 0; i < 60; i++) {
                builder.add(START + i * STEP, values[i]);
            }
            parts.add(new HeadBody.Part(series + 1, builder.build()));
        }
        byte[] body = HeadBody.encode(parts);
        int size = SERIES * 60;
        System.out.printf(
                "%nbody of %d series of 60: %.3f B/reading, encode %.1f M/s, decode %.1f M/s, one series %.2f us%n",
                SERIES,
                (double) body.length / size,
                perSecond(() -> HeadBody.encode(parts)) * size / MILLION,
                perSecond(() -> HeadBody.parts(body)) * size / MILLION,
                MILLION / perSecond(() -> HeadBody.part(body, SERIES / 2)));
    }

    private static void summary() {
        Points points = signals().values().iterator().next();
        Summary summary = Summary.of(points);
        System.out.printf(
                "summary of a day: %d B, %.1f M readings/s, encode %.1f us, decode %.1f us%n",
                summary.encode().length,
                perSecond(() -> Summary.of(points)) * READINGS / MILLION,
                MILLION / perSecond(summary::encode),
                MILLION / perSecond(() -> Summary.decode(summary.encode())));
    }

    /** Per second of processor time: others may be at work on this machine. */
    private static double perSecond(Supplier<Object> work) {
        long count = 0;
        Object kept = null;
        long start = processorTime();
        while (processorTime() - start < LONG_ENOUGH) {
            kept = work.get();
        }
        start = processorTime();
        while (processorTime() - start < LONG_ENOUGH) {
            kept = work.get();
            count++;
        }
        double seconds = (processorTime() - start) / 1e9;
        return kept == null ? 0 : count / seconds;
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Map<String, Points> signals() {
        Map<String, Points> signals = new LinkedHashMap<>();
        for (int deviation : new int[] {2, 10, 50}) {
            double[] walk = walk(new Random(deviation), deviation);
            signals.put("2-decimal walk, step " + deviation / 100.0, series(i -> walk[i]));
        }
        Random random = new Random(4);
        signals.put("noise of 1.0, 2 decimals", series(i -> hundredths(500 + random.nextGaussian())));
        signals.put("noise of 10.0, 1 decimal", series(i -> Math.rint(5000 + random.nextGaussian() * 100) / 10));
        signals.put("sine + noise of 0.1, 2 decimals", series(i -> sine(i, 0.1, random)));
        signals.put("sine + noise of 1.0, 2 decimals", series(i -> sine(i, 1.0, random)));
        signals.put("sine, 2 decimals", series(i -> sine(i, 0, random)));
        double[] counted = {1e6};
        signals.put("counter of 0 to 9", series(i -> counted[0] += random.nextInt(10)));
        double[] held = {85.5};
        signals.put(
                "held, changes 1 in 20",
                series(i ->
                        held[0] = random.nextInt(20) == 0 ? hundredths(80 + random.nextInt(1000) / 100.0) : held[0]));
        signals.put("constant", series(i -> 42.42));
        signals.put("full precision sine", series(i -> 812.5 + 100 * Math.sin(i / 500.0)));
        signals.put("full precision noise", series(i -> random.nextGaussian()));
        signals.put("floats", series(i -> (float) (812.5 + random.nextGaussian())));
        signals.put("0 or 1", series(i -> random.nextInt(50) == 0 ? 1 : 0));
        double[] walk = walk(new Random(7), 10);
        signals.put("2-decimal walk, ms jitter", jitter(walk, 1_000_000L, 40, random));
        signals.put("2-decimal walk, ns jitter", jitter(walk, 1, 1_000_000, random));
        return signals;
    }

    private static double sine(int i, double noise, Random random) {
        return hundredths(812.5 + 100 * Math.sin(i / 500.0) + noise * random.nextGaussian());
    }

    private static double hundredths(double value) {
        return Math.rint(value * 100) / 100;
    }

    private static double[] walk(Random random, int deviation) {
        double[] walk = new double[READINGS];
        long hundredths = 81_255;
        for (int i = 0; i < READINGS; i++) {
            hundredths += Math.round(random.nextGaussian() * deviation);
            walk[i] = hundredths / 100.0;
        }
        return walk;
    }

    private static Points series(IntToDoubleFunction value) {
        PointsBuilder builder = new PointsBuilder();
        for (int i = 0; i < READINGS; i++) {
            builder.add(START + i * STEP, value.applyAsDouble(i));
        }
        return builder.build();
    }

    private static Points jitter(double[] values, long unit, int range, Random random) {
        PointsBuilder builder = new PointsBuilder();
        for (int i = 0; i < READINGS; i++) {
            builder.add(START + i * STEP + random.nextInt(range) * unit, values[i]);
        }
        return builder.build();
    }
}
