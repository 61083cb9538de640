package io.fairlead.core.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@FairleadTest
class IdempotencyTest {

    @Test
    void shouldAnswerAsTheFirstTimeWhenTheKeyComesAgain() {
        String name = key();

        post("a-" + name, Tokens.operator(), name, 0).then().statusCode(201).body("count", equalTo(1));
        post("a-" + name, Tokens.operator(), name, 0)
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .header("Location", endsWith("/counters/" + name))
                .body("count", equalTo(1));
        post("b-" + name, Tokens.operator(), name, 0).then().body("count", equalTo(2));
    }

    @Test
    void shouldAnswer422WhenTheKeyComesWithAnotherRequest() {
        String name = key();
        post(name, Tokens.operator(), name, 0).then().statusCode(201);

        post(name, Tokens.operator(), "other", 0)
                .then()
                .statusCode(422)
                .body("type", endsWith("/problems/idempotency-key-reused"));
    }

    @Test
    void shouldKeepTheKeysOfTwoCallersApart() {
        String name = key();

        post(name, Tokens.operator(), name, 0).then().body("count", equalTo(1));
        post(name, Tokens.admin(), name, 0).then().body("count", equalTo(2));
    }

    @Test
    void shouldCountOnceWhenTheSameKeyComesManyTimesAtOnce() {
        String name = key();

        List<Integer> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> post(name, Tokens.operator(), name, 1).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).contains(201).allMatch(status -> status == 201 || status == 409);
        post("check-" + name, Tokens.operator(), name, 0).then().body("count", equalTo(2));
    }

    @Test
    void shouldNameTheHeaderWhenTheKeyIsTooLong() {
        post("k".repeat(256), Tokens.operator(), key(), 0)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("Idempotency-Key"));
    }

    @Test
    void shouldTellNothingOfTheInsideWhenSomethingUnforeseenHappens() {
        given().auth()
                .oauth2(Tokens.viewer())
                .get("/counters/broken")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("title", equalTo("Internal error"))
                .body("detail", org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("secret")));
    }

    @Test
    void shouldLetAShipWriteOnlyItsVessel() {
        given().auth()
                .oauth2(Tokens.ship("MV102"))
                .get("/counters/MV102/allowed")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.ship("MV102"))
                .get("/counters/MV103/allowed")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.viewer())
                .get("/counters/MV102/allowed")
                .then()
                .statusCode(403);
    }

    private static Response post(String key, String token, String name, int pause) {
        return given().auth()
                .oauth2(token)
                .header(Idempotency.HEADER, key)
                .contentType(ContentType.JSON)
                .body("{\"name\":\"%s\",\"pause\":\"%d\"}".formatted(name, pause))
                .post("/counters");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
