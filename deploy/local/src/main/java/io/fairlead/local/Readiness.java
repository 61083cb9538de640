package io.fairlead.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Waits until a child answers, and says why when it ends instead. */
final class Readiness {

    private static final Duration INTERVAL = Duration.ofMillis(100);

    private Readiness() {}

    static void await(Child child, Duration patience, BooleanSupplier ready) {
        await(child, patience, "", ready);
    }

    /**
     * Waits for something that a child does for others.
     *
     * @param child whose end makes further waiting pointless
     * @param patience how long at most
     * @param what is waited for, for the message
     * @param ready whether it is there
     */
    static void await(Child child, Duration patience, String what, BooleanSupplier ready) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (child.endedWithin(INTERVAL)) {
                throw new LaunchException("%s ended with %d: %s (log: %s)"
                        .formatted(
                                child.name(),
                                child.process().exitValue(),
                                reason(child.launch().log()),
                                child.launch().log()));
            }
            if (System.nanoTime() > deadline) {
                throw new LaunchException("%s %s is not ready after %d s (log: %s)"
                        .formatted(
                                child.name(),
                                what,
                                patience.toSeconds(),
                                child.launch().log()));
            }
        }
    }

    /** The line of a log that tells most: a known cause if there is one, else the last. */
    static String reason(Path log) {
        try (Stream<String> lines = Files.lines(log, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            List<String> said =
                    lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
            return said.stream()
                    .filter(Readiness::telling)
                    .reduce((first, second) -> second)
                    .or(() -> said.stream().reduce((first, second) -> second))
                    .orElse("it said nothing");
        } catch (IOException e) {
            return "no log";
        }
    }

    private static boolean telling(String line) {
        String text = line.toLowerCase(Locale.ROOT);
        return text.contains("no space left")
                || text.contains("address already in use")
                || text.contains("caused by:")
                || text.contains("fatal:")
                || text.contains("outofmemoryerror");
    }
}
