package io.fairlead.job.webhook;

import static io.fairlead.job.JobCalls.dismiss;
import static io.fairlead.job.JobCalls.operator;
import static io.fairlead.job.JobCalls.submit;
import static io.fairlead.job.JobCalls.submitted;
import static io.fairlead.job.project.ProjectCalls.add;
import static io.fairlead.job.project.ProjectCalls.as;
import static io.fairlead.job.project.ProjectCalls.created;
import static io.fairlead.job.project.ProjectCalls.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.fairlead.job.Gate;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.PythonScript;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FairleadTest
class WebhookTest {

    private Receiver receiver;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void shouldSendTheResultsWhenAJobSucceeds() throws InterruptedException, IOException {
        String job = submitted(echo("\"successUri\":\"%s\"".formatted(receiver.url("/done?token=t"))));

        Receiver.Message message = receiver.next();

        assertThat(message.path()).isEqualTo("/done?token=t");
        assertThat(JsonPath.from(message.body()).getString("echo")).isEqualTo("ahoy");
        assertThat(message.link()).contains("/api/v1/jobs/" + job + ">").contains("rel=\"monitor\"");
        verify(
                message,
                operator().get("/api/v1/webhooks/secrets").then().extract().path("items[0].secret"));
        awaitState(job, "delivered");
        operator()
                .get("/api/v1/jobs/" + job + "/deliveries")
                .then()
                .body("items.event", contains("job.successful"), "items.origin", contains(receiver.url("")))
                .body("items[0].attempts.status", contains(204), "items[0].nextAttempt", equalTo(null))
                .body("items[0].id", equalTo(message.id().replace("msg_", "")));
    }

    @Test
    void shouldSendTheStatusWhenAJobStartsAndWhenItIsDismissed() throws InterruptedException {
        String job = submitted(
                """
                {"process":"gate","inputs":{"gate":"told","then":"succeed"},
                 "subscriber":{"inProgressUrl":"%s","failedUri":"%s","successUri":"%s"}}"""
                        .formatted(receiver.url("/started"), receiver.url("/failed"), receiver.url("/done")));
        Gate.at("told").awaitReached();

        Receiver.Message started = receiver.next();
        assertThat(started.path()).isEqualTo("/started");
        JsonPath running = JsonPath.from(started.body());
        assertThat(running.getString("status")).isEqualTo("running");
        assertThat(running.getString("jobID")).isEqualTo(job);
        assertThat(running.getString("type")).isEqualTo("process");
        assertThat(running.getList("links.href", String.class)).anyMatch(link -> link.endsWith("/api/v1/jobs/" + job));

        dismiss(job).statusCode(200);
        Gate.at("told").open();

        Receiver.Message failed = receiver.next();
        assertThat(failed.path()).isEqualTo("/failed");
        assertThat(JsonPath.from(failed.body()).getString("status")).isEqualTo("dismissed");
        awaitState(job, "delivered");
        assertThat(receiver.rest()).isEmpty();
    }

    @Test
    void shouldTakeASubscriberWithTheStandardsCall() throws InterruptedException {
        operator()
                .contentType(ContentType.JSON)
                .body("{\"inputs\":{\"message\":\"ahoy\"},\"subscriber\":{\"successUri\":\"%s\"}}"
                        .formatted(receiver.url("/ogc")))
                .post("/api/v1/processes/echo/execution")
                .then()
                .statusCode(201);

        assertThat(JsonPath.from(receiver.next().body()).getString("echo")).isEqualTo("ahoy");
        operator()
                .get("/api/v1/conformance")
                .then()
                .body("conformsTo", hasItem("http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/callback"));
    }

    @Test
    void shouldSendTheStatusWhenTheResultsAreTooLarge() throws InterruptedException {
        String large = "x".repeat(3000);
        String job = submitted(
                "{\"process\":\"echo\",\"inputs\":{\"message\":\"%s\"},\"subscriber\":{\"successUri\":\"%s\"}}"
                        .formatted(large, receiver.url("/")));

        JsonPath status = JsonPath.from(receiver.next().body());

        assertThat(status.getString("jobID")).isEqualTo(job);
        assertThat(status.getString("status")).isEqualTo("successful");
        assertThat(status.getList("links.href", String.class)).anyMatch(link -> link.endsWith(job + "/results"));
    }

    @Test
    void shouldSendTheResultsThatAJobReuses() throws InterruptedException {
        submitted(echo("\"successUri\":\"%s\"".formatted(receiver.url("/first"))));
        receiver.next();

        submit(echo("\"successUri\":\"%s\"".formatted(receiver.url("/again"))).replaceFirst("\\{", "{\"reuse\":true,"))
                .statusCode(202)
                .body("status", equalTo("successful"));

        Receiver.Message message = receiver.next();
        assertThat(message.path()).isEqualTo("/again");
        assertThat(JsonPath.from(message.body()).getString("echo")).isEqualTo("ahoy");
    }

