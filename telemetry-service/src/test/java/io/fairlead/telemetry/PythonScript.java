package io.fairlead.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs a script beside the tests, where Python and the library it needs are installed. */
public final class PythonScript {

    private static final String PYTHON = System.getProperty("fairlead.python", "python3");

    private PythonScript() {}

    /**
     * Runs a script and fails when it does.
     *
     * @param module a module without which the test is skipped
     */
    public static void run(String script, String module, String... arguments) {
        assumeTrue(call(List.of("-c", "import " + module)).isEmpty(), "no Python with " + module);
        List<String> command =
                new ArrayList<>(List.of(Path.of("src", "test", "python", script).toString()));
        command.addAll(List.of(arguments));
        assertThat(call(command)).isEmpty();
    }

    /** What it wrote, when it failed; empty when it did not. */
    private static String call(List<String> arguments) {
        try {
            Process process = new ProcessBuilder(
                            Stream.concat(Stream.of(PYTHON), arguments.stream()).toList())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? "" : "failed: " + output;
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
