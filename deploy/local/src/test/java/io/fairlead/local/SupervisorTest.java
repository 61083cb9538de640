package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final CountDownLatch again = new CountDownLatch(1);
    private Supervisor supervisor;

    @BeforeEach
    void create() {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                super.println(line);
                if (line.contains("runs again")) {
                    again.countDown();
                }
            }
        };
        supervisor = new Supervisor(
                new Forker(),
                Ledger.in(folder),
                new Progress(out),
                new Ledger.Addresses("http://localhost", "localhost:1"));
    }

    @AfterEach
    void stop() {
        supervisor.stop();
    }

    @Test
    void shouldStartAgainWhenAWatchedChildIsKilled() throws InterruptedException {
        Child child = supervisor.start(sleeper("one"));
        supervisor.watch(child);

        child.process().destroyForcibly();

        assertTrue(again.await(10, TimeUnit.SECONDS), said::toString);
        Child next = supervisor.child("one").orElseThrow();
        assertTrue(next.alive());
        assertNotEquals(child.process().pid(), next.process().pid());
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("ended with 137; starting it again in 0.5 s"));
    }

    @Test
    void shouldLeaveNothingRunningWhenItStops() {
        Child first = supervisor.start(sleeper("postgres"));
        Child second = supervisor.start(sleeper("two"));

        supervisor.stop();

        assertFalse(first.alive());
        assertFalse(second.alive());
        assertTrue(Ledger.in(folder).read().children().isEmpty());
    }

    @Test
    void shouldWaitLongerAfterEachDeathAndNeverLongerThanHalfAMinute() {
        assertEquals(Duration.ofMillis(500), Supervisor.pause(1));
        assertEquals(Duration.ofSeconds(1), Supervisor.pause(2));
        assertEquals(Duration.ofSeconds(16), Supervisor.pause(6));
        assertEquals(Duration.ofSeconds(30), Supervisor.pause(7));
        assertEquals(Duration.ofSeconds(30), Supervisor.pause(1000));
    }

    private Launch sleeper(String name) {
        return new Launch(name, List.of("sleep", "600"), Map.of(), folder.resolve(name + ".log"), 0);
    }
}
