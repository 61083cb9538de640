package io.fairlead.telemetry;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Schemathesis;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

@FairleadTest
class SchemathesisTest extends Schemathesis {

    @Inject
    KnownVessels vessels;

    @BeforeEach
    void fleet() {
        vessels.active("MV101", "9074729");
        vessels.active("MV102", "4000022");
    }
}
