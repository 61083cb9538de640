package io.fairlead.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs a script beside the tests, where Python and the library it needs are installed: those of requirements.txt, in the
 * Python that {@code -Dfairlead.python} names.
 */
public final class PythonScript {

    private static final String PYTHON = System.getProperty("fairlead.python", "python3");
    private static final Path SCRIPTS = Path.of("src", "test", "python");

    private PythonScript() {}

    /**
     * Runs a script and fails when it does.
     *
     * @param module a module without which the test is skipped
     */
    public static void run(String script, String module, String... arguments) {
        run(SCRIPTS.resolve(script), module, Map.of(), arguments);
    }

    /**
     * Runs a script that is not a test's own and fails when it does.
     *
     * @param module a module without which the test is skipped
     * @return what it wrote
     */
    public static String run(Path script, String module, Map<String, String> environment, String... arguments) {
        Tool.Outcome outcome = outcome(script, module, environment, arguments);

        assertThat(outcome.exit()).as(outcome.output()).isZero();
        return outcome.output();
    }

    /**
     * Runs a script that is not a test's own and says how it ended.
     *
     * @param module a module without which the test is skipped
     */
    public static Tool.Outcome outcome(
            Path script, String module, Map<String, String> environment, String... arguments) {
        assumeFalse(
                call(Stream.of("-c", "import " + module), Map.of()).failed(),
                "no Python with " + module + ": name one with -Dfairlead.python");

        return call(Stream.concat(Stream.of(script.toString()), Stream.of(arguments)), environment);
    }

    private static Tool.Outcome call(Stream<String> arguments, Map<String, String> environment) {
        List<String> command = Stream.concat(Stream.of(PYTHON), arguments).toList();
        return Tool.run(command, environment);
    }
}
