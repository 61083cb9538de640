package io.fairlead.telemetry.vessel;

import static io.fairlead.telemetry.Api.reportPower;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.core.event.Topics;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.TopicReader;
import io.fairlead.testkit.TopicWriter;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@FairleadTest
class VesselEventsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    @Inject
    Vessels vessels;

    @Test
    void shouldLetAVesselReportWhenItsEventHasCome() {
        String code = newCode();
        report(code).statusCode(400).body("errors[0].pointer", equalTo("#/vessel"));

        try (TopicWriter fleet = TopicWriter.open()) {
            awaitApplied(send(fleet, code, "9074729", "active", 1));
        }

        report(code).statusCode(200).body("accepted", equalTo(1));
    }

    @Test
    void shouldKeepTheNewerStateWhenAnOlderEventComesLater() {
        String code = newCode();

        try (TopicWriter fleet = TopicWriter.open()) {
            send(fleet, code, "9074730", "retired", 2);
            awaitApplied(send(fleet, code, "9074731", "active", 1));
        }

        assertThat(vessels.find(code).await().indefinitely()).contains(new Vessel(code, "9074730", "retired"));
        report(code).statusCode(400).body("errors[0].pointer", equalTo("#/vessel"));
    }

    @Test
    void shouldPutAnEventToTheDeadLettersWhenItIsNoVessel() {
        String code = newCode();

        try (TopicWriter fleet = TopicWriter.open();
                TopicReader letters = TopicReader.open("telemetry-service.dead-letters")) {
            fleet.send(Topics.FLEET_VESSELS, code, "fleet.vessel.changed", "{\"code\":\"%s\"}".formatted(code));
            letters.await(record -> code.equals(record.key()), PATIENCE);

            awaitApplied(send(fleet, code, "9074732", "active", 1));
        }

        report(code).statusCode(200);
    }

    private static ValidatableResponse report(String code) {
        return reportPower(
                code,
                """
                {"vessel":"%s","unit":"kW","readings":[{"time":"2026-01-31T04:00:00Z","value":1}]}"""
                        .formatted(code));
    }

    private static String send(TopicWriter fleet, String code, String imo, String status, int version) {
        return fleet.send(
                Topics.FLEET_VESSELS,
                code,
                "fleet.vessel.changed",
                """
                {"code":"%s","name":"Northern Light","type":"fpso","imo":"%s","status":"%s","version":%d,"flag":"NO"}"""
                        .formatted(code, imo, status, version));
    }

    private void awaitApplied(String event) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> pool.preparedQuery("select from inbox where event_id = $1")
                                .execute(Tuple.of(event))
                                .await()
                                .indefinitely()
                                .size()
                        == 1);
    }

    private static String newCode() {
        return "V" + UUID.randomUUID().toString().substring(0, 8);
    }
}
