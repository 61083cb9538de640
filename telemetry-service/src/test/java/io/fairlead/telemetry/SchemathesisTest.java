package io.fairlead.telemetry;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Schemathesis;
import io.fairlead.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;

@FairleadTest
class SchemathesisTest extends Schemathesis {

    @Inject
    KnownVessels vessels;

    @BeforeEach
    void fleet() {
        vessels.active("MV101", "9074729");
        vessels.active("MV102", "4000022");
        report("MV101");
        report("MV102");
    }

    private static void report(String vessel) {
        String time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        Api.post(
                        "/api/v1/sensors/readings",
                        Tokens.ship(vessel),
                        """
                        {"vessel":"%1$s","readings":[
                          {"channel":"power","time":"%2$s","value":812.5,"unit":"kW"},
                          {"channel":"engine.state","time":"%2$s","value":"running"}]}"""
                                .formatted(vessel, time))
                .statusCode(200);
    }
}
