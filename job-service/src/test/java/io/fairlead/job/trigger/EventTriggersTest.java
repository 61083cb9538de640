package io.fairlead.job.trigger;

import static io.fairlead.job.project.ProjectCalls.add;
import static io.fairlead.job.project.ProjectCalls.as;
import static io.fairlead.job.project.ProjectCalls.somebody;
import static io.fairlead.job.trigger.TriggerCalls.created;
import static io.fairlead.job.trigger.TriggerCalls.event;
import static io.fairlead.job.trigger.TriggerCalls.get;
import static io.fairlead.job.trigger.TriggerCalls.patch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.fairlead.core.event.Topics;
import io.fairlead.job.project.ProjectCalls;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.TopicWriter;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@FairleadTest
class EventTriggersTest {

    private final TopicWriter kafka = TopicWriter.open();

    @Inject
    Pool pool;

    @Test
    void shouldStartOneJobWhenAnEventIsDeliveredTwice() {
        String owner = somebody();
        String type = "type-" + UUID.randomUUID();
        String id = created(owner, event(type));
        String twice = UUID.randomUUID().toString();

        kafka.send(Topics.FLEET_VESSELS, "MV102", type, twice, vessel("First", "active"));
        kafka.send(Topics.FLEET_VESSELS, "MV102", type, twice, vessel("First", "active"));
        kafka.send(Topics.FLEET_VESSELS, "MV102", type, vessel("Second", "active"));

        awaitFired(owner, id, 2);
        assertThat(messages(owner)).containsExactly("Second", "First");
        get(owner, id).body("lastFired", notNullValue(), "failed", equalTo(0)).body("lastJob", equalTo(newest(owner)));
    }

    @Test
    void shouldStartNothingWhenTheEventDoesNotFit() {
        String owner = somebody();
        String type = "type-" + UUID.randomUUID();
        String id = created(owner, event(type));

        kafka.send(Topics.FLEET_VESSELS, "MV102", type, vessel("Retired", "retired"));
        kafka.send(Topics.FLEET_VESSELS, "MV102", type + "-other", vessel("Other", "active"));
        kafka.send(Topics.FLEET_VESSELS, "MV102", type, UUID.randomUUID().toString(), null);
        kafka.send(Topics.FLEET_VESSELS, "MV102", type, vessel("Fits", "active"));

        awaitFired(owner, id, 1);
        assertThat(messages(owner)).containsExactly("Fits");
    }

    @Test
    void shouldStartNothingForWhatHappenedBeforeOrWhileItIsOff() {
        String owner = somebody();
        String type = "type-" + UUID.randomUUID();
        kafka.send(Topics.FLEET_VESSELS, "MV102", type, vessel("Before", "active"));
        String id = created(owner, event(type));
        String marker = created(owner, event(type + "-marker"));
        patch(owner, id, "{\"enabled\":false}").statusCode(200);

        kafka.send(Topics.FLEET_VESSELS, "MV102", type, vessel("Off", "active"));
        kafka.send(Topics.FLEET_VESSELS, "MV102", type + "-marker", vessel("Marker", "active"));

        awaitFired(owner, marker, 1);
        get(owner, id).body("fired", equalTo(0));
        assertThat(messages(owner)).containsExactly("Marker");
    }

    @Test
    void shouldSayWhyItCouldNotStartAJob() {
        String owner = somebody();
        String type = "type-" + UUID.randomUUID();
        String id = created(owner, event(type));

        kafka.send(Topics.FLEET_VESSELS, "MV102", type, "{\"status\":\"active\",\"name\":7}");
        awaitFailed(owner, id, 1);
        get(owner, id).body("lastError", containsString("#/inputs/message"), "lastErrorAt", notNullValue());

        kafka.send(Topics.FLEET_VESSELS, "MV102", type, "{\"status\":\"active\"}");
        awaitFailed(owner, id, 2);
        get(owner, id).body("lastError", equalTo("There is nothing at /data/name."), "fired", equalTo(0));
    }

    @Test
    void shouldStartTheOthersWhenTheDatabaseRefusesOnesJob() {
        String owner = somebody();
        String type = "type-" + UUID.randomUUID();
        String refused = created(owner, event(type));
        String good = created(owner, event(type));
        pool.preparedQuery(
                        "update job_trigger set definition = replace(definition, '\"priority\":4', '\"priority\":77') where id = $1")
                .execute(Tuple.of(UUID.fromString(refused)))
                .await()
                .indefinitely();

        kafka.send(Topics.FLEET_VESSELS, "MV102", type, vessel("First", "active"));

        awaitFired(owner, good, 1);
        get(owner, refused)
                .body("fired", equalTo(0), "failed", equalTo(1))
                .body("lastError", containsString("The job could not be stored; incident"));
        assertThat(messages(owner)).containsExactly("First");
    }

