package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    private static final Ledger.Addresses ADDRESSES = new Ledger.Addresses("http://localhost", "localhost:1");

    @TempDir
    Path folder;

    @Test
    void shouldNameThePidWhenAnotherLauncherHasIt() {
        try (DataFolder first = DataFolder.open(folder)) {
            Ledger.in(first.path()).write(ADDRESSES, List.of());

            LaunchException failure = assertThrows(LaunchException.class, () -> DataFolder.open(folder));

            assertTrue(failure.getMessage()
                    .startsWith(
                            "already running, pid " + ProcessHandle.current().pid()));
        }
    }

    @Test
    void shouldOpenAgainWhenTheFirstHasLetGo() {
        DataFolder.open(folder).close();

        DataFolder.open(folder).close();
    }

    @Test
    void shouldKeepOnlyTheLockWhenItIsCleared() throws IOException {
        try (DataFolder data = DataFolder.open(folder)) {
            Files.createDirectories(folder.resolve("postgres/base"));
            Files.writeString(folder.resolve("postgres/base/1"), "rows");

            data.clear();

            assertFalse(Files.exists(folder.resolve("postgres")));
            assertTrue(Files.exists(folder.resolve("lock")));
        }
    }

    @Test
    void shouldKeepTheLogOfTheRunBefore() throws IOException {
        try (DataFolder data = DataFolder.open(folder)) {
            Files.writeString(data.log("kafka"), "old");

            data.keepPreviousLogs();

            assertFalse(Files.exists(data.log("kafka")));
            assertEquals("old", Files.readString(folder.resolve("logs/kafka.log.previous")));
        }
    }

    @Test
    void shouldSayHowMuchIsMissingWhenTheDiskIsFull() {
        LaunchException failure = assertThrows(LaunchException.class, () -> DataFolder.requireSpace(folder, 3L << 20));

        assertTrue(failure.getMessage().startsWith("the disk is nearly full: 3 MiB free for " + folder));
    }
}
