package io.fairlead.fleet;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Schemathesis;
import org.junit.jupiter.api.BeforeEach;

@FairleadTest
class SchemathesisTest extends Schemathesis {

    @BeforeEach
    void fleet() {
        for (String vessel : new String[] {"MV101", "MV102", "MV108", "MV109"}) {
            Api.vessel(vessel);
            Api.schedule("Voyage", "2027-01-01T00:00:00Z", "2027-01-02T00:00:00Z");
        }
        for (String equipment : new String[] {"5310B9D7", "5310B9D8"}) {
            Api.post(
                            "/api/v1/vessels/MV102/equipment",
                            "{\"code\":\"%s\",\"name\":\"compressor\"}".formatted(equipment))
                    .statusCode(201);
        }
    }
}
