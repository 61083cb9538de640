package io.fairlead.job.energy;

import static io.fairlead.job.JobCalls.results;
import static io.fairlead.job.JobCalls.status;
import static io.fairlead.job.JobCalls.submitted;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.fairlead.job.JobEvents;
import io.fairlead.job.OutputSchemas;
import io.fairlead.job.energy.TelemetryStub.Answer;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

@FairleadTest
@QuarkusTestResource(TelemetryStub.class)
class EnergyReportProcessTest {

    private static final Answer WINDOWS = new Answer(
            200,
            """
            {"vessel":"MV102","start":"2026-01-31T04:00:00Z","end":"2026-01-31T05:00:00Z",
             "available":{"start":"2026-01-31T04:00:00Z","end":"2026-01-31T04:30:00Z"},
             "windows":[
               {"start":"2026-01-31T04:00:00Z","end":"2026-01-31T04:15:00Z","kWh":203.125,"meanKW":812.5,"minKW":800,
                "maxKW":825,"count":3,"coverageSeconds":900,"state":"provisional","revision":1},
               {"start":"2026-01-31T04:15:00Z","end":"2026-01-31T04:30:00Z","kWh":100,"meanKW":400,"minKW":390,
                "maxKW":410,"count":3,"coverageSeconds":900,"state":"provisional","revision":1}]}""");

    @Test
    void shouldReportWhatTelemetryKnows() {
        TelemetryStub.answer("MV102", WINDOWS);
        String id = submitted(report("MV102"));
        try (JobEvents events = new JobEvents()) {
            events.await(id, "job.successful");
        }

        results(id)
                .statusCode(200)
                .body("vessel", equalTo("MV102"), "kWh", equalTo(303.125f), "meanKW", equalTo(606.25f))
                .body("peakKW", equalTo(825), "peakWindow", equalTo("2026-01-31T04:15:00Z"))
                .body("coverage", equalTo(0.5f), "windows", equalTo(2), "expectedWindows", equalTo(4))
                .body("gaps.start", contains("2026-01-31T04:30:00Z"), "gaps.duration", contains("PT30M"));
        assertThat(TelemetryStub.authorizations()).contains("Bearer token-of-job-service");
    }

    @Test
    void shouldTellFuelAndCarbonDioxide() {
        TelemetryStub.answer("MV106", WINDOWS);
        String given = submitted(report("MV106")
                .replace("\"vessel\"", "\"fuel\":\"lng\",\"specificConsumptionGPerKWh\":160,\"vessel\""));
        String assumed = submitted(report("MV106"));
        try (JobEvents events = new JobEvents()) {
            events.await(given, "job.successful");
            events.await(assumed, "job.successful");
        }

        // 303.125 kWh x 160 g = 0.0485 t, x 2.750; and x 215 g = 0.065172 t, x 3.206.
        results(given)
                .body("fuelTonnes", equalTo(0.0485f), "co2Tonnes", equalTo(0.133375f))
                .body("basis.fuel", equalTo("lng"), "basis.assumed", equalTo(false));
        results(assumed)
                .body("fuelTonnes", equalTo(0.065172f), "co2Tonnes", equalTo(0.208941f))
                .body("basis.specificConsumptionGPerKWh", equalTo(215f), "basis.assumed", equalTo(true));
    }

    @Test
    void shouldReportTheWholeFleet() {
        TelemetryStub.answer("MV301", WINDOWS);
        TelemetryStub.answer("MV302", WINDOWS);
        String id = submitted(report("MV301").replace("\"vessel\":\"MV301\",", ""));
        try (JobEvents events = new JobEvents()) {
            events.await(id, "job.successful");
        }

        results(id)
                .statusCode(200)
                .body("vessel", nullValue(), "kWh", equalTo(606.25f), "peakKW", equalTo(1625))
                .body("coverage", equalTo(0.3333f), "windows", equalTo(2))
                .body("vessels.vessel", contains("MV301", "MV302", "MV404"), "vessels.windows", contains(2, 2, 0));
        OutputSchemas.assertFit("energy-report", id);
    }

    @Test
    void shouldKeepTheFleetFromWhoMayReadSomeVesselsOnly() {
        given().auth()
                .oauth2(Tokens.operatorOf("MV301"))
                .contentType(ContentType.JSON)
                .body(report("MV301").replace("\"vessel\":\"MV301\",", ""))
                .post("/api/v1/jobs")
                .then()
                .statusCode(403);
    }

    @Test
    void shouldTryAgainWhenTelemetryIsAway() {
        TelemetryStub.answer("MV103", new Answer(503, "{}"), new Answer(502, "oops"), WINDOWS);
        String id = submitted(report("MV103"));

        try (JobEvents events = new JobEvents()) {
            assertThat(events.await(id, "job.retrying")).contains("telemetry-service answers 503.");
            events.await(id, "job.successful");
        }
        status(id).body("attempts.outcome", contains("unavailable", "unavailable", "successful"));
    }

    @Test
    void shouldTryAgainWhenTelemetryCannotBeReached() {
        TelemetryStub.answer("MV104", new Answer(0, ""), WINDOWS);
        String id = submitted(report("MV104"));

        try (JobEvents events = new JobEvents()) {
            assertThat(events.await(id, "job.retrying")).contains("telemetry-service cannot be reached.");
            events.await(id, "job.successful");
        }
    }

    @Test
    void shouldTryAgainWhenNoTokenCanBeHad() {
        TelemetryStub.answer("MV105", WINDOWS);
        TelemetryStub.refuseTokens(2);
        String id = submitted(report("MV105"));

        try (JobEvents events = new JobEvents()) {
            events.await(id, "job.successful");
        }
        status(id).body("attempts.outcome", contains("unavailable", "unavailable", "successful"));
    }

    @Test
    void shouldFailWhenTelemetryKnowsNoSuchVessel() {
        String id = submitted(report("MV404"));

        try (JobEvents events = new JobEvents()) {
            assertThat(events.await(id, "job.failed")).contains("telemetry-service knows no vessel MV404.");
        }
    }

    private static String report(String vessel) {
        return """
               {"process":"energy-report","inputs":
                {"vessel":"%s","start":"2026-01-31T04:00:00Z","end":"2026-01-31T05:00:00Z"}}"""
                .formatted(vessel);
    }
}