    @Test
    void shouldTryAgainWhenTheReceiverFails() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        receiver.answering(exchange -> Receiver.answer(exchange, tries.incrementAndGet() == 1 ? 500 : 200, "as told"));
        String job = submitted(echo("\"successUri\":\"%s\"".formatted(receiver.url("/"))));
        Receiver.Message first = receiver.next();

        Receiver.Message second = receiver.next();

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.body()).isEqualTo(first.body());
        awaitState(job, "delivered");
        operator()
                .get("/api/v1/jobs/" + job + "/deliveries")
                .then()
                .body("items[0].attempts.status", contains(500, 200))
                .body("items[0].attempts.response", contains("as told", "as told"))
                .body("items[0].attempts.reason", contains("The receiver answered 500.", null));
    }

    @Test
    void shouldSignWithBothSecretsAfterOneWasReplaced() throws InterruptedException, IOException {
        String owner = somebody();
        String project = created(owner);
        String old = as(owner)
                .get("/api/v1/webhooks/secrets?project=" + project)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .path("items[0].secret");
        List<String> both = as(owner)
                .post("/api/v1/webhooks/secrets?project=" + project)
                .then()
                .statusCode(200)
                .extract()
                .path("items.secret");
        assertThat(both).hasSize(2).contains(old).doesNotHaveDuplicates();

        as(owner)
                .contentType(ContentType.JSON)
                .body(
                        """
                      {"process":"echo","inputs":{"message":"a"},"project":"%s","subscriber":{"successUri":"%s"}}"""
                                .formatted(project, receiver.url("/")))
                .post("/api/v1/jobs")
                .then()
                .statusCode(202);

        Receiver.Message message = receiver.next();
        for (String secret : both) {
            verify(message, secret);
        }
    }

    @Test
    void shouldShowAProjectsSecretsToThoseWhoSubmitInIt() {
        String owner = somebody();
        String member = somebody();
        String reader = somebody();
        String project = created(owner);
        add(owner, project, member, "member");
        add(owner, project, reader, "reader");
        String path = "/api/v1/webhooks/secrets?project=" + project;

        String secret = as(owner).get(path).then().extract().path("items[0].secret");
        as(member).get(path).then().statusCode(200).body("items.secret", contains(secret));
        as(reader).get(path).then().statusCode(403);
        as(somebody()).get(path).then().statusCode(404);
        assertThat(as(member).get("/api/v1/webhooks/secrets").then().extract().<String>path("items[0].secret"))
                .startsWith("whsec_")
                .isNotEqualTo(secret);
    }

    @Test
    void shouldHideDeliveriesOfJobsThatOneDoesNotSee() {
        String owner = somebody();
        String project = created(owner);
        String job = as(owner)
                .contentType(ContentType.JSON)
                .body(
                        """
                      {"process":"echo","inputs":{"message":"a"},"project":"%s","subscriber":{"successUri":"%s"}}"""
                                .formatted(project, receiver.url("/")))
                .post("/api/v1/jobs")
                .then()
                .extract()
                .path("jobID");

        as(owner).get("/api/v1/jobs/" + job + "/deliveries").then().statusCode(200);
        as(somebody()).get("/api/v1/jobs/" + job + "/deliveries").then().statusCode(404);
    }

    @Test
    void shouldNameTheAddressWhenASubscriberIsWrong() {
        submit(echo("\"successUri\":\"ftp://example.org/\",\"failedUri\":\"nowhere\""))
                .statusCode(400)
                .body("errors.pointer", contains("#/subscriber/successUri", "#/subscriber/failedUri"));
        submit(echo("")).statusCode(400).body("errors.pointer", contains("#/subscriber"));
        submit(echo("\"colour\":\"red\"")).statusCode(400).body("errors.pointer", contains("#/subscriber/colour"));
    }

    private static String echo(String subscriber) {
        return "{\"process\":\"echo\",\"inputs\":{\"message\":\"ahoy\"},\"subscriber\":{%s}}".formatted(subscriber);
    }

    private void verify(Receiver.Message message, String secret) throws IOException {
        Path body = Files.writeString(folder.resolve("body"), message.body());
        PythonScript.run(
                "webhook_verify.py",
                "standardwebhooks",
                secret,
                message.id(),
                message.timestamp(),
                message.signature(),
                body.toString());
    }

    private static void awaitState(String job, String state) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> operator()
                .get("/api/v1/jobs/" + job + "/deliveries")
                .then()
                .body("items.state.unique()", contains(state)));
    }
}
