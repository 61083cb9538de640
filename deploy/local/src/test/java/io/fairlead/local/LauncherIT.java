package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process of its own, with only its quick parts: how it ends, and how it begins after a bad end. */
@Timeout(60)
class LauncherIT {

    private static final String ROOT = System.getProperty("fairlead.root");
    private static final String UP = "Ctrl-C or deploy/down";

    @TempDir
    Path data;

    private final Ports ports = Ports.free(1);
    private final List<Process> launchers = new ArrayList<>();

    @AfterEach
    void endThem() throws InterruptedException {
        for (Process launcher : launchers) {
            launcher.destroy();
            launcher.waitFor();
        }
        Ledger.in(data).endLeftOvers(java.time.Duration.ofSeconds(10));
    }

    @Test
    void shouldLeaveNoProcessWhenItIsTerminated() throws IOException, InterruptedException {
        Process launcher = launch(UP);
        List<ProcessHandle> children = children();

        launcher.destroy();

        assertTrue(launcher.waitFor(30, TimeUnit.SECONDS));
        assertEquals(3, children.size());
        assertEquals(List.of(), children.stream().filter(ProcessHandle::isAlive).toList());
    }

    @Test
    void shouldStartAgainWhenTheLauncherWasKilled() throws IOException, InterruptedException {
        Process first = launch(UP);
        List<ProcessHandle> children = children();
        first.destroyForcibly().waitFor();

        launch(UP);

        assertEquals(List.of(), children.stream().filter(ProcessHandle::isAlive).toList());
        assertEquals(3, children().size());
    }

    @Test
    void shouldSayWhoRunsWhenItIsStartedTwice() throws IOException {
        Process first = launch(UP);

        launch("error: already running, pid " + first.pid());
    }

    @Test
    void shouldSayWhoHasThePortWhenItIsTaken() throws IOException {
        int port = ports.of(Ports.GATEWAY);
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            launch("error: port %d, which traefik needs, is taken by pid %d"
                    .formatted(taken.getLocalPort(), ProcessHandle.current().pid()));
        }
    }

    private List<ProcessHandle> children() {
        return Ledger.in(data).read().children().stream()
                .flatMap(entry -> entry.process().stream())
                .toList();
    }

    /** Starts a launcher and waits until it says something. */
    private Process launch(String expected) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Jvm.java(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "up",
                "--empty");
        builder.redirectErrorStream(true);
        builder.environment().putAll(environment());
        Process launcher = builder.start();
        launchers.add(launcher);
        BufferedReader said = launcher.inputReader();
        List<String> lines = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            lines.add(line);
            if (line.startsWith(expected)) {
                return launcher;
            }
        }
        throw new AssertionError("it never said: " + expected + "\n" + String.join("\n", lines));
    }

    /** Everything that is slow to start is somebody else's here. */
    private Map<String, String> environment() {
        String nobody = "http://127.0.0.1:9";
        return Map.ofEntries(
                Map.entry("FAIRLEAD_ROOT", ROOT),
                Map.entry("FAIRLEAD_HOME", data.toString()),
                Map.entry("FAIRLEAD_GATEWAY_PORT", Integer.toString(ports.of(Ports.GATEWAY))),
                Map.entry("FAIRLEAD_GATEWAY_INTERNAL_PORT", Integer.toString(ports.of(Ports.GATEWAY_INTERNAL))),
                Map.entry("FAIRLEAD_POSTGRES_PORT", Integer.toString(ports.of(Ports.POSTGRES))),
                Map.entry("FAIRLEAD_MENU_PORT", Integer.toString(ports.of(Ports.MENU))),
                Map.entry("FAIRLEAD_KAFKA_BOOTSTRAP", "127.0.0.1:9"),
                Map.entry("FAIRLEAD_OIDC_URL", nobody),
                Map.entry("FAIRLEAD_FLEET_URLS", nobody),
                Map.entry("FAIRLEAD_TELEMETRY_URLS", nobody),
                Map.entry("FAIRLEAD_JOB_URLS", nobody),
                Map.entry("FAIRLEAD_RELAY_URLS", nobody));
    }
}
