package io.fairlead.job.trigger;

import static io.fairlead.job.project.ProjectCalls.add;
import static io.fairlead.job.project.ProjectCalls.as;
import static io.fairlead.job.project.ProjectCalls.somebody;
import static io.fairlead.job.trigger.TriggerCalls.create;
import static io.fairlead.job.trigger.TriggerCalls.created;
import static io.fairlead.job.trigger.TriggerCalls.cron;
import static io.fairlead.job.trigger.TriggerCalls.delete;
import static io.fairlead.job.trigger.TriggerCalls.event;
import static io.fairlead.job.trigger.TriggerCalls.get;
import static io.fairlead.job.trigger.TriggerCalls.patch;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.fairlead.job.project.ProjectCalls;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FairleadTest
class TriggerTest {

    @Test
    void shouldKeepATriggerAndSayWhenItIsDue() {
        String owner = somebody();

        String id = create(owner, cron("0 6 * * *"))
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("name", equalTo("At times"), "enabled", equalTo(true), "priority", equalTo(4))
                .body("cron.zone", equalTo("Europe/Oslo"), "event", nullValue(), "owner", equalTo(owner))
                .body("nextFire", endsWith(":00:00Z"), "fired", equalTo(0), "lastJob", nullValue())
                .extract()
                .path("id");

        get(owner, id)
                .statusCode(200)
                .body("inputs.message.$event", equalTo("/time"), "cron.expression", equalTo("0 6 * * *"));
        as(owner).get("/api/v1/triggers").then().statusCode(200).body("items.id", contains(id));
        patch(owner, id, "{\"enabled\":false}").statusCode(200).body("nextFire", nullValue(), "version", equalTo(2));
        patch(owner, id, "{\"enabled\":true,\"cron\":{\"expression\":\"0 7 * * *\"}}")
                .statusCode(200)
                .body("nextFire", notNullValue(), "cron.zone", equalTo("Europe/Oslo"));
        delete(owner, id).statusCode(204);
        get(owner, id).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"process":"echo","inputs":{"message":"a"},"cron":{"expression":"0 6 * * *"}} | #/name
                    {"name":"a","process":"echo","inputs":{"message":"a"}} | #/event
                    {"name":"a","process":"echo","inputs":{"message":"a"},"cron":{"expression":"0 6 * * *"},"event":{"topic":"fleet.vessels"}} | #/event
                    {"name":"a","process":"echo","inputs":{"message":"a"},"event":{"topic":"nowhere"}} | #/event/topic
                    {"name":"a","process":"echo","inputs":{"message":"a"},"event":{"topic":"fleet.vessels","data":{"code":1}}} | #/event/data
                    {"name":"a","process":"echo","inputs":{"message":"a"},"event":{"topic":"fleet.vessels","attributes":{"subject":null}}} | #/event/attributes/subject
                    {"name":"a","process":"echo","inputs":{"message":"a\\u0000"},"event":{"topic":"fleet.vessels"}} | #/inputs/message
                    {"name":"a","process":"echo","inputs":{"message":{"$event":"/key","default":"\\u0000"}},"event":{"topic":"fleet.vessels"}} | #/inputs/message/default
                    {"name":"a","process":"echo","inputs":{"$event":"/data"},"event":{"topic":"fleet.vessels"}} | #/inputs
                    {"name":"a","process":"echo","inputs":{"message":"a"},"cron":{"expression":"daily"}} | #/cron/expression
                    {"name":"a","process":"echo","inputs":{"message":"a"},"cron":{"expression":"0 0 30 2 *"}} | #/cron/expression
                    {"name":"a","process":"echo","inputs":{"message":"a"},"cron":{"expression":"0 6 * * *","zone":"Mars"}} | #/cron/zone
                    {"name":"a","process":"none","inputs":{"message":"a"},"cron":{"expression":"0 6 * * *"}} | #/process
                    {"name":"a","process":"none","inputs":{"message":{"$event":"/time"}},"cron":{"expression":"0 6 * * *"}} | #/process
                    {"name":"a","process":"echo","inputs":{"message":5},"cron":{"expression":"0 6 * * *"}} | #/inputs/message
                    {"name":"a","process":"echo","inputs":{"message":{"$event":"time"}},"cron":{"expression":"0 6 * * *"}} | #/inputs
                    {"name":"a","process":"echo","inputs":{"message":"a"},"project":"none-such","cron":{"expression":"0 6 * * *"}} | #/project
                    {"name":"a","process":"echo","inputs":{"message":"a"},"priority":10,"cron":{"expression":"0 6 * * *"}} | #/priority
                    """)
    void shouldNameTheFieldWhenATriggerIsWrong(String body, String pointer) {
        create(somebody(), body).statusCode(400).body("errors.pointer", contains(pointer));
    }

    @Test
    void shouldRefuseEventsToATokenThatIsLimitedToVessels() {
        String token = Tokens.operatorOf("MV102");

        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(event("any"))
                .post("/api/v1/triggers")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(cron("0 6 * * *"))
                .post("/api/v1/triggers")
                .then()
                .statusCode(201);
    }

    @Test
    void shouldHideTriggersOfOthersButNotTheProjects() {
        String owner = somebody();
        String member = somebody();
        String stranger = somebody();
        String project = ProjectCalls.created(owner);
        add(owner, project, member, "member");
        String own = created(member, cron("0 6 * * *"));
        String shared = created(
                member,
                """
                {"name":"Ours","cron":{"expression":"0 6 * * *"},"process":"echo","inputs":{"message":"a"},"project":"%s"}"""
                        .formatted(project));

        get(owner, shared).statusCode(200);
        get(owner, own).statusCode(404);
        for (String id : new String[] {own, shared}) {
            get(stranger, id).statusCode(404);
            patch(stranger, id, "{\"enabled\":false}").statusCode(404);
            delete(stranger, id).statusCode(404);
            given().auth()
                    .oauth2(Tokens.admin())
                    .get("/api/v1/triggers/" + id)
                    .then()
                    .statusCode(200);
        }
        as(stranger).get("/api/v1/triggers").then().body("items", empty());
    }

    @Test
    void shouldTakeATriggerOverWhenAnotherChangesWhatItDoes() {
        String owner = somebody();
        String writer = somebody();
        String other = somebody();
        String project = ProjectCalls.created(owner);
        add(owner, project, writer, "member");
        add(owner, project, other, "member");
        String id = created(
                writer,
                """
                {"name":"Ours","cron":{"expression":"0 6 * * *"},"process":"echo","inputs":{"message":"a"},"project":"%s"}"""
                        .formatted(project));

        patch(other, id, "{\"enabled\":false}").statusCode(403);
        patch(owner, id, "{\"enabled\":false}").statusCode(200).body("owner", equalTo(writer));
        patch(owner, id, "{\"inputs\":{\"message\":\"b\"}}").statusCode(200).body("owner", equalTo(owner));
    }

    @Test
    void shouldRefuseAChangeOfWhatTheCallerHasNotSeen() {
        String owner = somebody();
        String id = created(owner, cron("0 6 * * *"));
        patch(owner, id, "{\"name\":\"second\"}").statusCode(200);

        as(owner)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"name\":\"third\"}")
                .patch("/api/v1/triggers/" + id)
                .then()
                .statusCode(412);
        as(owner).delete("/api/v1/triggers/" + id).then().statusCode(428);
    }
}
