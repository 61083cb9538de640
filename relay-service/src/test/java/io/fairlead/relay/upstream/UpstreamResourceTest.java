package io.fairlead.relay.upstream;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.fairlead.parts.MenuUpstream;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

@FairleadTest
class UpstreamResourceTest {

    MenuUpstream menu;

    @Test
    void shouldShowTheUpstreamsToAnAdministrator() {
        given().auth()
                .oauth2(Tokens.admin())
                .get("/api/v1/relay/upstreams")
                .then()
                .statusCode(200)
                .root("items.find { it.name == 'menu' }")
                .body("url", equalTo(menu.url()), "methods", equalTo(List.of("GET", "HEAD")), "trusted", equalTo(false))
                .body("timeout", equalTo("PT2S"), "maxBodyBytes", equalTo(1_048_576), "role", nullValue())
                .root("items.find { it.name == 'limited' }")
                .body("requestsPerSecond", equalTo(20.0f), "trusted", equalTo(true));
    }
}