    @Test
    void shouldSayThatAKeyCannotBeKept() {
        String owner = somebody();
        String type = "type-" + UUID.randomUUID();
        String id = created(owner, event(type).replace("/data/name", "/key"));

        kafka.send(Topics.FLEET_VESSELS, "MV\0", type, vessel("First", "active"));

        awaitFailed(owner, id, 1);
        get(owner, id).body("lastError", containsString("U+0000"));
    }

    @Test
    void shouldGoOnAfterAnEventThatCannotBeLookedUp() {
        String owner = somebody();
        String type = "type-" + UUID.randomUUID();
        String id = created(owner, event(type));

        kafka.send(Topics.FLEET_VESSELS, "MV102", type + "\0", vessel("Type", "active"));
        kafka.send(Topics.FLEET_VESSELS, "MV102", type, "id-\0" + UUID.randomUUID(), vessel("Id", "active"));
        kafka.send(Topics.FLEET_VESSELS, "MV102", type, vessel("Good", "active"));

        awaitFired(owner, id, 1);
        assertThat(messages(owner)).containsExactly("Good");
    }

    @Test
    void shouldStartNothingInAProjectThatItsWriterLeft() {
        String owner = somebody();
        String writer = somebody();
        String type = "type-" + UUID.randomUUID();
        String project = ProjectCalls.created(owner);
        add(owner, project, writer, "member");
        String id = created(writer, event(type).replaceFirst("\\{", "{\"project\":\"" + project + "\","));
        kafka.send(Topics.FLEET_VESSELS, "MV102", type, vessel("In", "active"));
        awaitFired(owner, id, 1);

        ProjectCalls.put(owner, project, ProjectCalls.subject(writer), "reader").statusCode(200);
        kafka.send(Topics.FLEET_VESSELS, "MV102", type, vessel("Out", "active"));

        awaitFailed(owner, id, 1);
        get(owner, id).body("fired", equalTo(1), "lastError", containsString("#/project"));
    }

    @Test
    void shouldHearOfTheJobsThatItsWriterSeesOnly() {
        String owner = somebody();
        String stranger = somebody();
        String project = ProjectCalls.created(owner);
        String body =
                """
                {"name":"Chain","event":{"topic":"jobs.events","type":"job.successful","data":{"/processID":"echo",
                 "/createdBy":"%s","/project":"%s"}},"process":"two"}"""
                        .formatted(owner, project);
        String mine = created(owner, body);
        String theirs = created(stranger, body);

        as(owner)
                .contentType(ContentType.JSON)
                .body("{\"process\":\"echo\",\"inputs\":{\"message\":\"a\"},\"project\":\"%s\"}".formatted(project))
                .post("/api/v1/jobs")
                .then()
                .statusCode(202);

        awaitFired(owner, mine, 1);
        get(stranger, theirs).body("fired", equalTo(0), "failed", equalTo(0));
    }

    @Test
    void shouldNotGoRoundForEver() {
        String owner = somebody();
        String id = created(
                owner,
                """
                {"name":"Round","event":{"topic":"jobs.events","type":"job.successful","data":{"/createdBy":"%s"}},
                 "process":"echo","inputs":{"message":"round"}}"""
                        .formatted(owner));

        as(owner)
                .contentType(ContentType.JSON)
                .body("{\"process\":\"echo\",\"inputs\":{\"message\":\"a\"}}")
                .post("/api/v1/jobs")
                .then()
                .statusCode(202);

        awaitFailed(owner, id, 1);
        get(owner, id).body("fired", equalTo(8), "lastError", equalTo("More than 8 jobs started each other."));
    }

    private static String vessel(String name, String status) {
        return "{\"code\":\"MV102\",\"name\":\"%s\",\"status\":\"%s\"}".formatted(name, status);
    }

    private static void awaitFired(String who, String id, int count) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> get(who, id)
                .body("fired", equalTo(count)));
    }

    private static void awaitFailed(String who, String id, int count) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> get(who, id)
                .body("failed", equalTo(count)));
    }

    /** What somebody's jobs were given, newest first. */
    private static List<String> messages(String who) {
        List<String> jobs =
                as(who).get("/api/v1/jobs?mine=true").then().extract().path("jobs.jobID");
        return jobs.stream()
                .map(job -> as(who).get("/api/v1/jobs/" + job + "/inputs")
                        .then()
                        .extract()
                        .<String>path("message"))
                .toList();
    }

    private static String newest(String who) {
        return as(who).get("/api/v1/jobs?mine=true").then().extract().path("jobs[0].jobID");
    }
}
