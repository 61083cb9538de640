package io.fairlead.telemetry.influx;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fairlead.telemetry.reading.TimeLimits;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Speed of the line-protocol parser, beside the former one that makes texts and maps of every line. Run by
 * {@code benchmarks/codec/run}.
 */
public final class LineBenchmark {

    private static final int LINES = 10_000;
    private static final long START = 1_769_832_000L;
    private static final long LONG_ENOUGH = 1_000_000_000L;
    private static final TimeLimits LIMITS =
            new TimeLimits(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2030-01-01T00:00:00Z"));

    private LineBenchmark() {}

    public static void main(String[] arguments) {
        System.out.printf("%-42s %14s %14s %10s %8s%n", "lines", "points M/s", "former M/s", "MB/s", "ratio");
        report("power of 100 consumers, 1 field", 1, 100, 2);
        report("engine of 20 machines, 10 fields", 10, 20, 2);
        report("the same, 15 to 17 digits", 10, 20, 16);
        report("10,000 series, 1 field", 1, 10_000, 2);
    }

    private static void report(String name, int fields, int series, int digits) {
        byte[] body = body(fields, series, digits);
        LineParser parser = new LineParser("vessel");
        double fast = perSecond(() -> parser.parse(body, Precision.SECONDS, LIMITS, Instant.EPOCH));
        double slow = perSecond(() -> new SlowLineReadings(
                SlowLineProtocol.parse(new String(body, UTF_8)), "vessel", Precision.SECONDS, LIMITS, Instant.EPOCH));
        double points = LINES * fields / 1e6;
        System.out.printf(
                "%-42s %14.2f %14.2f %10.0f %8.1f%n",
                name, fast * points, slow * points, fast * body.length / 1e6, fast / slow);
    }

    private static byte[] body(int fields, int series, int digits) {
        Random random = new Random(1);
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            body.append(fields == 1 ? "power,vessel=MV102,consumer=c" : "engine,vessel=MV102,machine=e")
                    .append(i % series);
            for (int field = 0; field < fields; field++) {
                double value = 100 * random.nextDouble();
                body.append(field == 0 ? ' ' : ',')
                        .append(fields == 1 ? "kW" : "field" + field)
                        .append('=')
                        .append(digits > 2 ? value : Math.rint(value * 100) / 100);
            }
            body.append(' ').append(START + i / series * 5L).append('\n');
        }
        return body.toString().getBytes(UTF_8);
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
}
