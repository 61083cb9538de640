package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void shouldKeepAPasswordWhenTheFolderIsOpenedAgain() {
        String drawn = Secrets.in(folder).of("fleet");

        assertEquals(drawn, Secrets.in(folder).of("fleet"));
        assertNotEquals(drawn, Secrets.in(folder).of("jobs"));
    }

    @Test
    void shouldLetOnlyTheOwnerReadThem() throws IOException {
        Secrets secrets = Secrets.in(folder);
        secrets.of("fleet");

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.file())));
    }
}
