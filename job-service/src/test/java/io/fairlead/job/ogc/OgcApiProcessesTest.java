package io.fairlead.job.ogc;

import static io.fairlead.job.JobCalls.dismiss;
import static io.fairlead.job.JobCalls.operator;
import static io.fairlead.job.JobCalls.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.fairlead.job.Gate;
import io.fairlead.job.JobEvents;
import io.fairlead.testkit.FairleadTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What OGC API - Processes 1.0 (18-062r2) asks of a server, read off the standard, over HTTP. */
@FairleadTest
class OgcApiProcessesTest {

    private static final String EXCEPTIONS = "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/";

    @Test
    void shouldLinkToEverythingFromTheLandingPage() {
        operator()
                .get("/api/v1/")
                .then()
                .statusCode(200)
                .body(
                        "links.rel",
                        hasItems("service-desc", "service-doc", Link.CONFORMANCE, Link.PROCESSES, Link.JOB_LIST));
    }

    @Test
    void shouldCreateAJobWhenAProcessIsExecuted() {
        String location = execute("echo", "{\"inputs\":{\"message\":\"ahoy\"},\"outputs\":{}}")
                .statusCode(201)
                .header("Preference-Applied", equalTo("respond-async"))
                .body("links.rel", hasItem("monitor"))
                .body("status", equalTo("accepted"), "type", equalTo("process"), "processID", equalTo("echo"))
                .extract()
                .header("Location");

        assertThat(location).contains("/api/v1/jobs/");
        operator().get(location).then().statusCode(200).body("processID", equalTo("echo"));
    }

    @Test
    void shouldGiveASingleResultAsItIsWhenNothingElseWasAskedFor() {
        String job = ended("echo", "{\"inputs\":{\"message\":\"raw \\\"text\\\"\"}}");

        operator()
                .get("/api/v1/jobs/" + job + "/results")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(equalTo("raw \"text\""));
        operator()
                .accept("application/json")
                .get("/api/v1/jobs/" + job + "/results")
                .then()
                .contentType(ContentType.JSON)
                .body(equalTo("\"raw \\\"text\\\"\""));
    }

    @Test
    void shouldGiveADocumentWhenOneWasAskedFor() {
        String job = ended("echo", "{\"inputs\":{\"message\":\"ahoy\"},\"response\":\"document\"}");

        operator()
                .get("/api/v1/jobs/" + job + "/results")
                .then()
                .contentType(ContentType.JSON)
                .body("echo", equalTo("ahoy"));
    }

    @Test
    void shouldGiveSeveralRawResultsAsParts() {
        String job = ended("two", "{\"inputs\":{}}");

        String parts = operator()
                .get("/api/v1/jobs/" + job + "/results")
                .then()
                .statusCode(200)
                .contentType(startsWith("multipart/related"))
                .extract()
                .asString();

        assertThat(parts)
                .contains("Content-ID: <one>\r\nContent-Type: application/json\r\n\r\n1\r\n")
                .contains("Content-ID: <two>\r\nContent-Type: application/json\r\n\r\n{\"b\": [true]}\r\n")
                .endsWith("--job-" + job + "--\r\n");
    }

    @Test
    void shouldGiveOnlyTheOutputsThatWereAskedFor() {
        String job = ended("two", "{\"inputs\":{},\"outputs\":{\"two\":{}},\"response\":\"document\"}");

        operator().get("/api/v1/jobs/" + job + "/results").then().body(equalTo("{\"two\":{\"b\": [true]}}"));
        operator()
                .get("/api/v1/jobs/" + job + "/results/one")
                .then()
                .statusCode(200)
                .body(equalTo("1"));
        operator()
                .get("/api/v1/jobs/" + job + "/results/three")
                .then()
                .statusCode(404)
                .body("type", equalTo(EXCEPTIONS + "no-such-output"));
    }

