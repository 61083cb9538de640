package io.fairlead.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Lets schemathesis try the whole API as its document describes it, with a token that may do everything. Runs on
 * request: {@code src/test/schemathesis/run}.
 */
@FairleadTest
@EnabledIfSystemProperty(named = "schemathesis", matches = ".+")
class SchemathesisTest {

    private static final String VESSELS = "{\"code\":\"MV102\",\"name\":\"Northern Light\",\"type\":\"fpso\"}";

    @BeforeEach
    void fleet() {
        Api.post("/api/v1/vessels", VESSELS).statusCode(201);
        Api.post("/api/v1/vessels/MV102/equipment", "{\"code\":\"5310B9D7\",\"name\":\"compressor\"}")
                .statusCode(201);
        Api.schedule("Voyage", "2027-01-01T00:00:00Z", "2027-01-02T00:00:00Z");
    }

    @Test
    void shouldKeepToItsDocument() throws IOException, InterruptedException {
        Path folder = Path.of(System.getProperty("fairlead.root", ".."), "fleet-service", "src/test/schemathesis");
        ProcessBuilder command = new ProcessBuilder(List.of(
                System.getProperty("schemathesis"),
                "--config-file",
                folder.resolve("schemathesis.toml").toString(),
                "run",
                "http://127.0.0.1:" + RestAssured.port + "/openapi/fleet.json",
                "--url",
                "http://127.0.0.1:" + RestAssured.port,
                "--header",
                "Authorization: Bearer " + Tokens.admin()));
        command.environment().put("PYTHONPATH", folder.toString());
        command.environment().put("SCHEMATHESIS_HOOKS", "hooks");

        Path report = Path.of("target", "schemathesis.txt");

        int exit = command.redirectErrorStream(true)
                .redirectOutput(report.toFile())
                .start()
                .waitFor();

        System.out.println(Files.readString(report));
        assertThat(exit).isZero();
    }
}
