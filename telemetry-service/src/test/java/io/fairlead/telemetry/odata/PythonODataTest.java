package io.fairlead.telemetry.odata;

import io.fairlead.telemetry.Api;
import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.PythonScript;
import io.fairlead.testkit.Tokens;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** PyPI python-odata reads the feed with a personal access token as its password, where it is installed. */
@FairleadTest
class PythonODataTest {

    @Inject
    KnownVessels vessels;

    @Test
    void shouldBeReadByPythonOData() {
        Feed.report(vessels, "MV101", 8);
        Feed.report(vessels, "MV102", 5);
        String secret = Api.post("/api/v1/tokens", Tokens.viewer(), "{\"name\":\"%s\"}".formatted(UUID.randomUUID()))
                .extract()
                .path("secret");

        PythonScript.run("odata_read.py", "odata", Feed.root(), secret);
    }
}
