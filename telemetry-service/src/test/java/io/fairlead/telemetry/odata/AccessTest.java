package io.fairlead.telemetry.odata;

import static io.fairlead.telemetry.odata.Feed.as;
import static io.fairlead.telemetry.odata.Feed.get;
import static io.fairlead.telemetry.odata.Feed.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.telemetry.Api;
import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@FairleadTest
class AccessTest {

    private static final String[] PATHS = {"", "/$metadata", "/Vessels", "/Vessels/$count", "/Vessels('MV101')"};

    @Inject
    KnownVessels vessels;

    @BeforeEach
    void register() {
        vessels.active("MV101", null);
        vessels.active("MV102", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/$metadata", "/Vessels", "/Vessels/$count", "/Vessels('MV101')", "/Nothing"})
    void shouldAskForACredentialAndNotSendElsewhere(String path) {
        Response without = plain().get(Feed.ROOT + path);
        Response wrong = plain().auth().preemptive().basic("any", "wrong").get(Feed.ROOT + path);

        for (Response refused : new Response[] {without, wrong}) {
            refused.then()
                    .statusCode(401)
                    .contentType("application/json")
                    .header("OData-Version", "4.0")
                    .body("error.code", equalTo("unauthorized"));
            assertThat(refused.headers().getValues("WWW-Authenticate"))
                    .anyMatch(challenge -> challenge.startsWith("Basic realm="))
                    .anyMatch(challenge -> challenge.startsWith("Bearer realm="));
        }
    }

    @Test
    void shouldTakeAPersonalAccessTokenAsBearerAndAsBasicPassword() {
        String secret = secret("");

        for (String path : PATHS) {
            as(secret).get(Feed.ROOT + path).then().statusCode(200);
            basic(secret, path).statusCode(200);
        }
    }

    @Test
    void shouldShowOnlyTheVesselsOfTheToken() {
        basic(secret(",\"vessels\":[\"MV102\"]"), "/Vessels").body("value.code", contains("MV102"));
        as(Tokens.viewerOf("MV102")).get(Feed.ROOT + "/Vessels").then().body("value.code", contains("MV102"));
        as(Tokens.viewerOf("MV102")).get(Feed.ROOT + "/Vessels('MV101')").then().statusCode(404);
        get("/Vessels").body("value.code", contains("MV101", "MV102"));
    }

    @Test
    void shouldRefuseWhoMayNotRead() {
        as(Tokens.ship("MV101"))
                .get(Feed.ROOT + "/Vessels")
                .then()
                .statusCode(403)
                .contentType("application/json")
                .body("error.code", equalTo("forbidden"));
    }

    private static ValidatableResponse basic(String password, String path) {
        return plain().auth()
                .preemptive()
                .basic("whoever", password)
                .get(Feed.ROOT + path)
                .then();
    }

    private static String secret(String more) {
        return Api.post("/api/v1/tokens", Tokens.viewer(), "{\"name\":\"%s\"%s}".formatted(UUID.randomUUID(), more))
                .statusCode(201)
                .extract()
                .path("secret");
    }
}
