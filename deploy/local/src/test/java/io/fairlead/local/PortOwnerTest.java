package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortOwnerTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldNameTheProcessWhenThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();

            LaunchException failure = assertThrows(LaunchException.class, () -> PortOwner.requireFree("kafka", port));

            String expected = "port %d, which kafka needs, is taken by pid %d ("
                    .formatted(port, ProcessHandle.current().pid());
            assertTrue(failure.getMessage().startsWith(expected), failure.getMessage());
        }
    }

    @Test
    void shouldSayNothingWhenThePortIsFree() {
        PortOwner.requireFree("kafka", Ports.free(1).of(Ports.KAFKA));
    }
}
