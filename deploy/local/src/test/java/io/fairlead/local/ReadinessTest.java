package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessTest {

    @TempDir
    Path folder;

    @Test
    void shouldTellTheLastLineWhenAChildEndsInsteadOfAnswering() {
        Launch launch = launch("echo first; echo last; exit 3");
        Child child = new Child(launch, new Forker().fork(launch));

        LaunchException failure =
                assertThrows(LaunchException.class, () -> Readiness.await(child, Duration.ofSeconds(10), () -> false));

        assertTrue(failure.getMessage().startsWith("child ended with 3: last (log: "), failure.getMessage());
    }

    @Test
    void shouldGiveUpWhenAChildNeverAnswers() {
        Launch launch = launch("exec sleep 600");
        Child child = new Child(launch, new Forker().fork(launch));
        try {
            assertThrows(LaunchException.class, () -> Readiness.await(child, Duration.ZERO, () -> false));
        } finally {
            child.kill();
        }
    }

    @Test
    void shouldPreferTheCauseToTheLastLine() throws IOException {
        Path log = folder.resolve("a.log");
        Files.writeString(log, "could not write: No space left on device\nshutting down\n\n");

        assertEquals("could not write: No space left on device", Readiness.reason(log));
    }

    private Launch launch(String script) {
        return new Launch("child", List.of("sh", "-c", script), Map.of(), folder.resolve("child.log"), 0);
    }
}
