package io.fairlead.telemetry.power;

import static io.fairlead.telemetry.Api.get;
import static io.fairlead.telemetry.Api.power;
import static io.fairlead.telemetry.Api.reportPower;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FairleadTest
class PowerTest {

    @Inject
    KnownVessels vessels;

    private String vessel;

    @BeforeEach
    void register() {
        vessel = "V" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(vessel, null);
    }

    @Test
    void shouldPutReadingsIntoTheWindowThatEndsAfterThem() {
        report("kW", at("04:00:00", 10), at("04:05:00", 20), at("04:10:00", 30));

        power(vessel, "2026-01-31T04:00:00Z", "2026-01-31T05:00:00Z")
                .statusCode(200)
                .body("vessel", equalTo(vessel), "windows", hasSize(1))
                .body("available.start", equalTo("2026-01-31T04:00:00Z"))
                .body("available.end", equalTo("2026-01-31T04:15:00Z"))
                .body("windows[0].start", equalTo("2026-01-31T04:00:00Z"))
                .body("windows[0].end", equalTo("2026-01-31T04:15:00Z"))
                .body("windows[0].kWh", equalTo(5), "windows[0].meanKW", equalTo(20))
                .body("windows[0].minKW", equalTo(10), "windows[0].maxKW", equalTo(30))
                .body("windows[0].count", equalTo(3), "windows[0].coverageSeconds", equalTo(900))
                .body("windows[0].state", equalTo("provisional"), "windows[0].revision", equalTo(1))
                .body("windows[0].methods", contains("mean"), "windows[0].flags", hasSize(0))
                .body("closed", equalTo("left"), "method", equalTo("mean"))
                .body("interval", equalTo("PT15M"), "zone", equalTo("UTC"), "next", nullValue());
    }

    @Test
    void shouldSpreadAnHourOfEnergyOverFourWindows() {
        report("MWh", over("04:00:00", "05:00:00", 2));

        power(vessel, "2026-01-31T04:00:00Z", "2026-01-31T05:00:00Z")
                .body("windows.kWh", contains(500, 500, 500, 500))
                .body("windows.coverageSeconds", everyItem(equalTo(900)));
    }

    @Test
    void shouldTakeAnIntervalOfPowerAsItsMean() {
        report("MW", over("04:05:00", "04:20:00", 1.2));

        power(vessel, "2026-01-31T04:00:00Z", "2026-01-31T05:00:00Z")
                .body("windows.kWh", contains(200, 100))
                .body("windows.maxKW", contains(1200, 1200));
    }

    @Test
    void shouldFillGapsWithZeroAndNoCoverage() {
        report("kW", at("04:00:00", 4), at("04:31:00", 4));

        power(vessel, "2026-01-31T00:00:00Z", "2026-02-01T00:00:00Z")
                .body("windows.kWh", contains(1, 0, 1))
                .body("windows[1].coverageSeconds", equalTo(0), "windows[1].count", equalTo(0))
                .body("windows[1].minKW", nullValue(), "windows[1].revision", equalTo(0));
    }

    @Test
    void shouldStayProvisionalWhenAReadingComesLateButBeforeTheWindowIsFinal() {
        report("kW", at("04:00:00", 10));
        report("kW", at("04:10:00", 20));

        power(vessel, "2026-01-31T04:00:00Z", "2026-01-31T05:00:00Z")
                .body("windows[0].kWh", equalTo(3.75f))
                .body("windows[0].state", equalTo("provisional"), "windows[0].revision", equalTo(2));
    }

    @Test
    void shouldCorrectAReadingWhenItsTimeComesWithAnotherValue() {
        report("kW", at("04:00:00", 10));
        String correction = body("kW", at("04:00:00", 20));

        reportPower(vessel, correction).statusCode(200).body("accepted", equalTo(1), "duplicate", equalTo(0));

        power(vessel, "2026-01-31T04:00:00Z", "2026-01-31T05:00:00Z").body("windows[0].kWh", equalTo(5));
    }

    @Test
    void shouldCountAMeterOnceWhenItReportsPowerAndEnergy() {
        report("kW", at("04:00:00", 100), at("04:05:00", 100));
        report("kWh", over("04:00:00", "04:15:00", 26));

        power(vessel, "2026-01-31T04:00:00Z", "2026-01-31T05:00:00Z").body("windows.kWh", contains(26));
    }

    @Test
    void shouldSumMetersAndAnswerForOneWhenAsked() {
        reportPower(vessel, labelled("port", 40)).statusCode(200);
        reportPower(vessel, labelled("starboard", 20)).statusCode(200);

        power(vessel, "2026-01-31T04:00:00Z", "2026-01-31T05:00:00Z")
                .body("windows.kWh", contains(15), "windows.maxKW", contains(60), "windows.count", contains(2));
        String port = get("/api/v1/sensors/" + vessel + "/channels")
                .extract()
                .path("items.find { it.labels.engine == 'port' }.id");
        get("/api/v1/power/%s?start=2026-01-31T04:00:00Z&end=2026-01-31T05:00:00Z&channel=%s".formatted(vessel, port))
                .body("windows.kWh", contains(10));
    }

    @Test
    void shouldAnswerWithAnEmptyListWhenAskedOutsideTheData() {
        power(vessel, "2026-01-31T04:00:00Z", "2026-01-31T05:00:00Z")
                .statusCode(200)
                .body("windows", hasSize(0), "available", nullValue());
        report("kW", at("04:00:00", 10));

        power(vessel, "2025-01-31T04:00:00Z", "2025-01-31T05:00:00Z")
                .statusCode(200)
                .body("windows", hasSize(0), "available.end", equalTo("2026-01-31T04:15:00Z"));
    }

    private void report(String unit, String... readings) {
        reportPower(vessel, body(unit, readings)).statusCode(200).body("accepted", equalTo(readings.length));
    }

    private String body(String unit, String... readings) {
        return "{\"vessel\":\"%s\",\"unit\":\"%s\",\"readings\":[%s]}"
                .formatted(vessel, unit, String.join(",", readings));
    }

    private String labelled(String engine, double value) {
        return "{\"vessel\":\"%s\",\"unit\":\"kW\",\"readings\":[%s],\"labels\":{\"engine\":\"%s\"}}"
                .formatted(vessel, at("04:00:00", value), engine);
    }

    private static String at(String time, double value) {
        return "{\"time\":\"2026-01-31T%sZ\",\"value\":%s}".formatted(time, value);
    }

    private static String over(String start, String end, double value) {
        return "{\"start\":\"2026-01-31T%sZ\",\"end\":\"2026-01-31T%sZ\",\"value\":%s}".formatted(start, end, value);
    }
}
