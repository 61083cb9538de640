package io.fairlead.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows what runs, since when and in how much memory. */
@Command(name = "status", description = "Shows the parts of the running suite.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Ledger.Page page = Ledger.in(Settings.dataFolder(System.getenv())).read();
        if (page.launcherProcess().isEmpty() && page.children().isEmpty()) {
            System.out.println("not running");
            return 3;
        }
        List<Ledger.Entry> rows = new ArrayList<>(page.children());
        rows.add(page.launcher());
        System.out.printf("%-20s %-8s %8s %6s %9s %10s%n", "part", "state", "pid", "port", "MiB (PSS)", "up");
        long total = 0;
        for (Ledger.Entry row : rows) {
            Optional<ProcessHandle> process = row.process();
            long memory = process.map(row == page.launcher() ? Memory::of : Memory::ofTree)
                    .orElse(0L);
            total += memory;
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %-8s %8d %6s %9d %10s%n",
                    row.name(),
                    process.isPresent() ? "running" : "gone",
                    row.pid(),
                    row.port() == 0 ? "" : row.port(),
                    memory >> 20,
                    process.map(StatusCommand::up).orElse(""));
        }
        System.out.printf("%-20s %-8s %8s %6s %9d%n", "total", "", "", "", total >> 20);
        return page.launcherProcess().isPresent() ? 0 : 3;
    }

    private static String up(ProcessHandle process) {
        Duration up = process.info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()))
                .orElse(Duration.ZERO);
        return "%d:%02d:%02d".formatted(up.toHours(), up.toMinutesPart(), up.toSecondsPart());
    }
}
