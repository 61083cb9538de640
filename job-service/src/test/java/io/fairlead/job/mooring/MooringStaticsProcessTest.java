package io.fairlead.job.mooring;

import static io.fairlead.job.JobCalls.results;
import static io.fairlead.job.JobCalls.status;
import static io.fairlead.job.JobCalls.submit;
import static io.fairlead.job.JobCalls.submitted;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.fairlead.job.JobEvents;
import io.fairlead.job.OutputSchemas;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

@FairleadTest
class MooringStaticsProcessTest {

    private static final String LINE =
            """
            {"name":"%s","anchor":{"xM":%s,"yM":0},"fairlead":{"xM":%s,"yM":0,"depthM":70},"segments":[
             {"lengthM":902.2,"weightInWaterKNPerM":0.698094,"axialStiffnessKN":384243,"breakingLoadKN":7000}]}""";

    @Test
    void shouldAnalyseAMooringWithASeatOfTheLicence() {
        String id = submitted(request("fore", "aft", 320));
        status(id).body("queue.licence.name", equalTo("mooring-solver"));

        given().auth()
                .oauth2(Tokens.admin())
                .contentType(ContentType.JSON)
                .body("{\"seats\":1}")
                .put("/api/v1/licences/mooring-solver")
                .then()
                .statusCode(200);
        try (JobEvents events = new JobEvents()) {
            events.await(id, "job.successful");
        }

        results(id)
                .statusCode(200)
                .body("lines.line", contains("fore", "aft"), "lines.weakestSegment", contains(1, 1))
                .body("curves.headingDeg", contains(0f), "curves[0].points", hasSize(5))
                .body("curves[0].points[4].maxTensionLine", equalTo("aft"));
        OutputSchemas.assertFit("mooring-statics", id);
    }

    @Test
    void shouldRefuseLinesThatCannotBe() {
        submit(request("fore", "fore", 60))
                .statusCode(400)
                .body(
                        "errors.pointer",
                        contains(
                                "#/inputs/lines/0/fairlead/depthM",
                                "#/inputs/lines/1/name",
                                "#/inputs/lines/1/fairlead/depthM"));
    }

    private static String request(String first, String second, int depth) {
        return """
               {"process":"mooring-statics","inputs":{"waterDepthM":%d,"lines":[%s,%s],"headingsDeg":[0],
                "maxOffsetM":20,"steps":4}}"""
                .formatted(depth, LINE.formatted(first, "853.87", "5.2"), LINE.formatted(second, "-853.87", "-5.2"));
    }
}
