package io.fairlead.job.mooring;

import static io.fairlead.job.JobCalls.results;
import static io.fairlead.job.JobCalls.status;
import static io.fairlead.job.JobCalls.submit;
import static io.fairlead.job.JobCalls.submitted;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.fairlead.core.problem.FieldError;
import io.fairlead.job.JobEvents;
import io.fairlead.job.OutputSchemas;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.http.ContentType;
import java.util.stream.IntStream;
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

    @Test
    void shouldRefuseMoreStatesOfLinesThanItWouldComputeInTime() {
        MooringStaticsProcess process = new MooringStaticsProcess();

        // 64 lines x 72 headings x 22 offsets = 101,376, and x 21 = 96,768.
        assertThat(process.check(inputs(64, 72, 21)))
                .extracting(FieldError::pointer)
                .containsExactly("#/steps");
        assertThat(process.check(inputs(64, 72, 20))).isEmpty();
    }

    private static MooringStaticsProcess.Inputs inputs(int lines, int headings, int steps) {
        return new MooringStaticsProcess.Inputs(
                Moorings.OC3_DEPTH_M,
                Moorings.spread(
                        lines, 853.87, 5.2, 70, Moorings.oc3().get(0).segments().get(0)),
                IntStream.range(0, headings).mapToObj(i -> 5.0 * i).toList(),
                20,
                steps);
    }

    private static String request(String first, String second, int depth) {
        return """
               {"process":"mooring-statics","inputs":{"waterDepthM":%d,"lines":[%s,%s],"headingsDeg":[0],
                "maxOffsetM":20,"steps":4}}"""
                .formatted(depth, LINE.formatted(first, "853.87", "5.2"), LINE.formatted(second, "-853.87", "-5.2"));
    }
}
