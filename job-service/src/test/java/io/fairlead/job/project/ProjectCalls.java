package io.fairlead.job.project;

import static io.restassured.RestAssured.given;

import io.fairlead.testkit.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Set;
import java.util.UUID;

/** The calls that tests make about projects, each in somebody's name. */
public final class ProjectCalls {

    private ProjectCalls() {}

    /** A name that nobody else has; who bears it has the subject {@link #subject}. */
    public static String somebody() {
        return "person-" + UUID.randomUUID();
    }

    public static String subject(String name) {
        return "subject-of-" + name;
    }

    /** A request of somebody who may submit jobs. */
    public static RequestSpecification as(String name) {
        return given().auth().oauth2(Tokens.of(name, Set.of("operator", "viewer")));
    }

    public static ValidatableResponse create(String name, String body) {
        return as(name).contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/projects")
                .then();
    }

    /** Makes a project that somebody owns and returns its id. */
    public static String created(String owner) {
        String id = "project-" + UUID.randomUUID();
        create(owner, "{\"id\":\"%s\",\"name\":\"Tried\"}".formatted(id)).statusCode(201);
        return id;
    }

    public static ValidatableResponse put(String by, String project, String subject, String role) {
        return as(by).contentType(ContentType.JSON)
                .body("{\"role\":\"%s\"}".formatted(role))
                .put("/api/v1/projects/" + project + "/members/" + subject)
                .then();
    }

    /** Takes somebody in. */
    public static void add(String owner, String project, String name, String role) {
        put(owner, project, subject(name), role).statusCode(200);
    }

    public static ValidatableResponse patch(String by, String project, String body) {
        return as(by).contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(body)
                .patch("/api/v1/projects/" + project)
                .then();
    }
}
