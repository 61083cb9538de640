package io.fairlead.job.job;

import static io.fairlead.job.JobCalls.echo;
import static io.fairlead.job.JobCalls.submitted;
import static io.fairlead.job.project.ProjectCalls.add;
import static io.fairlead.job.project.ProjectCalls.as;
import static io.fairlead.job.project.ProjectCalls.created;
import static io.fairlead.job.project.ProjectCalls.patch;
import static io.fairlead.job.project.ProjectCalls.somebody;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.fairlead.job.Gate;
import io.fairlead.job.JobEvents;
import io.fairlead.job.project.ProjectCalls;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees which job, and what they may do with it. */
@FairleadTest
class JobVisibilityTest {

    private static final List<String> READS = List.of("", "/inputs", "/results", "/results/text", "/events?seconds=1");

    private final String owner = somebody();
    private final String member = somebody();
    private final String reader = somebody();

    private String project() {
        String project = created(owner);
        add(owner, project, member, "member");
        add(owner, project, reader, "reader");
        return project;
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "member", "reader", "submitter who left", "admin"})
    void shouldShowAProjectsJobToThoseInIt(String who) {
        String project = project();
        String job = ended(member, project);
        RequestSpecification request =
                switch (who) {
                    case "owner" -> as(owner);
                    case "member" -> as(member);
                    case "reader" -> as(reader);
                    case "admin" -> given().auth().oauth2(Tokens.admin());
                    default -> {
                        leave(project, member);
                        yield as(member);
                    }
                };

        for (String path : READS) {
            request.get("/api/v1/jobs/" + job + path).then().statusCode(path.equals("/results/text") ? 404 : 200);
        }
        request.get("/api/v1/jobs?project=" + project).then().body("jobs.jobID", contains(job));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stranger", "vessel-limited stranger", "member who left"})
    void shouldHideAProjectsJobFromEverybodyElse(String who) {
        String project = project();
        String job = ended(owner, project);
        RequestSpecification request =
                switch (who) {
                    case "stranger" -> as(somebody());
                    case "member who left" -> {
                        leave(project, member);
                        yield as(member);
                    }
                    default -> given().auth().oauth2(Tokens.operatorOf("MV102"));
                };

        for (String path : READS) {
            request.get("/api/v1/jobs/" + job + path).then().statusCode(404);
        }
        request.delete("/api/v1/jobs/" + job).then().statusCode(404);
        request.post("/api/v1/jobs/" + job + "/retry").then().statusCode(404);
        request.get("/api/v1/jobs?project=" + project).then().statusCode(200).body("jobs", empty());
        request.get("/api/v1/jobs?limit=1000").then().statusCode(200).body("jobs.jobID", not(hasItem(job)));
        request.get("/api/v1/projects/" + project + "/jobs").then().statusCode(404);
    }

    @Test
    void shouldListAProjectsJobsForItsMembers() {
        String project = project();
        String first = ended(member, project);
        String second = ended(owner, project);

        as(reader)
                .get("/api/v1/projects/" + project + "/jobs")
                .then()
                .statusCode(200)
                .body("jobs.jobID", contains(second, first));
    }

    @Test
    void shouldLetMembersWorkOnAProjectsJobsAndReadersOnlyRead() throws InterruptedException {
        String project = project();
        String job = submit(owner, gate("worked-on", project))
                .statusCode(202)
                .extract()
                .path("jobID");
        Gate.at("worked-on").awaitReached();

        as(reader).delete("/api/v1/jobs/" + job).then().statusCode(403);
        as(reader).post("/api/v1/jobs/" + job + "/retry").then().statusCode(403);
        as(member).delete("/api/v1/jobs/" + job).then().statusCode(200).body("status", equalTo("dismissed"));
        try (JobEvents events = new JobEvents()) {
            events.await(job, "job.dismissed");
        }
        as(member).post("/api/v1/jobs/" + job + "/retry").then().statusCode(202).body("project", equalTo(project));
        Gate.at("worked-on").open();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader", "stranger", "archived", "none"})
    void shouldNameTheProjectWhenTheCallerMayNotSubmitInIt(String why) {
        String project = why.equals("none") ? "no-such-project" : project();
        if (why.equals("archived")) {
            patch(owner, project, "{\"archived\":true}").statusCode(200);
        }
        String who = why.equals("reader") ? reader : why.equals("archived") ? member : somebody();

        submit(who, echoIn(project)).statusCode(400).body("errors.pointer", contains("#/project"));
        as(who).contentType(ContentType.JSON)
                .body("{\"jobs\":[%s,%s]}".formatted(echo("free"), echoIn(project)))
                .post("/api/v1/jobs/batch")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("#/jobs/1/project"));
        as(who).get("/api/v1/jobs?mine=true").then().body("jobs", empty());
    }

    @Test
    void shouldLetAnAdministratorSubmitInAnyProject() {
        String project = project();

        given().auth()
                .oauth2(Tokens.admin())
                .contentType(ContentType.JSON)
                .body(echoIn(project))
                .post("/api/v1/jobs")
                .then()
                .statusCode(202);
    }

    @Test
    void shouldHideJobsOfOthersWhenATokenIsLimitedToVessels() {
        String id = submitted(echo("not for everybody"));
        String limited = Tokens.viewerOf("MV102");

        for (String path : new String[] {"", "/results", "/inputs"}) {
            given().auth()
                    .oauth2(limited)
                    .get("/api/v1/jobs/" + id + path)
                    .then()
                    .statusCode(404);
        }
        given().auth()
                .oauth2(limited)
                .get("/api/v1/jobs")
                .then()
                .statusCode(200)
                .body("jobs.jobID", not(hasItem(id)));
    }

    @Test
    void shouldShowAMemberOfSomeVesselsOnlyTheJobsThatReadNoOthers() {
        String project = project();
        ProjectCalls.put(owner, project, "subject-of-viewer-of-mv102", "reader").statusCode(200);
        String own = submit(owner, report("MV102", project))
                .statusCode(202)
                .extract()
                .path("jobID");
        String other = submit(owner, report("MV101", project))
                .statusCode(202)
                .extract()
                .path("jobID");
        RequestSpecification limited = given().auth().oauth2(Tokens.viewerOf("MV102"));

        limited.get("/api/v1/jobs/" + own).then().statusCode(200);
        limited.get("/api/v1/jobs/" + other).then().statusCode(404);
        limited.get("/api/v1/projects/" + project + "/jobs").then().body("jobs.jobID", contains(own));
    }

    @Test
    void shouldShowJobsOfNoProjectToEverybodyWhoReadsTheFleet() {
        String job = submit(somebody(), echo("free")).statusCode(202).extract().path("jobID");

        as(somebody()).get("/api/v1/jobs/" + job).then().statusCode(200);
        given().auth()
                .oauth2(Tokens.of("just-a-viewer", Set.of("viewer")))
                .get("/api/v1/jobs/" + job)
                .then()
                .statusCode(200);
    }

    private void leave(String project, String name) {
        as(name).delete("/api/v1/projects/" + project + "/members/" + ProjectCalls.subject(name))
                .then()
                .statusCode(204);
    }

    private static String ended(String who, String project) {
        String job = submit(who, echoIn(project)).statusCode(202).extract().path("jobID");
        try (JobEvents events = new JobEvents()) {
            events.await(job, "job.successful");
        }
        return job;
    }

    private static ValidatableResponse submit(String who, String body) {
        return as(who).contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/jobs")
                .then();
    }

    private static String echoIn(String project) {
        return "{\"process\":\"echo\",\"inputs\":{\"message\":\"a\"},\"project\":\"%s\"}".formatted(project);
    }

    private static String gate(String gate, String project) {
        return "{\"process\":\"gate\",\"inputs\":{\"gate\":\"%s\",\"then\":\"succeed\"},\"project\":\"%s\"}"
                .formatted(gate, project);
    }

    private static String report(String vessel, String project) {
        return """
               {"process":"energy-report","project":"%s",
                "inputs":{"vessel":"%s","start":"2026-01-31T00:00:00Z","end":"2026-02-01T00:00:00Z"}}"""
                .formatted(project, vessel);
    }
}
