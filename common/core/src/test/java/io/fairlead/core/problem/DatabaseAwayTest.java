package io.fairlead.core.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.fairlead.testkit.FairleadTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@FairleadTest
class DatabaseAwayTest {

    @ParameterizedTest
    @ValueSource(strings = {"unreachable", "stopped", "crashed", "full"})
    void shouldTellCallersToComeBackWhenTheDatabaseIsAway(String how) {
        given().get("/broken/" + how)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("type", equalTo("/problems/unavailable"))
                .body("detail", not(containsString("127.0.0.1")));
    }

    @Test
    void shouldStillCallAFaultOfOursOne() {
        given().get("/broken/wrong").then().statusCode(500).body("type", equalTo("/problems/internal-error"));
    }
}
