package io.fairlead.job.project;

import static io.fairlead.job.project.ProjectCalls.add;
import static io.fairlead.job.project.ProjectCalls.as;
import static io.fairlead.job.project.ProjectCalls.create;
import static io.fairlead.job.project.ProjectCalls.created;
import static io.fairlead.job.project.ProjectCalls.patch;
import static io.fairlead.job.project.ProjectCalls.put;
import static io.fairlead.job.project.ProjectCalls.somebody;
import static io.fairlead.job.project.ProjectCalls.subject;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FairleadTest
class ProjectTest {

    @Test
    void shouldOwnTheProjectThatOneMakes() {
        String owner = somebody();
        String id = "p-" + UUID.randomUUID();

        create(owner, "{\"id\":\"%s\",\"name\":\"North Sea\",\"description\":\"Retrofit\"}".formatted(id))
                .statusCode(201)
                .header("Location", endsWith("/api/v1/projects/" + id))
                .header("ETag", equalTo("\"1\""))
                .body("id", equalTo(id), "role", equalTo("owner"), "archived", equalTo(false), "version", equalTo(1));

        as(owner)
                .get("/api/v1/projects/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("North Sea"), "description", equalTo("Retrofit"), "createdBy", equalTo(owner));
        create(somebody(), "{\"id\":\"%s\",\"name\":\"Mine\"}".formatted(id))
                .statusCode(409)
                .body("errors.pointer", contains("#/id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"name":"a"} | #/id
                    {"id":"North Sea","name":"a"} | #/id
                    {"id":"a"} | #/name
                    {"id":"a","name":" "} | #/name
                    {"id":"a","name":"a","archived":"no"} | #/archived
                    {"id":"a","name":"a","colour":"red"} | #/colour
                    """)
    void shouldNameTheFieldWhenAProjectIsWrong(String body, String pointer) {
        create(somebody(), body).statusCode(400).body("errors.pointer", contains(pointer));
    }

    @Test
    void shouldShowAProjectToItsMembersAndAdministratorsOnly() {
        String owner = somebody();
        String reader = somebody();
        String stranger = somebody();
        String id = created(owner);
        add(owner, id, reader, "reader");

        as(reader).get("/api/v1/projects/" + id).then().statusCode(200).body("role", equalTo("reader"));
        as(reader).get("/api/v1/projects").then().statusCode(200).body("items.id", contains(id));
        given().auth()
                .oauth2(Tokens.admin())
                .get("/api/v1/projects/" + id)
                .then()
                .statusCode(200)
                .body("role", nullValue());
        given().auth()
                .oauth2(Tokens.admin())
                .get("/api/v1/projects?limit=1000")
                .then()
                .body("items.id", hasItem(id));
        for (String path : new String[] {"", "/members", "/jobs"}) {
            as(stranger).get("/api/v1/projects/" + id + path).then().statusCode(404);
        }
        patch(stranger, id, "{\"name\":\"Mine\"}").statusCode(404);
        put(stranger, id, subject(stranger), "owner").statusCode(404);
        as(stranger).get("/api/v1/projects").then().body("items", empty());
    }

    @Test
    void shouldLetOnlyOwnersAndAdministratorsChangeIt() {
        String owner = somebody();
        String member = somebody();
        String id = created(owner);
        add(owner, id, member, "member");

        patch(member, id, "{\"name\":\"Mine\"}").statusCode(403);
        put(member, id, subject(member), "owner").statusCode(403);
        as(member)
                .delete("/api/v1/projects/" + id + "/members/" + subject(owner))
                .then()
                .statusCode(403);

        patch(owner, id, "{\"name\":\"Ours\",\"description\":\"now\"}")
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("name", equalTo("Ours"), "version", equalTo(2));
        given().auth()
                .oauth2(Tokens.admin())
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"2\"")
                .body("{\"description\":null}")
                .patch("/api/v1/projects/" + id)
                .then()
                .statusCode(200)
                .body("description", nullValue());
    }

    @Test
    void shouldRefuseAChangeOfWhatTheCallerHasNotSeen() {
        String owner = somebody();
        String id = created(owner);
        patch(owner, id, "{\"name\":\"second\"}").statusCode(200);

        as(owner)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"name\":\"third\"}")
                .patch("/api/v1/projects/" + id)
                .then()
                .statusCode(412);
        as(owner)
                .contentType("application/merge-patch+json")
                .body("{\"name\":\"third\"}")
                .patch("/api/v1/projects/" + id)
                .then()
                .statusCode(428);
        patch(owner, id, "{\"id\":\"other\"}").statusCode(400).body("errors.pointer", contains("#/id"));
        patch(owner, id, "{\"name\":null}").statusCode(400).body("errors.pointer", contains("#/name"));
    }

    @Test
    void shouldListArchivedProjectsWhenTheyAreAskedFor() {
        String owner = somebody();
        String open = created(owner);
        String closed = created(owner);
        patch(owner, closed, "{\"archived\":true}").statusCode(200).body("archived", equalTo(true));

        as(owner).get("/api/v1/projects?archived=true").then().body("items.id", contains(closed));
        as(owner).get("/api/v1/projects?archived=false").then().body("items.id", contains(open));
        String next = as(owner)
                .get("/api/v1/projects?limit=1")
                .then()
                .body("items.size()", equalTo(1))
                .extract()
                .path("next");
        as(owner).get("/api/v1/projects?limit=1&cursor=" + next).then().body("items.size()", equalTo(1));
    }

    @Test
    void shouldKeepAnOwner() {
        String owner = somebody();
        String other = somebody();
        String id = created(owner);

        put(owner, id, subject(owner), "member").statusCode(409);
        as(owner)
                .delete("/api/v1/projects/" + id + "/members/" + subject(owner))
                .then()
                .statusCode(409);

        add(owner, id, other, "owner");
        as(owner)
                .delete("/api/v1/projects/" + id + "/members/" + subject(owner))
                .then()
                .statusCode(204);
        as(owner).get("/api/v1/projects/" + id).then().statusCode(404);
        as(other)
                .get("/api/v1/projects/" + id + "/members")
                .then()
                .body("items.subject", contains(subject(other)), "items.role", contains("owner"));
        as(other).delete("/api/v1/projects/" + id + "/members/nobody").then().statusCode(404);
    }

    @Test
    void shouldLetAReaderLeave() {
        String owner = somebody();
        String reader = somebody();
        String id = created(owner);
        add(owner, id, reader, "reader");

        as(reader)
                .delete("/api/v1/projects/" + id + "/members/" + subject(reader))
                .then()
                .statusCode(204);

        as(owner)
                .get("/api/v1/projects/" + id + "/members")
                .then()
                .body("items.subject", not(hasItem(subject(reader))));
    }

    @Test
    void shouldRefuseASubjectOrRoleThatIsNone() {
        String owner = somebody();
        String id = created(owner);

        put(owner, id, "a".repeat(256), "reader").statusCode(400).body("errors.parameter", contains("subject"));
        put(owner, id, "a", "king").statusCode(400).body("errors.pointer", contains("#/role"));
    }
}
