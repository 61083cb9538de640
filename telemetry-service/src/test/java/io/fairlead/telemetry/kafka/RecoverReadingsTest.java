package io.fairlead.telemetry.kafka;

import static io.fairlead.telemetry.Api.get;
import static io.fairlead.telemetry.Api.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.event.Topics;
import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.PythonScript;
import io.fairlead.testkit.RealParts;
import io.fairlead.testkit.Tokens;
import io.fairlead.testkit.Tool;
import io.fairlead.testkit.TopicReader;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a restore of the database lost is taken from the topic again. */
@FairleadTest
class RecoverReadingsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCRIPT = Path.of("recover", "recover_readings.py");
    private static final String READINGS =
            """
            {"vessel":"VESSEL","readings":[
              {"channel":"power","labels":{"consumer":"hotel"},"unit":"kW","time":"2026-01-31T04:00:00Z","value":800},
              {"channel":"power","labels":{"consumer":"hotel"},"unit":"kW","time":"2026-01-31T04:05:00.000000001Z","value":812.25},
              {"channel":"energy","unit":"kWh","start":"2026-01-31T04:00:00Z","time":"2026-01-31T04:15:00Z","value":200.5},
              {"channel":"fuel.used","unit":"t","start":"2026-01-31T03:00:00Z","time":"2026-01-31T04:00:00Z","value":1.5},
              {"channel":"fuel.used","unit":"t","start":"2026-01-31T03:45:00Z","time":"2026-01-31T04:00:00Z","value":0.5},
              {"channel":"engine.state","time":"2026-01-31T04:00:00Z","text":"720","quality":"good"},
              {"channel":"engine.rpm","labels":{"engine":"port"},"unit":"rpm","time":"2026-01-31T04:00:00Z","value":1e-7}]}""";
    private static final String CORRECTION =
            """
            {"vessel":"VESSEL","readings":[
              {"channel":"power","labels":{"consumer":"hotel"},"unit":"kW","time":"2026-01-31T04:00:00Z","value":799.125}]}""";

    private static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");

    /** What a database knows of a vessel's readings; its channels may be older. */
    private static final List<String> LOSS = List.of(
            "delete from head where vessel = $1",
            "delete from touched where vessel = $1",
            "delete from block where series_id in (select id from series where vessel = $1)",
            "delete from series_last where series_id in (select id from series where vessel = $1)",
            "delete from power_window where series_id in (select id from series where vessel = $1)");

    @Inject
    KnownVessels vessels;

    @Inject
    Pool pool;

    private String vessel;
    private Instant since;

    @BeforeEach
    void report() {
        since = Instant.now();
        vessel = "V" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(vessel, null);
        report(READINGS);
        report(CORRECTION);
        awaitTold("799.125");
    }

    @Test
    void shouldBringBackWhatWasTold() throws IOException {
        String readings = readings();
        JsonNode energy = energy();

        lose();
        String lost = readings();
        JsonNode noEnergy = energy();
        Tool.Outcome first = recover();
        Tool.Outcome second = recover();

        assertThat(lost).isNotEqualTo(readings);
        assertThat(energy).isNotEmpty();
        assertThat(noEnergy).isEmpty();
        assertThat(first.output()).startsWith("8 told, 7 accepted, 0 duplicate, 0 rejected, 0 refused");
        assertThat(first.failed()).isFalse();
        assertThat(readings()).isEqualTo(readings);
        assertThat(energy()).isEqualTo(energy);
        assertThat(second.output()).contains(" 0 accepted, 7 duplicate, 0 rejected, 0 refused");
    }

    @Test
    void shouldSayWhichVesselTakesNoReadingsAnyMore() throws IOException {
        lose();
        run("update vessel set status = 'retired' where code = $1");

        Tool.Outcome outcome = recover();

        assertThat(outcome.failed()).isTrue();
        assertThat(outcome.output()).contains("Vessel " + vessel + " is retired.", "8 told", "7 refused");
    }

    @Test
    void shouldSendTheRestWhenOneReadingIsNotTaken() throws IOException {
        lose();
        run("update series set unit = 'Hz' where vessel = $1 and channel = 'engine.rpm'");

        Tool.Outcome outcome = recover();

        assertThat(outcome.failed()).isTrue();
        assertThat(outcome.output())
                .contains("1 readings of engine.rpm: 400", "6 accepted, 0 duplicate, 0 rejected, 1 refused");
        assertThat(readings()).contains("799.125", "812.25", "200.5", "720");
    }

    @Test
    void shouldSendManyReadingsInSeveralRequests() throws IOException {
        String text = "x".repeat(900);
        report(IntStream.range(0, 6000)
                .mapToObj(i -> "{\"channel\":\"engine.state\",\"time\":\"%s\",\"text\":\"%s\"}"
                        .formatted(LATER.plusSeconds(i), text))
                .collect(Collectors.joining(",", "{\"vessel\":\"VESSEL\",\"readings\":[", "]}")));
        awaitTold(LATER.plusSeconds(5999).toString());
        lose();

        Tool.Outcome outcome = recover();

        assertThat(outcome.output()).startsWith("6008 told, 6007 accepted, 0 duplicate, 0 rejected, 0 refused");
    }

    @Test
    void shouldSendNothingWhenOnlyAsked() throws IOException {
        lose();
        String lost = readings();

        Tool.Outcome outcome = recover("--dry-run");

        assertThat(outcome.output()).startsWith("8 told, 0 accepted");
        assertThat(readings()).isEqualTo(lost);
    }

    @Test
    void shouldNameATimeThatDoesNotSayItsZone() throws IOException {
        Tool.Outcome outcome = recover("--since", "2026-11-22T06:30:39");

        assertThat(outcome.failed()).isTrue();
        assertThat(outcome.output()).contains("--since", "2026-11-22T06:30:39 does not say its distance from UTC");
    }

    private void report(String readings) {
        post("/api/v1/sensors/readings", Tokens.ship(vessel), readings.replace("VESSEL", vessel))
                .statusCode(200);
    }

    private void lose() {
        LOSS.forEach(this::run);
    }

    private void run(String sql) {
        pool.preparedQuery(sql).execute(Tuple.of(vessel)).await().indefinitely();
    }

    private Tool.Outcome recover(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--since",
                since.toString(),
                "--vessel",
                vessel,
                "--kafka",
                RealParts.kafka(),
                "--url",
                "http://127.0.0.1:" + RestAssured.port));
        arguments.addAll(List.of(more));
        return PythonScript.outcome(
                SCRIPT, "kafka", Map.of("FAIRLEAD_TOKEN", Tokens.admin()), arguments.toArray(String[]::new));
    }

    private String readings() {
        return get(("/api/v1/sensors/readings?vessel=%s&channel=power&channel=energy&channel=engine.state&channel=engine.rpm&channel=fuel.used")
                        .formatted(vessel))
                .statusCode(200)
                .extract()
                .asString();
    }

    /** The windows without their revisions, which are counted anew. */
    private JsonNode energy() throws IOException {
        JsonNode windows = JSON.readTree(
                get("/api/v1/power/%s?start=2026-01-31T00:00:00Z&end=2026-02-01T00:00:00Z".formatted(vessel))
                        .statusCode(200)
                        .extract()
                        .asString());
        return JSON.valueToTree(windows.findValuesAsText("kWh"));
    }

    private void awaitTold(String value) {
        try (TopicReader told = TopicReader.open(Topics.TELEMETRY_READINGS)) {
            told.await(record -> isOf(record, value), Duration.ofSeconds(30));
        }
    }

    private boolean isOf(ConsumerRecord<String, byte[]> record, String value) {
        return vessel.equals(record.key()) && new String(record.value(), StandardCharsets.UTF_8).contains(value);
    }
}
