package io.fairlead.core.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** What every refusal says, whatever the service. */
@FairleadTest
class AnswerTest {

    @Test
    void shouldNameTheRequestAsItWasSentWhenItIsRefused() {
        given().auth()
                .oauth2(Tokens.ship("MV102"))
                .urlEncodingEnabled(false)
                .get("/counters/%C3%AE/allowed")
                .then()
                .statusCode(403)
                .body("instance", equalTo("/counters/%C3%AE/allowed"));
    }

    @Test
    void shouldListTheMethodsOfThePathWhenAMethodIsRefused() {
        var answer = given().auth().oauth2(Tokens.operator()).delete("/counters");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.header("Allow")).isEqualTo("OPTIONS, POST");
        assertThat(given().options("/counters/broken").header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }
}
