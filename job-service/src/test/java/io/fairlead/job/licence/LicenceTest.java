package io.fairlead.job.licence;

import static io.fairlead.job.JobCalls.dismiss;
import static io.fairlead.job.JobCalls.operator;
import static io.fairlead.job.JobCalls.status;
import static io.fairlead.job.JobCalls.submitted;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.fairlead.job.Gate;
import io.fairlead.job.JobEvents;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@FairleadTest
class LicenceTest {

    @Test
    void shouldStartALicensedJobOnlyWhenASeatIsFree() throws InterruptedException {
        seats("gate-keys", 1).statusCode(200).body("seats", equalTo(1), "free", equalTo(1));
        String first = submitted(licensed("seat-one"));
        Gate.at("seat-one").awaitReached();
        String second = submitted(licensed("seat-two"));

        status(second)
                .body("state", equalTo("queued"), "queue.position", equalTo(1), "queue.running", equalTo(1))
                .body("queue.waitsFor", equalTo("licence"), "queue.estimatedStart", nullValue())
                .body("queue.licence.name", equalTo("gate-keys"), "queue.licence.holders.jobID", contains(first));
        operator()
                .get("/api/v1/licences/gate-keys")
                .then()
                .body("free", equalTo(0), "waiting", equalTo(1), "holders.attempt", contains(1));
        seats("gate-keys", 1).statusCode(200);

        Gate.at("seat-one").open();
        Gate.at("seat-two").awaitReached();
        Gate.at("seat-two").open();
        try (JobEvents events = new JobEvents()) {
            events.await(second, "job.successful");
        }
        assertEstimated();
        operator().get("/api/v1/licences").then().body("items.name", hasItem("gate-keys"));
        operator().get("/api/v1/licences/gate-keys").then().body("free", equalTo(1), "waiting", equalTo(0));
    }

    /** Two have run, so a third that waits can be told when. */
    private static void assertEstimated() throws InterruptedException {
        String running = submitted(licensed("seat-three"));
        Gate.at("seat-three").awaitReached();
        Instant before = Instant.now();
        JsonPath queue = status(submitted(licensed("seat-four"))).extract().jsonPath();

        Instant earliest = Instant.parse(queue.getString("queue.estimatedStart.earliest"));
        Instant latest = Instant.parse(queue.getString("queue.estimatedStart.latest"));
        assertThat(earliest).isBetween(before, Instant.now());
        assertThat(latest).isAfter(earliest);
        Gate.at("seat-four").open();
        Gate.at("seat-three").open();
        try (JobEvents events = new JobEvents()) {
            events.await(queue.getString("jobID"), "job.successful");
            events.await(running, "job.successful");
        }
    }

    @Test
    void shouldKeepASeatThatIsHeldWhenSeatsAreTakenAway() throws InterruptedException {
        seats("gate-keys", 1).statusCode(200);
        String job = submitted(licensed("held"));
        Gate.at("held").awaitReached();

        seats("gate-keys", 3).statusCode(200).body("free", equalTo(2));
        seats("gate-keys", 1).statusCode(200).body("seats", equalTo(1), "free", equalTo(0));

        dismiss(job).statusCode(200);
        try (JobEvents events = new JobEvents()) {
            events.await(job, "job.dismissed");
        }
    }

    @Test
    void shouldRefuseWhatIsNoNumberOfSeats() {
        seats("gate-keys", 0).statusCode(400).body("errors.pointer", contains("#/seats"));
        seats("Gate%20Keys", 1).statusCode(400).body("errors.parameter", contains("name"));
        operator().get("/api/v1/licences/none").then().statusCode(404);
        operator()
                .contentType(ContentType.JSON)
                .body("{\"seats\":1}")
                .put("/api/v1/licences/gate-keys")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse seats(String licence, int seats) {
        return given().auth()
                .oauth2(Tokens.admin())
                .contentType(ContentType.JSON)
                .body("{\"seats\":" + seats + "}")
                .urlEncodingEnabled(false)
                .put("/api/v1/licences/" + licence)
                .then();
    }

    private static String licensed(String gate) {
        return Gate.request(gate, "succeed").replace("\"process\":\"gate\"", "\"process\":\"licensed-gate\"");
    }
}
