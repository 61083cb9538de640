package io.fairlead.job.carbon;

import static io.fairlead.job.JobCalls.results;
import static io.fairlead.job.JobCalls.submit;
import static io.fairlead.job.JobCalls.submitted;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.job.JobEvents;
import io.fairlead.job.OutputSchemas;
import io.fairlead.testkit.FairleadTest;
import org.junit.jupiter.api.Test;

@FairleadTest
class CarbonIntensityProcessTest {

    private static final String SHIP = "{\"type\":\"bulk-carrier\",\"deadweightTonnes\":82000}";

    @Test
    void shouldRateAShip() {
        String id = submitted(request(SHIP, 2026, "2026-01-01", "2026-07-02"));
        try (JobEvents events = new JobEvents()) {
            events.await(id, "job.successful");
        }

        results(id)
                .statusCode(200)
                .body("requirement.indicator", equalTo("AER"), "requirement.reductionPercent", equalTo(11f))
                .body("toDate.rating", equalTo("C"), "yearEnd.missingDays", equalTo(183));
        OutputSchemas.assertFit("carbon-intensity", id);
    }

    @Test
    void shouldRefuseAYearWithoutReductionFactor() {
        submit(request(SHIP, 2031, "2031-01-01", "2031-07-02"))
                .statusCode(400)
                .body("errors.pointer", contains("#/inputs/year"));
    }

    @Test
    void shouldRefuseReportsOfAnotherYear() {
        submit(request(SHIP, 2026, "2025-12-31", "2026-07-02"))
                .statusCode(400)
                .body("errors.pointer", contains("#/inputs/reports/0"));
    }

    @Test
    void shouldRefuseAShipWithoutWhatItsTypeIsMeasuredBy() {
        submit(request(
                        "{\"type\":\"cruise-passenger-ship\",\"deadweightTonnes\":9000}",
                        2026,
                        "2026-01-01",
                        "2026-07-02"))
                .statusCode(400)
                .body("errors.pointer", contains("#/inputs/ship/grossTonnage"));
    }

    @Test
    void shouldRefuseReportsThatOverlap() {
        String once = "{\"start\":\"2026-02-01\",\"end\":\"2026-03-01\",\"distanceNauticalMiles\":1,\"fuels\":[]}";
        String body =
                """
                {"process":"carbon-intensity","inputs":{"ship":%s,"year":2026,"reports":[%s,%s]}}"""
                        .formatted(SHIP, once, once);

        submit(body).statusCode(400).body("errors.pointer", contains("#/inputs/reports/1"));
    }

    @Test
    void shouldRefuseReportsOfLessThanANauticalMileTogether() {
        String some = "{\"start\":\"2026-%02d-01\",\"end\":\"2026-%02d-02\",\"distanceNauticalMiles\":%s,\"fuels\":[]}";
        String body =
                """
                {"process":"carbon-intensity","inputs":{"ship":%s,"year":2026,"reports":[%s,%s]}}""";

        submit(body.formatted(SHIP, some.formatted(1, 1, "0.5"), some.formatted(2, 2, "1e-300")))
                .statusCode(400)
                .body("errors.pointer", contains("#/inputs/reports"));
        submit(body.formatted(SHIP, some.formatted(1, 1, "0.5"), some.formatted(2, 2, "0.5")))
                .statusCode(202);
    }

    private static String request(String ship, int year, String start, String end) {
        return """
               {"process":"carbon-intensity","inputs":{"ship":%s,"year":%d,"reports":[
                {"start":"%s","end":"%s","distanceNauticalMiles":30000,
                 "fuels":[{"fuel":"heavy-fuel-oil","tonnes":3000},{"fuel":"diesel-gas-oil","tonnes":100}]}]}}"""
                .formatted(ship, year, start, end);
    }
}
