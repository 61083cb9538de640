package io.fairlead.telemetry.store;

import static io.fairlead.telemetry.Api.get;
import static io.fairlead.telemetry.Api.post;
import static io.fairlead.telemetry.Api.power;
import static io.fairlead.telemetry.Api.reportPower;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.telemetry.reading.ReadingRules;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.RealParts;
import io.fairlead.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind of data goes at its own time, and no other with it. Readings are of yesterday; then time passes. */
@FairleadTest
@TestProfile(RetentionTest.ShortLived.class)
class RetentionTest {

    private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);
    private static final Instant YESTERDAY = TODAY.minus(1, ChronoUnit.DAYS);
    /** Readings are kept 10 days, and 32 more, as long as a report may reach back. */
    private static final int READINGS = 10 + 32;

    private static final int WINDOWS = 400;

    @Inject
    KnownVessels vessels;

    @Inject
    Sealer sealer;

    @Inject
    Partitions partitions;

    @Inject
    ReadingRules readings;

    @Inject
    WindowRules windows;

    @Inject
    StoreMetrics metrics;

    @Inject
    Clock clock;

    @Inject
    Pool pool;

    private String vessel;

    @BeforeEach
    void report() {
        vessel = "R" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(vessel, null);
        reportPower(vessel, body(YESTERDAY)).statusCode(200);
        sealer.seal().await().indefinitely();
    }

    @Test
    void shouldDropReadingsByTheDayAndKeepTheirWindows() {
        forgetAfter(READINGS - 2);
        readings().body("items", hasSize(1));

        forgetAfter(READINGS + 1);

        readings().statusCode(200).body("items", hasSize(0));
        get("/api/v1/sensors/" + vessel + "/latest").statusCode(200).body("items", hasSize(0));
        get("/api/v1/sensors/" + vessel + "/channels").statusCode(200).body("items", hasSize(1));
        windows().body("windows.kWh", contains(3));
        assertThat(partitions("block")).isZero();
        assertThat(dropped("readings")).isPositive();
    }

    @Test
    void shouldDropWindowsByTheMonthAtTheirOwnTime() {
        forgetAfter(WINDOWS - 2);
        windows().body("windows", hasSize(1));

        forgetAfter(WINDOWS + 32);

        windows().statusCode(200).body("windows", hasSize(0));
        assertThat(partitions("power_window")).isZero();
        assertThat(dropped("windows")).isPositive();
    }

    @Test
    void shouldKeepWindowsAtLeastAsLongAsReadingsAreTaken() {
        forgetAfter(READINGS - 2, brief());

        windows().body("windows", hasSize(1));
    }

    @Test
    void shouldForgetWhichBatchesWereSent() {
        long before = number("select count(*) from batch");

        forgetAfter(1);
        assertThat(number("select count(*) from batch")).isEqualTo(before);
        forgetAfter(4);

        assertThat(number("select count(*) from batch")).isZero();
        reportPower(vessel, body(YESTERDAY)).statusCode(200);
        windows().body("windows.kWh", contains(3), "windows.revision", contains(1));
    }

    @Test
    void shouldRefuseALateReadingOfAForgottenDayByEveryDoor() {
        Instant first = TODAY.minus(10, ChronoUnit.DAYS);
        Instant last = first.minusNanos(1);
        String report =
                "{\"vessel\":\"%s\",\"readings\":[{\"channel\":\"power\",\"unit\":\"kW\",\"time\":\"%s\",\"value\":12}]}";

        reportPower(vessel, body(last)).statusCode(400).body("errors[0].detail", containsString("must lie between"));
        post("/api/v1/sensors/readings", Tokens.ship(vessel), report.formatted(vessel, last))
                .statusCode(400);
        assertThat(write(last)).isEqualTo(400);

        reportPower(vessel, body(first)).statusCode(200);
        assertThat(write(first)).isEqualTo(204);
    }

    @Test
    void shouldLeaveAPartitionThatIsBeingReadForTheNextTime() throws SQLException {
        try (Connection reader = RealParts.connect("telemetry")) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("select from block");

            forgetAfter(READINGS + 1);

            assertThat(partitions("block")).isPositive();
        }
        forgetAfter(READINGS + 1);
        assertThat(partitions("block")).isZero();
    }

    private void forgetAfter(int days) {
        forgetAfter(days, windows);
    }

    private void forgetAfter(int days, WindowRules windows) {
        Clock then = Clock.offset(clock, Duration.ofDays(days));
        new Forgetting(pool, partitions, readings, windows, metrics, then)
                .forget()
                .await()
                .indefinitely();
    }

    private ValidatableResponse readings() {
        return get("/api/v1/sensors/readings?channel=power&vessel=" + vessel + "&start=" + YESTERDAY + "&end=" + TODAY);
    }

    private ValidatableResponse windows() {
        return power(vessel, "" + YESTERDAY, "" + TODAY);
    }

    private String body(Instant time) {
        return "{\"vessel\":\"%s\",\"unit\":\"kW\",\"readings\":[{\"time\":\"%s\",\"value\":12}]}"
                .formatted(vessel, time);
    }

    private int write(Instant time) {
        long nanos = time.getEpochSecond() * 1_000_000_000L + time.getNano();
        return given().auth()
                .oauth2(Tokens.ship(vessel))
                .body("power,vessel=%s kW=12 %d".formatted(vessel, nanos))
                .post("/api/v2/write")
                .statusCode();
    }

    private long partitions(String table) {
        return number("select count(*) from pg_inherits where inhparent = '" + table + "'::regclass");
    }

    private static double dropped(String kind) {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("fairlead_retention_dropped_total{kind=\"" + kind + "\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private long number(String sql) {
        return pool.query(sql)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    /** The rules of a deployment that says to keep windows for a day. */
    private static WindowRules brief() {
        return new SmallRyeConfigBuilder()
                .withMapping(WindowRules.class)
                .withDefaultValue("fairlead.windows.settle-every", "1h")
                .withDefaultValue("fairlead.windows.final-every", "PT1M")
                .withDefaultValue("fairlead.windows.retention", "P1D")
                .build()
                .getConfigMapping(WindowRules.class);
    }

    /** Kept for days instead of years. */
    public static class ShortLived implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "fairlead.readings.retention", "P10D",
                    "fairlead.windows.retention", "P400D",
                    "fairlead.readings.remember", "P3D");
        }
    }
}
