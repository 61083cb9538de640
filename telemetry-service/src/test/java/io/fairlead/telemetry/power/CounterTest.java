package io.fairlead.telemetry.power;

import static io.fairlead.telemetry.Api.get;
import static io.fairlead.telemetry.Api.power;
import static io.fairlead.telemetry.Api.reportPower;
import static io.fairlead.telemetry.Api.sendPackage;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cumulative counters, by every door that takes them. */
@FairleadTest
class CounterTest {

    private static final String START = "2026-01-31T00:00:00Z";
    private static final String END = "2026-02-01T00:00:00Z";

    @Inject
    KnownVessels vessels;

    private String vessel;

    @BeforeEach
    void register() {
        vessel = "V" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(vessel, null);
    }

    @Test
    void shouldMakeWindowsOfTheDifferences() {
        report(at("04:00:00", 1000));
        power(vessel, START, END).body("windows", empty());

        report(at("04:30:00", 1003));

        power(vessel, START, END)
                .body(
                        "windows.kWh",
                        contains(1.5f, 1.5f),
                        "windows.methods",
                        contains(of("difference"), of("difference")));
        get("/api/v1/sensors/" + vessel + "/channels")
                .body("items[0].quantity", equalTo("counter"), "items[0].name", equalTo("energy_counter"));
    }

    @Test
    void shouldShareADifferenceAnewWhenAReadingComesBetween() {
        report(at("04:00:00", 1000), at("04:30:00", 1003));
        report(at("04:15:00", 1001));

        power(vessel, START, END).body("windows.kWh", contains(1, 2), "windows.revision", contains(2, 2));
    }

    @Test
    void shouldFlagResetsAndDrops() {
        report(at("04:00:00", 1000), at("04:15:00", 990), at("04:30:00", 5));

        power(vessel, START, END)
                .body("windows.kWh", contains(0, 5))
                .body("windows.flags", contains(of("counter-drop"), of("counter-reset")));
    }

    @Test
    void shouldForgetAFlagWhenTheWrongReadingIsCorrected() {
        report(at("04:00:00", 1000), at("04:15:00", 990));
        report(at("04:15:00", 1001));

        power(vessel, START, END).body("windows.kWh", contains(1), "windows[0].flags", empty());
    }

    @Test
    void shouldCountAMeterOnceWhenItReportsPowerAndItsCounter() {
        report(at("04:00:00", 1000), at("04:15:00", 1010));
        reportPower(
                        vessel,
                        "{\"vessel\":\"%s\",\"unit\":\"kW\",\"readings\":[%s]}".formatted(vessel, at("04:00:00", 44)))
                .statusCode(200);

        power(vessel, START, END).body("windows.kWh", contains(10));
    }

    @Test
    void shouldTakeACounterByLineProtocol() {
        given().auth()
                .oauth2(Tokens.ship(vessel))
                .contentType("text/plain")
                .body("energy_counter,vessel=%1$s MWh=1 1769832000\nenergy_counter,vessel=%1$s MWh=1.002 1769832900"
                        .formatted(vessel))
                .post("/api/v2/write?precision=s")
                .then()
                .statusCode(204);

        power(vessel, START, END).body("windows.kWh", contains(2));
    }

    @Test
    void shouldTakeACounterWhenALocalIdSaysThatItsEnergyIsAccumulated() {
        String imo = "9176187";
        vessels.active("COUNTER", imo);
        String package_ =
                """
                {"Package":{"Header":{"ShipID":"IMO%s"},"TimeSeriesData":[{"TabularData":[{
                 "DataChannelID":["/dnv-v2/vis-3-10a/411.1/C101/meta/qty-energy/calc-accumulated"],
                 "DataSet":[{"TimeStamp":"2026-01-31T04:00:00Z","Value":["70"]},
                            {"TimeStamp":"2026-01-31T04:15:00Z","Value":["72.5"]}]}]}]}}"""
                        .formatted(imo);
        sendPackage("COUNTER", package_).statusCode(200);

        power("COUNTER", START, END).body("windows", hasSize(1), "windows.kWh", contains(2.5f));
    }

    private void report(String... readings) {
        reportPower(
                        vessel,
                        "{\"vessel\":\"%s\",\"quantity\":\"counter\",\"unit\":\"kWh\",\"readings\":[%s]}"
                                .formatted(vessel, String.join(",", readings)))
                .statusCode(200);
    }

    private static List<String> of(String only) {
        return List.of(only);
    }

    private static String at(String time, double value) {
        return "{\"time\":\"2026-01-31T%sZ\",\"value\":%s}".formatted(time, value);
    }
}
