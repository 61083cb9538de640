package io.fairlead.fleet.equipment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.core.event.Topics;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.fairlead.testkit.TopicReader;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FairleadTest
class EquipmentTest {

    @Inject
    Pool pool;

    @BeforeEach
    void vessels() {
        pool.query("truncate equipment, vessel cascade").executeAndAwait();
        post("/api/v1/vessels", "{\"code\":\"E1\",\"name\":\"One\",\"type\":\"fpso\"}")
                .statusCode(201);
    }

    @Test
    void shouldRegisterEquipmentAndTellIt() {
        register("E1", "PUMP-1").statusCode(201).body("vessel", equalTo("E1"), "status", equalTo("active"));

        try (TopicReader topic = TopicReader.open(Topics.FLEET_EQUIPMENT)) {
            var event = topic.await(record -> record.key().equals("PUMP-1"), Duration.ofSeconds(20));
            assertThat(new String(event.value(), StandardCharsets.UTF_8)).contains("\"vessel\":\"E1\"");
        }
        get("/api/v1/equipment/PUMP-1").statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void shouldRefuseEquipmentWhenTheVesselIsUnknownOrRetired() {
        register("NOWHERE", "PUMP-2").statusCode(404);
        pool.query("update vessel set status = 'retired' where code = 'E1'").executeAndAwait();

        register("E1", "PUMP-2").statusCode(409);

        get("/api/v1/equipment/PUMP-2").statusCode(404);
    }

    @Test
    void shouldRefuseACodeThatIsTaken() {
        register("E1", "PUMP-3").statusCode(201);

        register("E1", "PUMP-3").statusCode(409).body("errors[0].pointer", equalTo("#/code"));
    }

    @Test
    void shouldDeactivateAListAndListWhatIsActive() {
        List.of("A", "B", "C").forEach(code -> register("E1", code).statusCode(201));

        post("/api/v1/equipment/deactivate", "{\"codes\":[\"C\",\"A\"]}")
                .statusCode(200)
                .body("items.code", contains("C", "A"), "items.status", contains("inactive", "inactive"));

        get("/api/v1/vessels/E1/equipment?status=active").body("items.code", contains("B"));
        get("/api/v1/vessels/E1/equipment").body("items.code", contains("A", "B", "C"));
        post("/api/v1/equipment/deactivate", "{\"codes\":[\"A\"]}")
                .statusCode(200)
                .body("items[0].version", equalTo(2));
        post("/api/v1/equipment/activate", "{\"codes\":[\"A\"]}").body("items[0].version", equalTo(3));
    }

    @Test
    void shouldDeactivateNothingWhenOneCodeIsUnknown() {
        register("E1", "D").statusCode(201);

        post("/api/v1/equipment/deactivate", "{\"codes\":[\"D\",\"GHOST\"]}")
                .statusCode(409)
                .body("errors.pointer", contains("#/codes/1"));

        get("/api/v1/equipment/D").body("status", equalTo("active"));
    }

    @Test
    void shouldNameTheFieldWhenTheInputIsBad() {
        post("/api/v1/equipment/deactivate", "{\"codes\":[]}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/codes"));
        post("/api/v1/equipment/deactivate", "{\"codes\":[\"D\",\"\"]}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/codes/1"));
        get("/api/v1/vessels/E1/equipment?status=broken")
                .statusCode(400)
                .body("errors[0].parameter", equalTo("status"));
        get("/api/v1/vessels/NOWHERE/equipment").statusCode(404);
    }

    private static ValidatableResponse register(String vessel, String code) {
        return post("/api/v1/vessels/" + vessel + "/equipment", "{\"code\":\"%s\",\"name\":\"Pump\"}".formatted(code));
    }

    private static ValidatableResponse post(String path, String body) {
        return given().auth()
                .oauth2(Tokens.operator())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    private static ValidatableResponse get(String path) {
        return given().auth().oauth2(Tokens.viewer()).get(path).then();
    }
}
