package io.fairlead.local;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

/** Stops a running stack, or what is left of one. */
@Command(name = "down", description = "Stops the running suite.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        Ledger ledger = Ledger.in(Settings.dataFolder(System.getenv()));
        var launcher = ledger.read().launcherProcess();
        if (launcher.isPresent()) {
            launcher.get().destroy();
            try {
                launcher.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                throw new LaunchException("the launcher, pid %d, has not stopped within %d s"
                        .formatted(launcher.get().pid(), PATIENCE.toSeconds()));
            }
            System.out.println("stopped");
            return 0;
        }
        var ended = ledger.endLeftOvers(Duration.ofSeconds(20));
        System.out.println(ended.isEmpty() ? "not running" : "ended left-overs: " + String.join(", ", ended));
        return 0;
    }
}
