package io.fairlead.fleet.vessel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.fairlead.core.event.Topics;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.fairlead.testkit.TopicReader;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@FairleadTest
class VesselTest {

    @Test
    void shouldRegisterAVesselAndTellIt() {
        register(
                        """
                {"code":"MV102","name":"Northern Light","type":"fpso","imo":"9074729","timeZone":"Europe/Oslo"}""")
                .statusCode(201)
                .header("Location", org.hamcrest.Matchers.endsWith("/api/v1/vessels/MV102"))
                .header("ETag", "\"1\"")
                .body("status", equalTo("active"), "updatedBy", equalTo("operator"));

        try (TopicReader topic = TopicReader.open(Topics.FLEET_VESSELS)) {
            var event = topic.await(record -> record.key().equals("MV102"), Duration.ofSeconds(20));
            assertThat(new String(event.value(), StandardCharsets.UTF_8)).contains("\"imo\":\"9074729\"");
            assertThat(new String(event.headers().lastHeader("ce_type").value()))
                    .isEqualTo("fleet.vessel.changed");
        }
        as(Tokens.viewer()).get("/api/v1/vessels/MV102").then().statusCode(200).body("name", equalTo("Northern Light"));
    }

    @Test
    void shouldNameTheFieldWhenTheInputIsBad() {
        register(
                        """
                {"code":"MV 1","name":"","type":"fpso","imo":"9074728","timeZone":"Mars/Olympus"}""")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItems("#/code", "#/name", "#/imo", "#/timeZone"));
        register("{\"code\":\"MV1\",\"name\":\"A\",\"type\":\"submarine\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/type"));
        register("{\"code\":\"MV1\",\"name\":\"A\",\"type\":\"tug\",\"colour\":\"red\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/colour"));
        register("{\"code\":").statusCode(400).body("errors[0].pointer", equalTo("#"));
        register("").statusCode(400);
        as(Tokens.viewer()).get("/api/v1/vessels/MV1").then().statusCode(404);
    }

    @Test
    void shouldRefuseACodeThatIsTaken() {
        register("{\"code\":\"MV200\",\"name\":\"One\",\"type\":\"tug\",\"imo\":\"1234567\"}")
                .statusCode(201);

        register("{\"code\":\"MV200\",\"name\":\"Two\",\"type\":\"tug\"}")
                .statusCode(409)
                .body("errors[0].pointer", equalTo("#/code"));
        register("{\"code\":\"MV201\",\"name\":\"Two\",\"type\":\"tug\",\"imo\":\"1234567\"}")
                .statusCode(409)
                .body("errors[0].pointer", equalTo("#/imo"));
    }

    @Test
    void shouldListPageByPage() {
        for (String code : List.of("P1", "P2", "P3")) {
            register("{\"code\":\"%s\",\"name\":\"Page\",\"type\":\"survey\"}".formatted(code))
                    .statusCode(201);
        }

        var first = as(Tokens.viewer())
                .get("/api/v1/vessels?type=survey&limit=2")
                .then()
                .statusCode(200)
                .body("items.code", equalTo(List.of("P1", "P2")))
                .extract();
        String link = first.header("Link");
        assertThat(link).endsWith("; rel=\"next\"");
        as(Tokens.viewer())
                .get(link.substring(1, link.indexOf('>')))
                .then()
                .body("items.code", equalTo(List.of("P3")), "next", nullValue());
        as(Tokens.viewer())
                .get("/api/v1/vessels?limit=0")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("limit"));
        as(Tokens.viewer())
                .get("/api/v1/vessels?cursor=nonsense")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("cursor"));
        as(Tokens.viewer())
                .get("/api/v1/vessels?type=submarine")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("type"));
    }

    @Test
    void shouldShowAScopedViewerOnlyItsVessels() {
        register("{\"code\":\"S1\",\"name\":\"Seen\",\"type\":\"fso\"}").statusCode(201);
        register("{\"code\":\"S2\",\"name\":\"Unseen\",\"type\":\"fso\"}").statusCode(201);

        as(Tokens.viewerOf("S1")).get("/api/v1/vessels?type=fso").then().body("items.code", equalTo(List.of("S1")));
        as(Tokens.viewerOf("S1")).get("/api/v1/vessels/S2").then().statusCode(404);
    }

    @Test
    void shouldRegisterOnceWhenTheRequestIsRepeatedUnderOneKey() {
        String body = "{\"code\":\"I1\",\"name\":\"Once\",\"type\":\"tug\"}";
        String first = keyed("key-1", body).statusCode(201).extract().asString();

        String again = keyed("key-1", body)
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .header("Location", org.hamcrest.Matchers.endsWith("/api/v1/vessels/I1"))
                .extract()
                .asString();
        assertThat(again).isEqualTo(first);
        keyed("key-1", "{\"code\":\"I2\",\"name\":\"Other\",\"type\":\"tug\"}").statusCode(422);
    }

    private static ValidatableResponse register(String body) {
        return as(Tokens.operator())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/vessels")
                .then();
    }

    private static ValidatableResponse keyed(String key, String body) {
        return as(Tokens.operator())
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/vessels")
                .then();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
