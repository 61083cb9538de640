package io.fairlead.local;

import io.fairlead.local.demo.DemoFleet;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the stack and stays until somebody stops it. */
@Command(name = "up", description = "Starts the suite and stays in the foreground.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Option(names = "--fresh", description = "forget the data of earlier runs")
    private boolean fresh;

    @Option(names = "--empty", description = "leave out the demo fleet")
    private boolean empty;

    @Option(names = "--lake", description = "write readings and windows into Iceberg tables too")
    private boolean lake;

    @Option(names = "--instances", description = "how many of each service (${DEFAULT-VALUE})", defaultValue = "1")
    private int instances;

    @Override
    public Integer call() throws InterruptedException {
        if (instances < 1 || instances > 7) {
            throw new LaunchException("--instances is 1 to 7");
        }
        Progress progress = new Progress(System.out);
        Settings settings = Settings.from(System.getenv(), instances);
        Stack stack = Stack.prepare(settings, fresh, progress);
        CountDownLatch stopped = new CountDownLatch(1);
        DemoFleet demo = new DemoFleet(stack.url(), progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, demo, progress, stopped), "stop"));
        stack.startParts();
        if (lake) {
            stack.startLake();
        }
        if (!empty) {
            demo.register();
        }
        greet(stack, progress);
        if (!empty) {
            demo.start();
        }
        stopped.await();
        return 0;
    }

    private static void stop(Stack stack, DemoFleet demo, Progress progress, CountDownLatch stopped) {
        long begin = System.nanoTime();
        progress.line("launcher", "stopping");
        demo.close();
        stack.close();
        progress.line(
                "launcher",
                "stopped in %.1f s"
                        .formatted(Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0));
        stopped.countDown();
    }

    private static void greet(Stack stack, Progress progress) {
        String people = Arrays.stream(Identity.values())
                .filter(Identity::person)
                .map(identity -> identity.id() + " / " + identity.secret())
                .collect(Collectors.joining(",  "));
        progress.plain(
                """

                Fairlead is up at %1$s
                  API documents   %1$s/docs  and  %1$s/redoc
                  demo sign-ins   %2$s   (for this machine only)
                  Keycloak admin  %1$s/auth/admin  as admin; password: keycloak-admin in %3$s
                  logs            deploy/logs fleet-service -f
                  try             curl -H "Authorization: Bearer $(deploy/token viewer)" %1$s/api/v1/vessels
                Ctrl-C or deploy/down stops it."""
                        .formatted(
                                stack.url(), people, stack.context().secrets().file()));
    }
}
