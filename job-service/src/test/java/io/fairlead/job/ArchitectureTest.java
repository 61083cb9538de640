package io.fairlead.job;

import io.fairlead.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void shouldKeepToTheHouseRules() {
        ArchitectureRules.check("io.fairlead.job");
    }
}
