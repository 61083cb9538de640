package io.fairlead.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder that keeps a stack's data between runs; one launcher at a time may use it. */
final class DataFolder implements AutoCloseable {

    private static final long NEEDED_BYTES = 1L << 30;

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Opens it for the only launcher that may use it, or says who has it. */
    static DataFolder open(Path path) {
        try {
            Files.createDirectories(path.resolve("logs"));
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new LaunchException("already running, pid "
                        + Ledger.in(path).read().launcherPid() + " (data folder " + path + "); deploy/down stops it");
            }
            requireSpace(path, Files.getFileStore(path).getUsableSpace());
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new LaunchException("cannot use the data folder " + path + ": " + e.getMessage(), e);
        }
    }

    static void requireSpace(Path path, long free) {
        if (free < NEEDED_BYTES) {
            throw new LaunchException(
                    "the disk is nearly full: %d MiB free for %s, %d MiB needed; FAIRLEAD_HOME names another folder"
                            .formatted(free >> 20, path, NEEDED_BYTES >> 20));
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another stack of this very process, as in a test
        }
    }

    Path path() {
        return path;
    }

    Path log(String name) {
        return path.resolve("logs").resolve(name + ".log");
    }

    /** Forgets everything but the lock. */
    void clear() {
        try (Stream<Path> entries = Files.list(path)) {
            for (Path entry : entries.filter(e -> !e.endsWith("lock")).toList()) {
                delete(entry);
            }
            Files.createDirectories(path.resolve("logs"));
        } catch (IOException e) {
            throw new LaunchException("cannot empty the data folder " + path + ": " + e.getMessage(), e);
        }
    }

    /** A log begins with the run it tells of; the one before stays beside it. */
    void keepPreviousLogs() {
        try (Stream<Path> logs = Files.list(path.resolve("logs"))) {
            for (Path log : logs.filter(l -> l.toString().endsWith(".log")).toList()) {
                Files.move(log, Path.of(log + ".previous"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new LaunchException("cannot rename the logs in " + path + ": " + e.getMessage(), e);
        }
    }

    static void delete(Path tree) throws IOException {
        try (Stream<Path> entries = Files.walk(tree)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
