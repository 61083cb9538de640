package io.fairlead.telemetry.influx;

import static io.fairlead.telemetry.Api.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.PythonScript;
import io.fairlead.testkit.Tokens;
import io.fairlead.testkit.Tool;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents and libraries that others made for InfluxDB write here unchanged, where they are installed. */
@FairleadTest
class InfluxClientsTest {

    private static final String TELEGRAF = System.getProperty("fairlead.telegraf", "telegraf");
    private static final String LINES =
            """
            power,vessel=%1$s,consumer=hotel kW=10.1 1769832000000000000
            power,vessel=%1$s,consumer=hotel kW=20.25 1769832300000000001
            engine,vessel=%1$s rpm=720.5,running=true,state="on \\"load\\"",count=7i 1769832000000000000
            """;
    private static final String INPUT =
            """
            [agent]
              omit_hostname = true
              precision = "1ns"
            [[inputs.file]]
              files = ["%s"]
              data_format = "influx"
            """;

    @Inject
    KnownVessels vessels;

    @TempDir
    Path folder;

    private String vessel;
    private String url;

    @BeforeEach
    void register() {
        vessel = "V" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(vessel, null);
        url = "http://127.0.0.1:" + RestAssured.port;
    }

    @Test
    void shouldTakeWhatTheLibraryOfInfluxDb2Writes() {
        PythonScript.run("influx_write.py", "influxdb_client", url, Tokens.ship(vessel), Tokens.viewer(), vessel);
    }

    @Test
    void shouldTakeWhatTheLibraryOfInfluxDb1Writes() {
        PythonScript.run("influx1_write.py", "influxdb", url, Tokens.ship(vessel), Tokens.viewer(), vessel);
    }

    @Test
    void shouldTakeWhatTelegrafWritesAsToInfluxDb2() throws IOException {
        telegraf(
                """
                [[outputs.influxdb_v2]]
                  urls = ["%s"]
                  token = "%s"
                  organization = "any"
                  bucket = "any"
                """
                        .formatted(url, Tokens.ship(vessel)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldTakeWhatTelegrafWritesAsToInfluxDb1(boolean withoutDatabase) throws IOException {
        telegraf(
                """
                [[outputs.influxdb]]
                  urls = ["%s"]
                  database = "fleet"
                  username = "any"
                  password = "%s"
                  skip_database_creation = %s
                """
                        .formatted(url, Tokens.ship(vessel), withoutDatabase));
    }

    private void telegraf(String output) throws IOException {
        assumeFalse(
                Tool.run(List.of(TELEGRAF, "--version")).failed(), "no Telegraf: name one with -Dfairlead.telegraf");
        Path lines = Files.writeString(folder.resolve("lines"), LINES.formatted(vessel));
        Path config = Files.writeString(folder.resolve("telegraf.conf"), INPUT.formatted(lines) + output);

        Tool.Outcome outcome = Tool.run(List.of(TELEGRAF, "--once", "--config", config.toString()));

        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(outcome.output().lines()).noneMatch(line -> line.contains("! [outputs") && !line.contains("I!"));
        get("/api/v1/sensors/" + vessel + "/latest")
                .body("items.find { it.channel.name == 'power' }.reading.value", equalTo(20.25f))
                .body(
                        "items.find { it.channel.name == 'power' }.reading.time",
                        equalTo("2026-01-31T04:05:00.000000001Z"))
                .body("items.find { it.channel.name == 'engine.rpm' }.reading.value", equalTo(720.5f))
                .body("items.find { it.channel.name == 'engine.running' }.reading.text", equalTo("true"))
                .body("items.find { it.channel.name == 'engine.state' }.reading.text", equalTo("on \"load\""))
                .body("items.find { it.channel.name == 'engine.count' }.reading.value", equalTo(7f));
    }
}
