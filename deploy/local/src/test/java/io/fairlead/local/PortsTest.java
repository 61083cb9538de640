package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void shouldUseTheUsualPortsWhenNothingIsSaid() {
        Ports ports = Ports.from(Map.of(), 2);

        assertEquals(8088, ports.of(Ports.GATEWAY));
        assertEquals(8103, ports.of(Service.JOB, 0));
        assertEquals(8113, ports.of(Service.JOB, 1));
    }

    @Test
    void shouldNeverGiveAPortTwiceWhenSevenInstancesRun() {
        Ports ports = Ports.from(Map.of(), 7);
        Set<Integer> seen = new HashSet<>(Set.of(8088, 8089, 8109, 8180, 8181, 15432, 19092, 19093));

        for (Service service : Service.values()) {
            for (int i = 0; i < 7; i++) {
                assertEquals(true, seen.add(ports.of(service, i)), service + " " + i);
            }
        }
    }

    @Test
    void shouldTakeThePortOfTheEnvironmentWhenItIsSet() {
        Ports ports = Ports.from(Map.of("FAIRLEAD_GATEWAY_PORT", "9000", "FAIRLEAD_FLEET_PORT", "9100"), 2);

        assertEquals(9000, ports.of(Ports.GATEWAY));
        assertEquals(9110, ports.of(Service.FLEET, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0", "65536", "-1", "80a"})
    void shouldNameTheVariableWhenItIsNoPort(String text) {
        LaunchException failure =
                assertThrows(LaunchException.class, () -> Ports.from(Map.of("FAIRLEAD_KAFKA_PORT", text), 1));

        assertEquals("FAIRLEAD_KAFKA_PORT is not a port number: " + text, failure.getMessage());
    }

    @Test
    void shouldFindDifferentFreePortsWhenATestAsks() {
        Ports ports = Ports.free(2);

        assertNotEquals(ports.of(Service.FLEET, 0), ports.of(Service.FLEET, 1));
        assertNotEquals(ports.of(Ports.GATEWAY), ports.of(Ports.POSTGRES));
    }
}
