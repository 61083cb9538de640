package io.fairlead.job.job;

import static io.fairlead.job.JobCalls.echo;
import static io.fairlead.job.JobCalls.operator;
import static io.fairlead.job.JobCalls.submit;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.core.paging.Cursor;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@FairleadTest
class JobRefusalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"inputs":{}} | #/process
                    {"process":"unknown","inputs":{}} | #/process
                    {"process":"echo"} | #/inputs/message
                    {"process":"echo","inputs":{"message":5}} | #/inputs/message
                    {"process":"echo","inputs":{"message":"a\\u0000b"}} | #/inputs/message
                    {"process":"echo","inputs":{"message":"a","pause":-1}} | #/inputs/pause
                    {"process":"echo","inputs":{"message":"a","colour":"red"}} | #/inputs/colour
                    {"process":"echo","inputs":7} | #/inputs
                    {"process":"energy-report","inputs":{"vessel":"MV102","start":"2026-01-01T00:00:00Z"}} | #/inputs/end
                    {"process":"energy-report","inputs":{"vessel":"MV102","start":"yesterday","end":"2026-01-02T00:00:00Z"}} | #/inputs/start
                    {"process":"energy-report","inputs":{"vessel":"MV102","start":"2026-01-02T00:00:00Z","end":"2026-01-02T00:00:00Z"}} | #/inputs/end
                    {"process":"energy-report","inputs":{"vessel":"MV102","start":"2026-01-02T00:00:00Z","end":"2028-01-02T00:00:00Z"}} | #/inputs/end
                    {"process":"echo","inputs":{"message":"a"},"priority":10} | #/priority
                    {"process":"echo","inputs":{"message":"a"},"project":"North Sea"} | #/project
                    {"process":"echo","inputs":{"message":"a"},"colour":"red"} | #/colour
                    """)
    void shouldNameTheFieldWhenAJobIsWrong(String body, String pointer) {
        submit(body).statusCode(400).contentType("application/problem+json").body("errors.pointer", contains(pointer));
    }

    @Test
    void shouldNameEveryFieldWhenSeveralAreWrong() {
        submit("""
                {"process":"energy-report","inputs":{"vessel":"","start":1}}""")
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("#/inputs/vessel", "#/inputs/start", "#/inputs/end"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "worker", "ship"})
    void shouldRefuseToSubmitWhenTheRoleIsNotOperator(String who) {
        String token =
                switch (who) {
                    case "viewer" -> Tokens.viewer();
                    case "worker" -> Tokens.worker();
                    default -> Tokens.ship("MV102");
                };

        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(echo("no"))
                .post("/api/v1/jobs")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "sample", "1"})
    void shouldAnswer404WhenThereIsNoSuchJob(String id) {
        for (String path : new String[] {"", "/results", "/inputs"}) {
            operator()
                    .get("/api/v1/jobs/" + id + path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("type", endsWith("/no-such-job"));
        }
        operator().delete("/api/v1/jobs/" + id).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=done", "limit=0", "limit=1001", "cursor=nonsense", "processID=%00"})
    void shouldNameTheParameterWhenTheListIsAskedWrongly(String query) {
        operator()
                .urlEncodingEnabled(false)
                .get("/api/v1/jobs?" + query)
                .then()
                .statusCode(400)
                .body("errors.parameter", contains(query.split("=")[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12026-01-31T04:15:00Z", "2026-01-31T04:15Z", "yesterday"})
    void shouldRefuseACursorWhoseTimeIsNone(String time) {
        String cursor = Cursor.encode(List.of(time, "00000000-0000-0000-0000-000000000000"));

        operator()
                .get("/api/v1/jobs?cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("cursor"));
    }

    @Test
    void shouldStartOneJobWhenTheRequestIsSentTwice() {
        ValidatableResponse first = submitWithKey("key-1", echo("twice")).statusCode(202);
        ValidatableResponse second = submitWithKey("key-1", echo("twice")).statusCode(202);

        assertThat(second.extract().<String>path("jobID"))
                .isEqualTo(first.extract().path("jobID"));
        assertThat(second.extract().header("Location"))
                .isEqualTo(first.extract().header("Location"));
        submitWithKey("key-1", echo("another")).statusCode(422);
    }

    @Test
    void shouldDescribeProcesses() {
        operator()
                .get("/api/v1/processes")
                .then()
                .statusCode(200)
                .body("processes.find { it.id == 'echo' }.version", equalTo("1.0.0"));
        operator()
                .get("/api/v1/processes/energy-report")
                .then()
                .statusCode(200)
                .body("inputs.start.schema.format", equalTo("date-time"), "outputs.kWh.schema.type", equalTo("number"))
                .body("jobControlOptions", contains("async-execute", "dismiss"));
        operator().get("/api/v1/processes/none").then().statusCode(404).body("type", endsWith("/no-such-process"));
    }

    @Test
    void shouldLinkToEverythingFromTheLandingPage() {
        for (String path : new String[] {"/api/v1", "/api/v1/"}) {
            operator()
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body(
                            "links.rel",
                            containsInAnyOrder(
                                    "self",
                                    "service-desc",
                                    "service-doc",
                                    "http://www.opengis.net/def/rel/ogc/1.0/conformance",
                                    "http://www.opengis.net/def/rel/ogc/1.0/processes",
                                    "http://www.opengis.net/def/rel/ogc/1.0/job-list"));
        }
        operator().get("/api/v1/conformance").then().statusCode(200);
    }

    private static ValidatableResponse submitWithKey(String key, String body) {
        return operator()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/jobs")
                .then();
    }
}
