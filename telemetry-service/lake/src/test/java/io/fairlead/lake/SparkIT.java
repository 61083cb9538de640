package io.fairlead.lake;

import static io.restassured.config.JsonConfig.jsonConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.testkit.RealParts;
import io.fairlead.testkit.Tokens;
import io.fairlead.testkit.TopicReader;
import io.fairlead.testkit.TopicWriter;
import io.fairlead.testkit.process.KillablePostgres;
import io.fairlead.testkit.process.Ports;
import io.fairlead.testkit.process.ServiceProcess;
import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged Spark jobs on a lake that the packaged sink made of what a packaged telemetry-service published. */
@Timeout(400)
class SparkIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DAY = "2026-11-18T";
    private static final String UNTIL = "2026-11-20T00:00:00Z";

    @TempDir
    Path folder;

    private ServiceProcess service;

    @Test
    void shouldReconcileEveryWindowAndPublishResults() throws Exception {
        String warehouse = folder.resolve("lake").toString();
        try (KillablePostgres postgres = new KillablePostgres(folder.resolve("postgres"), Ports.free());
                Worker worker = new Worker(folder, warehouse, Map.of())) {
            service = ServiceProcess.start(
                    Ports.free(), folder.resolve("service.log"), new ArrayList<>(postgres.settings()));
            worker.start();
            postgres.run(
                    "insert into telemetry.vessel (code, name, status, version) values ('MV102', 'A', 'active', 1)");
            report();
            awaitInTheLake(warehouse);

            SparkJob same = SparkJob.run(folder, "reconcile", "--warehouse", warehouse, "--until", UNTIL);
            assertThat(same.output()).contains(" windows, 0 differ");
            assertThat(same.exit()).as(same.output()).isZero();

            SparkJob energy = SparkJob.run(
                    folder, "energy", "--warehouse", warehouse, "--kafka", RealParts.kafka(), "--until", UNTIL);
            assertThat(energy.exit()).as(energy.output()).isZero();
            assertServed();

            SparkJob activity = SparkJob.run(
                    folder,
                    "activity",
                    "--kafka",
                    RealParts.kafka(),
                    "--checkpoint",
                    folder.resolve("checkpoint").toString(),
                    "--once",
                    "true");
            assertThat(activity.exit()).as(activity.output()).isZero();
            assertActivity();

            breakOneWindow(warehouse);
            SparkJob different = SparkJob.run(folder, "reconcile", "--warehouse", warehouse, "--until", UNTIL);
            assertThat(different.output()).contains(" windows, 1 differ").contains("\"difference\":\"different\"");
            assertThat(different.exit()).isEqualTo(2);

            LakeReader lake = new LakeReader(warehouse);
            int rows = lake.rows(LakeTable.WINDOWS).size();
            SparkJob maintain = SparkJob.run(folder, "maintain", "--warehouse", warehouse, "--keep", "PT0S");
            assertThat(maintain.exit()).as(maintain.output()).isZero();
            assertThat(lake.rows(LakeTable.WINDOWS)).hasSize(rows);
        } finally {
            service.close();
        }
    }

    /**
     * Power at odd times, energy with and without a start, a counter that falls back; then late, corrected and again; at
     * last a generator that stands still all day.
     */
    private void report() {
        String power = IntStream.range(0, 288)
                .filter(i -> i % 7 != 3)
                .mapToObj(i -> "{\"time\":\"%s%02d:%02d:00.000000%03dZ\",\"value\":%d.%03d}"
                        .formatted(DAY, i / 12, i % 12 * 5, i, 700 + i, i * 7 % 1000))
                .collect(Collectors.joining(","));
        post(
                "/api/v1/power",
                "{\"vessel\":\"MV102\",\"unit\":\"kW\",\"labels\":{\"consumer\":\"hotel\"},\"readings\":[" + power
                        + "]}");
        String other = "{\"vessel\":\"MV102\",\"readings\":["
                + reading(
                        "energy",
                        "boiler",
                        "10:00:00",
                        "\"start\":\"" + DAY + "08:07:13Z\",\"unit\":\"kWh\"",
                        "12.3456789")
                + "," + reading("energy", "pump", "10:10:00", "\"unit\":\"MWh\"", "0.1")
                + "," + reading("energy", "pump", "13:40:00", "\"unit\":\"MWh\"", "0.0701")
                + "," + reading("engine.rpm", "x", "10:10:00", "\"unit\":\"rpm\"", "720")
                + "," + reading("energy_counter", "crane", "14:00:00", "\"unit\":\"kWh\"", "1000.1")
                + "," + reading("energy_counter", "crane", "14:15:00", "\"unit\":\"kWh\"", "990")
                + "," + reading("energy_counter", "crane", "14:40:30", "\"unit\":\"kWh\"", "5.55")
                + "," + reading("engine.mode", "x", "11:10:00", "\"unit\":\"1\"", "\"harbour\"") + "]}";
        post("/api/v1/sensors/readings", other);
        post(
                "/api/v1/sensors/readings",
                "{\"vessel\":\"MV102\",\"readings\":["
                        + reading("energy", "pump", "11:20:00", "\"unit\":\"MWh\"", "0.03") + "]}");
        post(
                "/api/v1/power",
                "{\"vessel\":\"MV102\",\"unit\":\"kW\",\"labels\":{\"consumer\":\"hotel\"},\"readings\":["
                        + "{\"time\":\"" + DAY + "00:05:00.000000001Z\",\"value\":1.000001},{\"time\":\"" + DAY
                        + "00:16:00Z\",\"value\":3.3}]}");
        post(
                "/api/v1/power",
                "{\"vessel\":\"MV102\",\"unit\":\"kW\",\"labels\":{\"consumer\":\"hotel\"},\"readings\":["
                        + "{\"time\":\"2026-11-19T09:00:00Z\",\"value\":5}]}");
        post(
                "/api/v1/power",
                "{\"vessel\":\"MV102\",\"unit\":\"kW\",\"labels\":{\"consumer\":\"spare\"},\"readings\":["
                        + "{\"time\":\"2026-11-19T09:00:00Z\",\"value\":0}]}");
    }

    private static String reading(String channel, String consumer, String time, String more, String value) {
        return "{\"channel\":\"%s\",\"labels\":{\"consumer\":\"%s\"},\"time\":\"%s%sZ\",%s,\"value\":%s}"
                .formatted(channel, consumer, DAY, time, more, value);
    }

    private void post(String path, String body) {
        RestAssured.given()
                .auth()
                .oauth2(Tokens.ship("MV102"))
                .contentType("application/json")
                .body(body)
                .post(service.url() + path)
                .then()
                .statusCode(200);
    }

    private static void awaitInTheLake(String warehouse) throws Exception {
        LakeReader lake = new LakeReader(warehouse);
        try (TopicReader windows = TopicReader.open("telemetry.windows")) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> windows.all().size() >= 130
                            && lake.count(LakeTable.WINDOWS) == windows.all().size()
                            && lake.count(LakeTable.READINGS) >= 250);
        }
    }

    private void assertServed() {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> results("energy.daily.channels").size() == 2);
        BigDecimal sum = windows().stream()
                .map(window -> (BigDecimal) window.get("kWh"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(result("energy.daily", DAY + "00:00:00Z")).isEqualTo(sum.stripTrailingZeros());
        assertThat(result("energy.daily", "2026-11-19T00:00:00Z")).isEqualTo(new BigDecimal("1.25"));
        assertThat(result("utilisation.daily", DAY + "00:00:00Z")).isEqualTo(1);
        assertThat((BigDecimal) result("utilisation.daily", "2026-11-19T00:00:00Z"))
                .isCloseTo(new BigDecimal("0.0104166666"), within(new BigDecimal("1e-9")));
        assertThat(result("energy.daily.channels", "2026-11-19T00:00:00Z").toString())
                .contains("[[power, {\"consumer\":\"hotel\"}, 1.25, 5, 5, 1, 0.01041666")
                .as("a channel that stood still has no load factor")
                .contains("[power, {\"consumer\":\"spare\"}, 0, 0, 0, null, 0]");
    }

    /** What the service says of the channel of power; its answer without a channel has energy in it too. */
    private List<Map<String, Object>> windows() {
        String power =
                get("/api/v1/sensors/MV102/channels").getString("items.find { it.labels.consumer == 'hotel' }.id");
        return get("/api/v1/power/MV102?start=" + DAY + "00:00:00Z&end=2026-11-19T00:00:00Z&channel=" + power)
                .getList("windows");
    }

    private Object result(String name, String start) {
        return results(name).stream()
                .filter(result -> result.get("start").equals(start))
                .findFirst()
                .orElseThrow()
                .get("value");
    }

    private List<Map<String, Object>> results(String name) {
        return get("/api/v1/analytics/results?limit=100&vessel=MV102&name=" + name)
                .getList("items");
    }

    private JsonPath get(String path) {
        return RestAssured.given()
                .config(RestAssuredConfig.config()
                        .jsonConfig(jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL)))
                .auth()
                .oauth2(Tokens.viewer())
                .get(service.url() + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Until the watermark, a quarter of an hour before the newest reading of 9 o'clock the day after. */
    private void assertActivity() {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> results("activity.hourly").size() == 25);
        assertThat(result("activity.hourly", DAY + "11:00:00Z"))
                .isEqualTo(Map.of(
                        "readings",
                        12,
                        "channels",
                        3,
                        "silentChannels",
                        List.of("energy{\"consumer\":\"boiler\"}", "engine.rpm{\"consumer\":\"x\"}")));
        assertThat(result("activity.hourly", "2026-11-19T00:00:00Z"))
                .isEqualTo(Map.of(
                        "readings", 0, "channels", 0, "silentChannels", List.of("power{\"consumer\":\"hotel\"}")));
    }

    /** Says of one window what is not so, as a service with a fault would. */
    private static void breakOneWindow(String warehouse) throws Exception {
        LakeReader lake = new LakeReader(warehouse);
        long before = lake.count(LakeTable.WINDOWS);
        try (TopicReader windows = TopicReader.open("telemetry.windows");
                TopicWriter writer = TopicWriter.open()) {
            var one = windows.all().get(0);
            String data = new String(one.value())
                    .replaceFirst("\"kWh\":[0-9.]+", "\"kWh\":0.00000001")
                    .replaceFirst("\"revision\":1\\b", "\"revision\":9");
            writer.send("telemetry.windows", one.key(), "telemetry.window.changed", data);
        }
        Awaitility.await().atMost(PATIENCE).until(() -> lake.count(LakeTable.WINDOWS) > before);
    }
}
