package io.fairlead.relay;

import io.fairlead.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void shouldKeepToTheHouseRules() {
        ArchitectureRules.check("io.fairlead.relay");
    }
}
