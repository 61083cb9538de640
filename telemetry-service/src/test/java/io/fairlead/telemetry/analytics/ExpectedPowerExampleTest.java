package io.fairlead.telemetry.analytics;

import static io.fairlead.telemetry.Api.reportPower;
import static io.fairlead.telemetry.analytics.Analytics.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.event.Topics;
import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.PythonScript;
import io.fairlead.testkit.RealParts;
import io.fairlead.testkit.Tokens;
import io.fairlead.testkit.TopicReader;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** The example for data science: from the windows on Kafka to results in the analytics API. */
@FairleadTest
class ExpectedPowerExampleTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final int STEPS_A_DAY = 288;
    private static final int DAYS = 6;
    private static final double EXTRA_KW = 120;

    @Inject
    KnownVessels vessels;

    @Test
    void shouldFindTheEnergyBeyondWhatWasExpected() throws IOException {
        String vessel = "V" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(vessel, null);
        Instant end = Instant.now().truncatedTo(ChronoUnit.DAYS);
        reportPower(vessel, power(vessel, end.minus(Duration.ofDays(DAYS)))).statusCode(200);
        awaitWindow(vessel, end);

        PythonScript.run(
                Path.of("examples", "python", "expected_power.py"),
                "cloudevents.core, kafka, numpy",
                Map.of("FAIRLEAD_TOKEN", Tokens.viewer()),
                vessel,
                "--kafka",
                RealParts.kafka(),
                "--url",
                "http://127.0.0.1:" + RestAssured.port);

        JsonNode results =
                JSON.readTree(list("?vessel=" + vessel).extract().asString()).path("items");
        assertThat(named(results, "energy.excess").path("value").doubleValue()).isCloseTo(4 * EXTRA_KW, within(10.0));
        JsonNode expected = named(results, "power.expected").path("value");
        assertThat(expected).hasSize(96);
        assertThat(expected.get(0).path("value").doubleValue()).isCloseTo(usual(1), within(5.0));
        assertThat(expected.get(48).path("value").doubleValue()).isCloseTo(usual(145), within(5.0));
    }

    private static JsonNode named(JsonNode results, String name) {
        return results.valueStream()
                .filter(result -> name.equals(result.path("name").asText()))
                .findFirst()
                .orElseThrow();
    }

    /** A vessel that draws what it always draws at that time of day, and more in four hours of the last day. */
    private static String power(String vessel, Instant start) {
        return IntStream.range(0, DAYS * STEPS_A_DAY)
                .mapToObj(step ->
                        "{\"time\":\"%s\",\"value\":%s}".formatted(start.plus(STEP.multipliedBy(step)), kw(step)))
                .collect(Collectors.joining(
                        ",", "{\"vessel\":\"%s\",\"unit\":\"kW\",\"readings\":[".formatted(vessel), "]}"));
    }

    private static double kw(int step) {
        int ofLastDay = step - (DAYS - 1) * STEPS_A_DAY;
        return usual(step) + (ofLastDay >= 120 && ofLastDay < 168 ? EXTRA_KW : 0);
    }

    private static double usual(int step) {
        return 900 + 150 * Math.sin(2 * Math.PI * step / STEPS_A_DAY);
    }

    private static void awaitWindow(String vessel, Instant end) {
        try (TopicReader windows = TopicReader.open(Topics.TELEMETRY_WINDOWS)) {
            windows.await(event -> isOf(event, vessel, end), Duration.ofSeconds(60));
        }
    }

    private static boolean isOf(ConsumerRecord<String, byte[]> event, String vessel, Instant end) {
        try {
            JsonNode window = JSON.readTree(event.value());
            return vessel.equals(window.path("vessel").asText())
                    && end.equals(Instant.parse(window.path("end").asText()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
