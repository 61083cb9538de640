package io.fairlead.core;

import io.fairlead.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void shouldKnowNoService() {
        ArchitectureRules.check("io.fairlead.core");
    }
}
