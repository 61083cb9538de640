package io.fairlead.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs a program that is not ours. */
public final class Tool {

    private static final int MISSING = -1;

    private Tool() {}

    /**
     * How it ended.
     *
     * @param exit 0 when all is well
     * @param output what it wrote, errors too
     */
    public record Outcome(int exit, String output) {

        public boolean failed() {
            return exit != 0;
        }
    }

    /** Runs it to its end. */
    public static Outcome run(List<String> command) {
        return run(command, Map.of());
    }

    /** Runs it to its end, with variables beside those of the tests. */
    public static Outcome run(List<String> command, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            return new Outcome(MISSING, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
