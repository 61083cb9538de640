package io.fairlead.job.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** CPU time of processes, from Linux. */
final class CpuTime {

    private static final double TICKS = 100;

    private CpuTime() {}

    /** Seconds that a process, those that it started, and those of them that have ended, have taken. */
    static double of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(each -> fields(each.pid(), List.of(13, 14, 15, 16)))
                .sum();
    }

    /** Seconds of all processes that this one has started and that have ended. */
    static double ofEnded() {
        return fields(ProcessHandle.current().pid(), List.of(15, 16));
    }

    private static double fields(long pid, List<Integer> fields) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] rest = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return fields.stream()
                            .flatMapToInt(field -> IntStream.of(Integer.parseInt(rest[field - 2])))
                            .sum()
                    / TICKS;
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
