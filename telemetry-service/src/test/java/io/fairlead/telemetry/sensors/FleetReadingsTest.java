package io.fairlead.telemetry.sensors;

import static io.fairlead.telemetry.Api.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.telemetry.store.Sealer;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FairleadTest
class FleetReadingsTest {

    @Inject
    KnownVessels vessels;

    @Inject
    Sealer sealer;

    private Sample sample;
    private String vessel;
    private String sensor;

    @BeforeEach
    void register() {
        sample = Sample.of(vessels, sealer);
        vessel = sample.vessel();
        sensor = sample.sensor();
    }

    @Test
    void shouldListSeveralVesselsPageByPage() {
        String other = vessel + "b";
        vessels.active(other, null);
        for (String one : new String[] {vessel, other}) {
            Sample.send(
                    one,
                    "text/csv",
                    IntStream.range(0, 5)
                            .mapToObj(i -> "%s,%s,%s,%d".formatted(one, sensor, Sample.START.plusSeconds(i), i))
                            .collect(Collectors.joining("\r\n", "vessel,channel,time,value\r\n", "\r\n")));
        }
        StringBuilder seen = new StringBuilder();
        String cursor = "";
        do {
            var page = get(sample.fleet() + "&limit=3" + cursor).statusCode(200).extract();
            page.jsonPath().getList("items").forEach(item -> seen.append(((java.util.Map<?, ?>) item).get("vessel"))
                    .append(((Number) ((java.util.Map<?, ?>) item).get("value")).intValue())
                    .append(' '));
            cursor = page.path("next") == null ? null : "&cursor=" + page.path("next");
        } while (cursor != null);

        assertThat(seen)
                .hasToString(Stream.of(vessel, other)
                        .flatMap(one -> IntStream.range(0, 5).mapToObj(i -> one + i + " "))
                        .collect(Collectors.joining()));
        get(sample.fleet() + "&vessel=" + other).body("items.vessel.unique()", contains(other));
        assertThat(given().auth()
                        .oauth2(Tokens.viewerOf(other))
                        .accept("text/csv")
                        .get(sample.fleet())
                        .asString())
                .contains(other + ",")
                .doesNotContain("\n" + vessel + ",");
        given().auth()
                .oauth2(Tokens.viewerOf(other))
                .get(sample.fleet() + "&vessel=" + vessel)
                .then()
                .statusCode(404);
        get("/api/v1/sensors/readings").statusCode(400).body("errors.parameter", contains("channel"));
    }
}
