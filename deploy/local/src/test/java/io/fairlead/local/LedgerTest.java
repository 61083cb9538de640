package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    private static final Ledger.Addresses ADDRESSES = new Ledger.Addresses("http://localhost", "localhost:1");

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private Process process;

    @BeforeEach
    void startSomething() throws IOException {
        process = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void endIt() {
        process.destroyForcibly();
    }

    @Test
    void shouldEndWhatAKilledLauncherLeftBehind() throws InterruptedException {
        Ledger ledger = Ledger.in(folder);
        ledger.write(ADDRESSES, List.of(entry()));

        List<String> ended = ledger.endLeftOvers(PATIENCE);

        assertEquals(List.of("sleeper"), ended);
        process.waitFor();
        assertFalse(process.isAlive());
        assertTrue(ledger.read().children().isEmpty());
    }

    @Test
    void shouldLeaveAProcessAloneWhenItOnlyHasTheSameNumber() {
        Ledger.Entry entry = entry();
        Ledger.Entry another =
                new Ledger.Entry(entry.name(), entry.pid(), entry.startedMillis() - 60_000, entry.port(), entry.log());
        Ledger ledger = Ledger.in(folder);
        ledger.write(ADDRESSES, List.of(another));

        List<String> ended = ledger.endLeftOvers(PATIENCE);

        assertTrue(ended.isEmpty());
        assertTrue(process.isAlive());
    }

    @Test
    void shouldKnowTheLauncherThatWroteIt() {
        Ledger ledger = Ledger.in(folder);
        ledger.write(ADDRESSES, List.of());

        assertEquals(ProcessHandle.current().pid(), ledger.read().launcherPid());
        assertTrue(ledger.read().launcherProcess().isPresent());
    }

    private Ledger.Entry entry() {
        return Ledger.Entry.of("sleeper", process.toHandle(), 0, folder.resolve("sleeper.log"));
    }
}
