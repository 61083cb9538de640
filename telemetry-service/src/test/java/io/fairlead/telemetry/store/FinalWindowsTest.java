package io.fairlead.telemetry.store;

import static io.fairlead.telemetry.Api.power;
import static io.fairlead.telemetry.Api.reportPower;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.event.Topics;
import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.TopicReader;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FairleadTest
class FinalWindowsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    KnownVessels vessels;

    @Inject
    FinalWindows finalWindows;

    @Inject
    Clock clock;

    @Inject
    ObjectMapper json;

    private String vessel;

    @BeforeEach
    void register() {
        vessel = "V" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(vessel, null);
    }

    @Test
    void shouldBeFinalWhenNothingHasChangedForTwoHours() {
        report("04:00:00", 10);

        settleAfter(Duration.ofMinutes(119));
        assertState("provisional", 1);

        settleAfter(Duration.ofMinutes(121));
        assertState("final", 1);
    }

    @Test
    void shouldStayProvisionalWhenAWindowHasNotEndedForTwoHours() {
        String time = clock.instant().plus(Duration.ofHours(20)).toString();
        reportPower(
                        vessel,
                        "{\"vessel\":\"%s\",\"unit\":\"kW\",\"readings\":[{\"time\":\"%s\",\"value\":1}]}"
                                .formatted(vessel, time))
                .statusCode(200);

        settleAfter(Duration.ofHours(3));

        String end = clock.instant().plus(Duration.ofHours(21)).toString();
        power(vessel, time, end).body("windows.state", contains("provisional"));
    }

    @Test
    void shouldReviseWhenLateDataChangesAFinalWindowAndSoAgain() {
        report("04:00:00", 10);
        settleAfter(Duration.ofHours(3));

        report("04:00:00", 10);
        assertState("final", 1);

        report("04:05:00", 30);
        assertState("revised", 2);
        settleAfter(Duration.ofHours(9));
        report("04:10:00", 50);
        assertState("revised", 3);
    }

    @Test
    void shouldTellEveryRevisionAndTheFinalStateOnceWhenInstancesSettleAtOnce() {
        report("04:00:00", 10);
        report("04:01:00", 20);
        Uni.join()
                .all(List.of(settle(Duration.ofHours(3)), settle(Duration.ofHours(3)), settle(Duration.ofHours(3))))
                .andFailFast()
                .await()
                .atMost(PATIENCE);
        report("04:02:00", 30);

        try (TopicReader topic = TopicReader.open(Topics.TELEMETRY_WINDOWS)) {
            topic.await(record -> isOurs(record) && text(record).contains("\"revised\""), PATIENCE);
            assertThat(topic.seen(this::isOurs))
                    .extracting(this::stateAndRevision)
                    .containsExactly("provisional 1", "provisional 2", "final 2", "revised 3");
        }
    }

    @Test
    void shouldEmptyAWindowThatAReportNoLongerReachesBackTo() {
        energy("{\"time\":\"2026-01-31T04:02:00Z\",\"value\":15}");
        energy("{\"start\":\"2026-01-31T04:00:00Z\",\"end\":\"2026-01-31T04:01:00Z\",\"value\":1}");

        power(vessel, "2026-01-31T03:00:00Z", "2026-01-31T05:00:00Z")
                .body("windows.kWh", contains(0, 16), "windows.coverageSeconds", contains(0, 120))
                .body("windows.windowCount", contains(0, 1), "windows.revision", contains(2, 2));
    }

    private void energy(String reading) {
        reportPower(vessel, "{\"vessel\":\"%s\",\"unit\":\"kWh\",\"readings\":[%s]}".formatted(vessel, reading))
                .statusCode(200);
    }

    private void report(String time, double value) {
        reportPower(
                        vessel,
                        "{\"vessel\":\"%s\",\"unit\":\"kW\",\"readings\":[{\"time\":\"2026-01-31T%sZ\",\"value\":%s}]}"
                                .formatted(vessel, time, value))
                .statusCode(200);
    }

    private void settleAfter(Duration time) {
        settle(time).await().atMost(PATIENCE);
    }

    private Uni<Integer> settle(Duration time) {
        return finalWindows.settle(clock.instant().plus(time));
    }

    private void assertState(String state, int revision) {
        power(vessel, "2026-01-31T04:00:00Z", "2026-01-31T04:15:00Z")
                .body("windows.state", contains(state), "windows.revision", contains(revision));
    }

    private boolean isOurs(ConsumerRecord<String, byte[]> record) {
        return text(record).contains(vessel);
    }

    private String stateAndRevision(ConsumerRecord<String, byte[]> record) {
        try {
            JsonNode data = json.readTree(record.value());
            return data.path("state").asText() + " " + data.path("revision").asInt();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}
