package io.fairlead.relay.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks for one address over so many connections at once, with wrk. */
final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern ANSWERS = Pattern.compile("([0-9]+) requests in");
    private static final Pattern SLOWEST = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern FAILED = Pattern.compile("(Socket errors|Non-2xx).*");

    private Wrk() {}

    /**
     * What came of it.
     *
     * @param answers how many
     * @param perSecond answers per second
     * @param p99 in milliseconds
     * @param failures wrk's line about what failed, empty if nothing did
     */
    record Load(long answers, double perSecond, double p99, String failures) {}

    static Load run(String url, int connections, int seconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        "wrk",
                        "-t" + Math.min(2, connections),
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "--timeout",
                        "10s",
                        "--latency",
                        url))
                .redirectErrorStream(true)
                .start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher rate = RATE.matcher(report);
        Matcher answers = ANSWERS.matcher(report);
        Matcher slowest = SLOWEST.matcher(report);
        if (!rate.find() || !answers.find() || !slowest.find()) {
            throw new IllegalStateException(report);
        }
        Matcher failed = FAILED.matcher(report);
        return new Load(
                Long.parseLong(answers.group(1)),
                Double.parseDouble(rate.group(1)),
                Double.parseDouble(slowest.group(1)) * factor(slowest.group(2)),
                failed.find() ? failed.group() : "");
    }

    private static double factor(String unit) {
        return switch (unit) {
            case "us" -> 0.001;
            case "ms" -> 1;
            default -> 1000;
        };
    }
}
