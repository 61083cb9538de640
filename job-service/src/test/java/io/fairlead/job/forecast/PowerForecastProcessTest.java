package io.fairlead.job.forecast;

import static io.fairlead.job.JobCalls.results;
import static io.fairlead.job.JobCalls.submit;
import static io.fairlead.job.JobCalls.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.event.Topics;
import io.fairlead.job.JobEvents;
import io.fairlead.job.OutputSchemas;
import io.fairlead.job.energy.Period;
import io.fairlead.job.energy.TelemetryStub;
import io.fairlead.job.energy.TelemetryStub.Answer;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@FairleadTest
@QuarkusTestResource(TelemetryStub.class)
class PowerForecastProcessTest {

    private static final int DAYS = 14;
    private static final Instant END = MadeUpVessel.START.plus(Duration.ofDays(DAYS));

    @Test
    void shouldForecastAndPublishWithTheJobsSuccess() throws IOException {
        TelemetryStub.answer("MV201", windows(DAYS));
        String id = submitted(request("MV201", END.plusSeconds(60)));

        JsonNode published;
        try (JobEvents events = new JobEvents();
                TopicReader analytics = TopicReader.open(Topics.ANALYTICS_RESULTS)) {
            events.await(id, "job.successful");
            published = new ObjectMapper()
                    .readTree(analytics
                            .await(record -> record.key().equals("MV201"), Duration.ofSeconds(30))
                            .value());
        }

        results(id)
                .statusCode(200)
                .body("start", equalTo("2026-01-19T00:00:00Z"), "points", hasSize(96))
                .body("points[0].time", equalTo("2026-01-19T00:15:00Z"), "history.missingWindows", equalTo(1))
                .body("parameters.season", equalTo("day"));
        assertThat(published.at("/run/id").textValue()).isEqualTo(id);
        assertThat(published.at("/value/rows")).hasSize(96);
        assertThat(published.at("/value/rows/0/0").textValue()).isEqualTo("2026-01-19T00:15:00Z");
        assertThat(published.at("/value/rows/0/1").doubleValue())
                .isCloseTo(results(id).extract().jsonPath().getDouble("points[0].meanKW"), within(1e-3));
        OutputSchemas.assertFit("power-forecast", id);
    }

    @Test
    void shouldFailWhenThereIsTooLittleHistory() {
        TelemetryStub.answer("MV202", windows(5));
        String id = submitted(request("MV202", END));

        try (JobEvents events = new JobEvents()) {
            assertThat(events.await(id, "job.failed")).contains("too little history");
        }
    }

    @Test
    void shouldRefuseToStartInTheFuture() {
        submit(request("MV201", Instant.parse("2099-01-01T00:00:00Z")))
                .statusCode(400)
                .body("errors.pointer", contains("#/inputs/start"));
    }

    /** What telemetry tells of the first days; its second window has no readings. */
    private static Answer windows(int days) {
        double[] kW = MadeUpVessel.power(DAYS, 1);
        String windows = IntStream.range(0, days * 96)
                .mapToObj(i -> "{\"end\":\"%s\",\"kWh\":%s,\"count\":%d,\"coverageSeconds\":%d}"
                        .formatted(
                                MadeUpVessel.START.plus(Period.WINDOW.multipliedBy(i + 1L)),
                                i == 1 ? 0 : kW[i] / 4,
                                i == 1 ? 0 : 3,
                                i == 1 ? 0 : 900))
                .collect(Collectors.joining(","));
        return new Answer(200, "{\"windows\":[" + windows + "]}");
    }

    private static String request(String vessel, Instant start) {
        return """
               {"process":"power-forecast","inputs":{"vessel":"%s","start":"%s","historyDays":14}}"""
                .formatted(vessel, start);
    }
}
