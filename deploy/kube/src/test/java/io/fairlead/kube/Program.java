package io.fairlead.kube;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that runs beside the tests, with its output in a file, until it is closed. */
final class Program implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final String name;
    private final Process process;
    private final Path log;

    private Program(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static Program start(Path folder, String name, List<String> arguments) {
        Path log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of(Tools.path(name).toString()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new Program(name, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return true
     * @throws IllegalStateException with the end of its output where it has stopped by itself */
    boolean mustRun() {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "%s stopped with %d:%n%s".formatted(name, process.exitValue(), lastOutput()));
        }
        return true;
    }

    String lastOutput() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** What a program that ended by itself said. */
    record Result(int status, String output, String errors) {

        /** @return its output
         * @throws AssertionError with all that it said where it failed */
        String orFail() {
            if (status != 0) {
                throw new AssertionError("exit status %d%n%s%n%s".formatted(status, errors, output));
            }
            return output;
        }

        String all() {
            return output + errors;
        }
    }

    /** Runs a command to its end, with {@code environment} added to this process's own. */
    static Result run(Path folder, Map<String, String> environment, Duration limit, List<String> command) {
        try {
            Path errors = Files.createTempFile("kube", ".err");
            Path output = Files.createTempFile("kube", ".out");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("not done in %s: %s".formatted(limit, command));
            }
            Result result = new Result(process.exitValue(), Files.readString(output), Files.readString(errors));
            Files.delete(output);
            Files.delete(errors);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
