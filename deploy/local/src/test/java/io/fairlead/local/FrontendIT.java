package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fairlead.local.demo.DemoFleet;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The web app in a real browser, on the whole suite with the demo fleet: frontend/e2e says what must hold. */
@Timeout(900)
class FrontendIT {

    private static final Path ROOT = Path.of(System.getProperty("fairlead.root"));

    /** Left behind after a failure, with every part's log; emptied at the next start. */
    private static final Path DATA = ROOT.resolve("deploy/local/target/frontend-stack");

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    @Test
    void shouldShowAPersonTheFleetAndCarryTheirComputation() throws Exception {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), () -> "no browser of " + BROWSERS + " on the PATH, and no CHROMIUM");
        Progress progress = new Progress(System.out);
        try (Stack stack = Stack.start(Settings.forTest(ROOT, DATA, 1, Map.of()), true, progress);
                DemoFleet fleet = new DemoFleet(stack.url(), progress)) {
            fleet.register();
            fleet.start();
            assertEquals(0, run(stack, browser.get()), "see the output above, and frontend/target/e2e");
        }
    }

    private static int run(Stack stack, Path browser) throws IOException, InterruptedException {
        ProcessBuilder tests = new ProcessBuilder("npm", "run", "--silent", "e2e")
                .directory(ROOT.resolve("frontend").toFile())
                .redirectInput(new File("/dev/null")) // ours is the channel to Maven
                .redirectErrorStream(true);
        tests.environment().put("FAIRLEAD_URL", stack.url());
        tests.environment().put("CHROMIUM", browser.toString());
        tests.environment().put("FLEET_PID", Long.toString(pid(stack, Service.FLEET)));
        Process process = tests.start();
        try (BufferedReader output = process.inputReader()) {
            output.lines().forEach(System.out::println);
            return process.waitFor();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static long pid(Stack stack, Service service) {
        return stack.context()
                .supervisor()
                .child(Instance.name(service, 0))
                .orElseThrow()
                .process()
                .pid();
    }

    private static Optional<Path> browser() {
        return Optional.ofNullable(System.getenv("CHROMIUM")).map(Path::of).or(() -> Arrays.stream(
                        System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> BROWSERS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst());
    }
}
