package io.fairlead.job.worker;

import io.fairlead.testkit.Tokens;
import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Workers that are processes of their own, for tests that kill them. */
final class WorkerProcesses implements AutoCloseable {

    private static final File LOG = new File("target/workers.log");

    private final List<Process> processes = new ArrayList<>();

    WorkerProcesses(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            processes.add(start());
        }
    }

    /** SIGKILL; another one takes its place. */
    void kill(int index) throws IOException, InterruptedException {
        Process victim = processes.get(index);
        victim.destroyForcibly().waitFor();
        processes.set(index, start());
    }

    /** SIGSTOP, and SIGCONT after a while: it goes on as if nothing had happened. */
    void pause(int index, Duration duration) throws IOException, InterruptedException {
        long pid = processes.get(index).pid();
        signal("STOP", pid);
        CompletableFuture.delayedExecutor(duration.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> signalQuietly("CONT", pid));
    }

    private static Process start() throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                "python3",
                "src/test/python/worker.py",
                "http://127.0.0.1:" + RestAssured.port,
                UUID.randomUUID().toString());
        command.environment().put("FAIRLEAD_TOKEN", Tokens.worker());
        return command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG))
                .start();
    }

    private static void signalQuietly(String name, long pid) {
        try {
            signal(name, pid);
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, "" + pid).start().waitFor();
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
