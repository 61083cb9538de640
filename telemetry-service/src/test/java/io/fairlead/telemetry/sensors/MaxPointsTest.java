package io.fairlead.telemetry.sensors;

import static io.fairlead.telemetry.Api.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.telemetry.store.Sealer;
import io.fairlead.testkit.FairleadTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FairleadTest
class MaxPointsTest {

    @Inject
    KnownVessels vessels;

    @Inject
    Sealer sealer;

    private Sample sample;

    @BeforeEach
    void register() {
        sample = Sample.of(vessels, sealer);
    }

    @Test
    void shouldChooseAtMostSoManyPoints() {
        sample.days();
        String path = sample.readings() + "&limit=5&maxPoints=";

        get(path + 50)
                .statusCode(200)
                .body("items", hasSize(50), "next", nullValue())
                .body("items[0].time", equalTo("2026-01-31T00:00:00Z"))
                .body("items[49].value", equalTo((float) Sample.PER_DAY - 1));
        get(path + 10_000).body("items", hasSize(Sample.DAYS * Sample.PER_DAY));
        assertThat(get(path + "3&format=csv").extract().asString().lines()).hasSize(4);
        get(path + 2).statusCode(400).body("errors.parameter", contains("maxPoints"));
        get(path + 10_001).statusCode(400).body("errors.parameter", contains("maxPoints"));
        String next = get(sample.readings()).extract().path("next");
        get(path + "3&cursor=" + next).statusCode(400).body("errors.parameter", contains("cursor"));
        get(sample.readings() + "&format=csv&cursor=" + next)
                .statusCode(400)
                .body("errors.parameter", contains("cursor"));
    }
}