    @Test
    void shouldTakeAQualifiedInput() {
        String job = ended(
                "echo",
                "{\"inputs\":{\"message\":{\"value\":\"inside\",\"mediaType\":\"text/plain\"}},\"response\":\"document\"}");

        operator().get("/api/v1/jobs/" + job + "/results").then().body("echo", equalTo("inside"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"inputs":{"message":"a"},"outputs":{"colour":{}}} | #/outputs/colour
                    {"inputs":{"message":"a"},"outputs":{"echo":{"transmissionMode":"reference"}}} | #/outputs/echo/transmissionMode
                    {"inputs":{"message":"a"},"response":"xml"} | #/response
                    {"inputs":{"message":"a"},"subscriber":{"successUri":"ftp://127.0.0.1/"}} | #/subscriber/successUri
                    {"inputs":{"message":{"href":"http://127.0.0.1/"}}} | #/inputs/message
                    {"outputs":{}} | #/inputs/message
                    """)
    void shouldNameTheFieldWhenAnExecuteRequestIsWrong(String body, String pointer) {
        execute("echo", body).statusCode(400).body("errors.pointer", contains(pointer));
    }

    @Test
    void shouldGiveExceptionsAsPlainJsonWhenNothingElseIsAccepted() {
        for (String path : new String[] {"jobs/7/results", "jobs/7", "processes/none"}) {
            operator()
                    .accept("application/json")
                    .get("/api/v1/" + path)
                    .then()
                    .statusCode(404)
                    .contentType("application/json")
                    .body("type", startsWith(EXCEPTIONS + "no-such-"), "title", startsWith("No such"));
        }
        operator().get("/api/v1/jobs/7").then().statusCode(404).contentType("application/problem+json");
        execute("none", "{}").statusCode(404).body("type", endsWith("/no-such-process"));
    }

    @Test
    void shouldLimitTheProcessesAndGoOn() {
        String next = operator()
                .get("/api/v1/processes?limit=1")
                .then()
                .statusCode(200)
                .body("processes", hasSize(1), "links.rel", contains("self", "next"))
                .extract()
                .path("links[1].href");

        operator().get(next).then().statusCode(200).body("processes.id", contains("echo"));
        operator().get("/api/v1/processes?limit=0").then().statusCode(400);
    }

    @Test
    void shouldListOnlyTheJobsThatWereAskedFor() throws InterruptedException {
        String done = ended("two", "{\"inputs\":{}}");
        String running = submitted(Gate.request("listed", "succeed"));
        Gate.at("listed").awaitReached();
        String created = operator().get("/api/v1/jobs/" + done).then().extract().path("created");

        list("type=process&processID=two").body("jobs.jobID", hasItem(done));
        list("processID=two&processID=gate&status=running").body("jobs.jobID", contains(running));
        list("state=running&processID=two").body("jobs", hasSize(0));
        list("processID=two&datetime=" + created).body("jobs.created", everyItem(equalTo(created)));
        list("processID=two&datetime=../2000-01-01T00:00:00Z").body("jobs", hasSize(0));
        list("processID=two&processID=gate&minDuration=3600").body("jobs", hasSize(0));
        list("processID=two&processID=gate&maxDuration=3600").body("jobs.jobID", hasItems(done, running));
        list("mine=true&processID=gate").body("jobs.jobID", containsInAnyOrder(running));
        list("project=none").body("jobs", hasSize(0));
        dismiss(running).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=wps",
                "status=done",
                "state=done",
                "datetime=yesterday",
                "datetime=..",
                "datetime=2026-01-02T00:00:00Z/2026-01-01T00:00:00Z",
                "datetime=2026-01-01T00:00:00Z/../..",
                "minDuration=-1",
                "maxDuration=x",
                "mine=perhaps",
                "limit=0"
            })
    void shouldNameTheParameterWhenAListIsAskedForWrongly(String query) {
        operator()
                .get("/api/v1/jobs?" + query)
                .then()
                .statusCode(400)
                .body("errors.parameter", contains(query.substring(0, query.indexOf('='))));
    }

    @Test
    void shouldRepeatAFailedJobAsANewOne() {
        Gate.at("repeat").open();
        String failed = submitted(Gate.request("repeat", "refuse"));
        try (JobEvents events = new JobEvents()) {
            events.await(failed, "job.failed");
        }

        String again = operator()
                .post("/api/v1/jobs/" + failed + "/retry")
                .then()
                .statusCode(202)
                .body("retryOf", equalTo(failed), "status", equalTo("accepted"))
                .extract()
                .path("jobID");

        operator().get("/api/v1/jobs/" + again + "/inputs").then().body("gate", equalTo("repeat"));
        String done = ended("echo", "{\"inputs\":{\"message\":\"a\"}}");
        operator().post("/api/v1/jobs/" + done + "/retry").then().statusCode(409);
        operator().post("/api/v1/jobs/7/retry").then().statusCode(404);
    }

    private static ValidatableResponse list(String query) {
        return operator().get("/api/v1/jobs?" + query).then().statusCode(200);
    }

    private static ValidatableResponse execute(String process, String body) {
        return operator()
                .contentType(ContentType.JSON)
                .header("Prefer", "respond-async")
                .body(body)
                .post("/api/v1/processes/" + process + "/execution")
                .then();
    }

    private static String ended(String process, String body) {
        String job = execute(process, body).statusCode(201).extract().path("jobID");
        try (JobEvents events = new JobEvents()) {
            events.await(job, "job.successful");
        }
        return job;
    }
}
