package io.fairlead.local;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts every child from one thread that lives as long as the launcher: the kernel sends the parent-death signal when
 * the <em>thread</em> that forked ends, not when the process does.
 */
final class Forker {

    private final Wrapper wrapper = new Wrapper();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread forker = new Thread(work, "forker");
        forker.setDaemon(true);
        return forker;
    });

    Process fork(Launch launch) {
        try {
            return CompletableFuture.supplyAsync(() -> start(launch), thread).join();
        } catch (CompletionException e) {
            throw new LaunchException(
                    launch.name() + " cannot be started: " + e.getCause().getMessage(), e);
        }
    }

    Wrapper wrapper() {
        return wrapper;
    }

    private Process start(Launch launch) {
        ProcessBuilder builder = new ProcessBuilder(wrapper.around(launch));
        builder.environment().putAll(launch.environment());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
