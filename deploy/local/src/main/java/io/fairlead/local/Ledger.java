package io.fairlead.local;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Which processes belong to the stack, written down at every change. A process is known by its id and the instant it
 * started, so that a later start ends exactly the left-overs of a killed launcher and never somebody else's process.
 */
final class Ledger {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** A process of ours. */
    record Entry(String name, long pid, long startedMillis, int port, String log) {

        static Entry of(String name, ProcessHandle process, int port, Path log) {
            return new Entry(name, process.pid(), started(process), port, log.toString());
        }

        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(p -> started(p) == startedMillis);
        }

        private static long started(ProcessHandle process) {
            return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        }
    }

    /** Where the stack answers. */
    record Addresses(String url, String kafka) {}

    /** What the file says. */
    record Page(Entry launcher, Addresses addresses, List<Entry> children) {

        long launcherPid() {
            return launcher == null ? 0 : launcher.pid();
        }

        Optional<ProcessHandle> launcherProcess() {
            return Optional.ofNullable(launcher).flatMap(Entry::process);
        }
    }

    private final Path file;

    private Ledger(Path file) {
        this.file = file;
    }

    static Ledger in(Path dataFolder) {
        return new Ledger(dataFolder.resolve("processes.json"));
    }

    Page read() {
        try {
            return Files.exists(file) ? JSON.readValue(file.toFile(), Page.class) : new Page(null, null, List.of());
        } catch (IOException e) {
            throw new LaunchException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    void write(Addresses addresses, List<Entry> children) {
        Entry launcher = Entry.of("launcher", ProcessHandle.current(), 0, file);
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            JSON.writerWithDefaultPrettyPrinter().writeValue(next.toFile(), new Page(launcher, addresses, children));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LaunchException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new LaunchException("cannot delete " + file + ": " + e.getMessage(), e);
        }
    }

    /** Ends what a killed launcher left behind, the last started first. Returns the names of what it ended. */
    List<String> endLeftOvers(Duration patience) {
        List<Entry> newestFirst = new ArrayList<>(read().children());
        Collections.reverse(newestFirst);
        List<String> ended = new ArrayList<>();
        for (Entry entry : newestFirst) {
            entry.process().ifPresent(process -> {
                end(process, patience);
                ended.add(entry.name());
            });
        }
        clear();
        return ended;
    }

    private static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            process.onExit().join();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
