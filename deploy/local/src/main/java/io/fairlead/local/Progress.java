package io.fairlead.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** One line per event, with the seconds since the start in front. */
public final class Progress {

    private final PrintStream out;
    private final long start = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void line(String part, String text) {
        out.println(String.format(Locale.ROOT, "%6.1f s  %-20s %s", elapsed().toMillis() / 1000.0, part, text));
    }

    void plain(String text) {
        out.println(text);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
