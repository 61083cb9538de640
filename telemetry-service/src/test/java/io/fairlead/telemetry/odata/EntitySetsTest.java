package io.fairlead.telemetry.odata;

import static io.fairlead.telemetry.odata.Feed.all;
import static io.fairlead.telemetry.odata.Feed.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.fairlead.telemetry.Api;
import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What stands in the sets is what the other APIs say. */
@FairleadTest
class EntitySetsTest {

    private static final String WORKER = Tokens.of("data-science", Set.of("worker"));

    @Inject
    KnownVessels vessels;

    @Test
    void shouldSumADayAsThePowerApiDoes() {
        vessels.active("MV201", null);
        Api.reportPower("MV201", power("MV201", "kW", "power", "hotel")).statusCode(200);
        Api.reportPower("MV201", power("MV201", "kW", "power", "thruster")).statusCode(200);
        Api.reportPower("MV201", power("MV201", "kWh", "energy", "hotel")).statusCode(200);

        List<Map<String, Object>> days = all(Feed.ROOT + "/DailyEnergy?$filter=vessel%20eq%20'MV201'", 1);

        JsonPath power = Api.get("/api/v1/power/MV201?start=2026-01-30T00:00:00Z&end=2026-02-02T00:00:00Z&interval=P1D")
                .extract()
                .jsonPath();
        assertThat(days).hasSize(3);
        for (int i = 0; i < 3; i++) {
            for (String name : List.of(
                    "start",
                    "end",
                    "kWh",
                    "meanKW",
                    "minKW",
                    "maxKW",
                    "count",
                    "coverageSeconds",
                    "windowCount",
                    "state")) {
                assertThat(days.get(i).get(name)).as(name).hasToString(power.getString("windows[" + i + "]." + name));
            }
        }
    }

    @Test
    void shouldLeaveOutDaysWithoutWindows() {
        vessels.active("MV202", null);
        Api.reportPower(
                        "MV202",
                        "{\"vessel\":\"MV202\",\"unit\":\"kW\",\"readings\":["
                                + "{\"time\":\"2026-01-01T23:50:00Z\",\"value\":1},{\"time\":\"2026-01-04T00:00:00Z\",\"value\":1}]}")
                .statusCode(200);

        get("/DailyEnergy?$filter=vessel%20eq%20'MV202'").body("value.day", contains("2026-01-01", "2026-01-04"));
        get("/DailyEnergy/$count?$filter=day%20gt%202026-01-01%20and%20vessel%20eq%20'MV202'")
                .body(equalTo("1"));
    }

    @Test
    void shouldShowResultsOfModelsFlat() {
        vessels.active("MV203", null);
        publish("\"MV203\"", "\"type\":\"number\",\"value\":0.93,\"unit\":\"1\"");
        publish("null", "\"type\":\"object\",\"value\":{\"a\":[1]}");

        get("/AnalyticsResults?$filter=vessel%20eq%20'MV203'")
                .body("value", hasSize(1))
                .body("value[0].name", equalTo("feed.score"))
                .body("value[0].number", equalTo(0.93f))
                .body("value[0].value", equalTo("0.93"))
                .body("value[0].model", equalTo("forest"))
                .body("value[0].modelVersion", equalTo("2"))
                .body("value[0].run", equalTo("r1"))
                .body("value[0].parameters", equalTo("{\"trees\": 200}"))
                .body("value[0].current", equalTo(true))
                .body("value[0].recordedAt", notNullValue());
        get("/AnalyticsResults?$filter=vessel%20eq%20null%20and%20current%20and%20name%20eq%20'feed.score'")
                .body("value[0].vessel", nullValue())
                .body("value[0].value", equalTo("{\"a\": [1]}"));
    }

    @Test
    void shouldEndAPageEarlyWhenItsValuesAreLarge() {
        String text = "x".repeat(4_500_000);
        IntStream.range(0, 3).forEach(i -> Api.post(
                        "/api/v1/analytics/results",
                        WORKER,
                        """
                        {"name":"feed.large","start":"2026-01-0%dT00:00:00Z","type":"object","value":{"t":"%s"},
                         "model":{"name":"forest","version":"2"},"run":{"id":"r1"}}"""
                                .formatted(i + 1, text))
                .statusCode(201));

        String large = "/AnalyticsResults?$select=id&$filter=name%20eq%20'feed.large'";
        get(large).body("value", hasSize(2)).body("'@odata.nextLink'", notNullValue());
        assertThat(all(Feed.ROOT + large, 100)).hasSize(3).doesNotHaveDuplicates();
        assertThat(all(Feed.ROOT + large + "&$top=2", 100)).hasSize(2);
    }

    private static void publish(String vessel, String value) {
        Api.post(
                        "/api/v1/analytics/results",
                        WORKER,
                        """
                        {"name":"feed.score","vessel":%s,"start":"2026-01-31T00:00:00Z","end":"2026-02-01T00:00:00Z",%s,
                         "model":{"name":"forest","version":"2"},"run":{"id":"r1","parameters":{"trees":200}}}"""
                                .formatted(vessel, value))
                .statusCode(201);
    }

    private static String power(String vessel, String unit, String quantity, String consumer) {
        String readings = IntStream.range(0, 150)
                .mapToObj(i -> "{\"time\":\"%s\",\"value\":%s}"
                        .formatted(
                                Feed.START.plusSeconds(900L * i + 60),
                                quantity.equals("energy") ? i % 7 + 0.123 : i % 11 + 1.001))
                .collect(Collectors.joining(","));
        return "{\"vessel\":\"%s\",\"unit\":\"%s\",\"labels\":{\"consumer\":\"%s\"},\"readings\":[%s]}"
                .formatted(vessel, unit, consumer, readings);
    }
}
