package io.fairlead.job.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.job.queue.Job;
import io.fairlead.job.queue.JobState;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ForecastPublicationTest {

    private static final Instant NOW = Instant.parse("2026-01-31T00:00:00Z");
    private static final ObjectMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    private final ForecastPublication publication = new ForecastPublication(JSON);

    @Test
    void shouldPublishAForecast() throws InterruptedException {
        assertThat(publication.of(job("power-forecast"), forecast())).hasSize(1);
    }

    @Test
    void shouldRefuseOutputsThatAreNoForecast() throws InterruptedException {
        ObjectNode other = JSON.createObjectNode().put("points", 42);
        ObjectNode part = forecast().without("parameters");

        assertThatThrownBy(() -> publication.of(job("power-forecast"), other))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> publication.of(job("power-forecast"), part))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldNotLookAtOtherProcesses() {
        assertThat(publication.of(job("echo"), JSON.createObjectNode())).isEmpty();
    }

    private static ObjectNode forecast() throws InterruptedException {
        double[] kW = MadeUpVessel.power(10, 1);
        return JSON.valueToTree(Forecaster.forecast("MV102", MadeUpVessel.series(kW, 0, kW.length)));
    }

    private static Job job(String process) {
        return new Job(
                UUID.randomUUID(),
                process,
                "1.0.0",
                null,
                4,
                "subject",
                "name",
                JobState.SUCCESSFUL,
                1,
                0,
                0,
                null,
                null,
                NOW,
                100,
                null,
                3,
                NOW,
                NOW,
                NOW,
                NOW,
                NOW,
                null,
                null,
                null,
                null);
    }
}
