package io.fairlead.telemetry.power;

import static io.fairlead.telemetry.Api.get;
import static io.fairlead.telemetry.Api.reportPower;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hours, days and months of windows, by any zone, page by page. */
@FairleadTest
class PowerIntervalsTest {

    @Inject
    KnownVessels vessels;

    private String vessel;

    @BeforeEach
    void register() {
        vessel = "V" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(vessel, null);
    }

    @Test
    void shouldSumTheWindowsOfADayThatIsShorterOrLonger() {
        report("2026-03-28T00:00:00Z", "2026-03-31T00:00:00Z", 7200);
        report("2026-10-24T00:00:00Z", "2026-10-27T00:00:00Z", 7200);

        ask("2026-03-28T23:00:00Z", "2026-03-30T22:00:00Z", "P1D", "Europe/Oslo")
                .body("windows.start", contains("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"))
                .body("windows.end", contains("2026-03-29T22:00:00Z", "2026-03-30T22:00:00Z"))
                .body("windows.kWh", contains(2300, 2400), "windows.meanKW", contains(100, 100))
                .body("windows.windowCount", contains(92, 96), "windows.expectedWindowCount", contains(92, 96))
                .body("windows.coverageSeconds", contains(92 * 900, 96 * 900))
                .body("zone", equalTo("Europe/Oslo"), "interval", equalTo("P1D"));
        ask("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", "P1D", "Europe/Oslo")
                .body("windows.kWh", contains(2500), "windows.expectedWindowCount", contains(100));
    }

    @Test
    void shouldSayHowMuchIsMissing() {
        report("2026-01-31T04:00:00Z", "2026-01-31T04:30:00Z", 10);
        report("2026-01-31T06:00:00Z", "2026-01-31T06:15:00Z", 40);

        ask("2026-01-31T04:05:00Z", "2026-01-31T07:00:00Z", "PT1H", "UTC")
                .body("windows.kWh", contains(10, 0, 40), "windows.meanKW", contains(10, 0, 40))
                .body("windows.minKW", contains(20, null, 160), "windows.maxKW", contains(20, null, 160))
                .body("windows.windowCount", contains(2, 0, 1))
                .body("windows.expectedWindowCount", everyItem(equalTo(4)))
                .body("windows.coverageSeconds", contains(1800, 0, 900), "windows.revision", contains(2, 0, 1))
                .body("windows[0].methods", contains("spread"), "windows[0].count", equalTo(2));
    }

    @Test
    void shouldTakeMonthsAndHoursOfZonesThatAreNoWholeHoursAway() {
        report("2026-01-31T18:00:00Z", "2026-01-31T19:00:00Z", 4);

        ask("2026-01-31T18:00:00Z", "2026-01-31T19:00:00Z", "P1M", "Asia/Kathmandu")
                .body("windows.start", contains("2025-12-31T18:15:00Z", "2026-01-31T18:15:00Z"))
                .body("windows.kWh", contains(1, 3), "windows.expectedWindowCount", contains(31 * 96, 28 * 96));
        ask("2026-01-31T18:00:00Z", "2026-01-31T19:00:00Z", "PT1H", "Asia/Kathmandu")
                .body("windows.end", contains("2026-01-31T18:15:00Z", "2026-01-31T19:15:00Z"))
                .body("windows.kWh", contains(1, 3));
    }

    @Test
    void shouldGiveEveryIntervalOnceWhenReadPageByPage() {
        report("2026-01-01T00:00:00Z", "2026-01-03T12:00:00Z", 240);

        String path = path("2026-01-01T00:00:00Z", "2026-01-04T00:00:00Z", "PT1H", "UTC") + "&limit=25";
        List<String> ends = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String next = "";
        while (next != null) {
            var page = get(path + next).statusCode(200).extract();
            List<String> own = page.path("windows.end");
            ends.addAll(own);
            sizes.add(own.size());
            next = page.path("next") == null ? null : "&cursor=" + page.path("next");
        }

        assertThat(sizes).containsExactly(25, 25, 10);
        assertThat(new HashSet<>(ends)).hasSize(60);
        assertThat(ends).isSorted().startsWith("2026-01-01T01:00:00Z").endsWith("2026-01-03T12:00:00Z");
    }

    @Test
    void shouldLinkToTheNextPageAndRefuseItsCursorForOtherIntervals() {
        report("2026-01-01T00:00:00Z", "2026-01-03T12:00:00Z", 240);

        String next = get(path("2026-01-01T00:00:00Z", "2026-01-04T00:00:00Z", "PT15M", "UTC"))
                .body("windows", hasSize(100))
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .path("next");
        get(path("2026-01-01T00:00:00Z", "2026-01-04T00:00:00Z", "P1D", "UTC") + "&cursor=" + next)
                .statusCode(400)
                .body("errors.parameter", contains("cursor"));
        ask("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", "PT15M", "UTC")
                .body("windows", hasSize(96), "next", nullValue());
    }

    private ValidatableResponse ask(String start, String end, String interval, String zone) {
        return get(path(start, end, interval, zone)).statusCode(200);
    }

    private String path(String start, String end, String interval, String zone) {
        return "/api/v1/power/%s?start=%s&end=%s&interval=%s&zone=%s".formatted(vessel, start, end, interval, zone);
    }

    private void report(String start, String end, double kWh) {
        reportPower(
                        vessel,
                        "{\"vessel\":\"%s\",\"unit\":\"kWh\",\"readings\":[{\"start\":\"%s\",\"end\":\"%s\",\"value\":%s}]}"
                                .formatted(vessel, start, end, kWh))
                .statusCode(200);
    }
}
