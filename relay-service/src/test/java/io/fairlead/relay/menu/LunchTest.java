package io.fairlead.relay.menu;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.fairlead.core.event.Topics;
import io.fairlead.parts.MenuUpstream;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.fairlead.testkit.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FairleadTest
class LunchTest {

    MenuUpstream upstream;

    @BeforeEach
    void forget() {
        given().auth()
                .oauth2(Tokens.admin())
                .delete("/api/v1/relay/cache?prefix=menu/")
                .then()
                .statusCode(200);
    }

    @AfterEach
    void mend() {
        upstream.failWith(0);
    }

    @Test
    void shouldListRestaurantsAndTheSecondTimeFromCache() {
        int before = upstream.requests();

        given().get("/restaurant")
                .then()
                .statusCode(200)
                .body("items.identifier", contains("galley", "lighthouse", "quayside"))
                .body("items.name", contains("The Galley", "Lighthouse Canteen", "Quayside"))
                .header("Cache-Status", not(containsString("hit")));
        given().get("/restaurant").then().statusCode(200).header("Cache-Status", startsWith("fairlead; hit"));

        assertThat(upstream.requests() - before).isEqualTo(1);
    }

    @Test
    void shouldListRestaurantsPageByPage() {
        String next = given().get("/restaurant?limit=2")
                .then()
                .body("items.identifier", contains("galley", "lighthouse"))
                .extract()
                .path("next");

        given().queryParams("limit", 2, "cursor", next)
                .get("/restaurant")
                .then()
                .body("items.identifier", contains("quayside"), "next", nullValue());
    }

    @Test
    void shouldShowARestaurantWithItsMenu() {
        given().get("/restaurant/quayside")
                .then()
                .statusCode(200)
                .body("identifier", equalTo("quayside"), "name", equalTo("Quayside"), "location", equalTo("Pier 4"))
                .body("menu.dish", contains("Salmon with dill potatoes", "Pea soup with pancakes"))
                .body("url", nullValue());
    }

    @Test
    void shouldAnswer404WhenThereIsNoSuchRestaurant() {
        for (String unknown : List.of("nowhere", "%20", "a%3Fb")) {
            given().urlEncodingEnabled(false)
                    .get("/restaurant/" + unknown)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void shouldAnswer502WhenTheUpstreamFailsAndNothingIsKept() {
        upstream.failWith(500);

        given().get("/restaurant")
                .then()
                .statusCode(502)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/upstream-failed"), "detail", containsString("status 500"));
    }

    @Test
    void shouldFindWhereADishIsServed() {
        given().queryParam("q", "SALMON")
                .get("/api/v1/dishes")
                .then()
                .statusCode(200)
                .body("items.dish", contains("Salmon soup", "Salmon with dill potatoes"))
                .body("items.restaurant.name", contains("The Galley", "Quayside"));
        given().queryParam("q", "caviar")
                .get("/api/v1/dishes")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void shouldFindDishesPageByPage() {
        String next = given().get("/api/v1/dishes?q=a&limit=3")
                .then()
                .body("items", hasSize(3))
                .extract()
                .path("next");

        given().queryParams("q", "a", "cursor", next)
                .get("/api/v1/dishes")
                .then()
                .body("items.restaurant.identifier", not(contains("galley")), "next", nullValue());
    }

    @Test
    void shouldNameTheParameterWhenItIsNotSaidWhatToEat() {
        given().get("/api/v1/dishes").then().statusCode(400).body("errors[0].parameter", equalTo("q"));
        given().queryParam("q", " ")
                .get("/api/v1/dishes")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("q"));
        given().get("/restaurant?cursor=x").then().statusCode(400).body("errors[0].parameter", equalTo("cursor"));
    }

    @Test
    void shouldTellOfAMenuThatWasFetchedAnew() {
        given().get("/restaurant/lighthouse").then().statusCode(200);

        try (TopicReader topic = TopicReader.open(Topics.RELAY_MENUS)) {
            var event = topic.await(
                    record -> record.key().equals("menu/api/restaurant/lighthouse"), Duration.ofSeconds(20));
            assertThat(new String(event.value(), StandardCharsets.UTF_8))
                    .contains("\"name\":\"Lighthouse Canteen\"", "\"dish\":\"Falafel\"", "\"version\":1");
        }
    }
}
