package io.fairlead.relay.upstream;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.parts.MenuUpstream;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
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
                .body("items[0].name", equalTo("menu"), "items[0].url", equalTo(menu.url()))
                .body("items[0].timeout", equalTo("PT2S"), "items[0].maxBodyBytes", equalTo(1_048_576));
    }
}
