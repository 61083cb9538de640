package io.fairlead.relay.benchmark;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A program that listens on loopback, as a child process. */
final class Program implements AutoCloseable {

    private final Process process;
    private final int port;

    private Program(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Program start(Path work, int port, Map<String, String> environment, List<String> command)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        work.resolve("programs.log").toFile()))
                .start();
        Program program = new Program(process, port);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(program::listens);
        return program;
    }

    /** A copy of a configuration in which words are filled in. */
    static Path configuration(Path template, Path work, Map<String, String> words) throws IOException {
        String text = Files.readString(template);
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replace(word.getKey(), word.getValue());
        }
        return Files.writeString(work.resolve(template.getFileName()), text);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    private boolean listens() {
        if (!process.isAlive()) {
            throw new IllegalStateException("it ended: see programs.log");
        }
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
    }
}
