package io.fairlead.telemetry.token;

import static io.fairlead.telemetry.token.TokenApi.bearer;
import static io.fairlead.telemetry.token.TokenApi.create;
import static io.fairlead.telemetry.token.TokenApi.secret;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens as their owners make, see and end them. */
@FairleadTest
class AccessTokenTest {

    private String owner;

    @BeforeEach
    void signIn() {
        owner = Tokens.of("u" + UUID.randomUUID(), Set.of("viewer", "operator"));
    }

    @Test
    void shouldShowTheSecretOnceWhenATokenIsMade() {
        ValidatableResponse made = create(owner, "{\"name\":\"Power BI\"}")
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("secret", matchesPattern("fl_pat_[0-9A-Za-z]{38}"))
                .body("token.name", equalTo("Power BI"), "token.status", equalTo("active"))
                .body("token.scopes", contains("viewer"), "token.vessels", nullValue())
                .body("token.lastUsedAt", nullValue());
        String secret = secret(made);
        Instant expires = Instant.parse(made.extract().path("token.expiresAt"));
        assertThat(expires)
                .isEqualTo(Instant.parse(made.extract().path("token.createdAt")).plus(Duration.ofDays(90)));

        String list = bearer(owner, "/api/v1/tokens")
                .statusCode(200)
                .body("items.name", contains("Power BI"))
                .body("items[0].prefix", equalTo(secret.substring(0, 11)))
                .extract()
                .asString();
        String one = bearer(owner, made.extract().header("Location").replaceFirst("^http://[^/]+", ""))
                .statusCode(200)
                .body("name", equalTo("Power BI"))
                .extract()
                .asString();

        assertThat(list + one).doesNotContain(secret.substring(11));
    }

    @Test
    void shouldEndATokenAtOnceWhenItIsRevoked() {
        ValidatableResponse made = create(owner, "{\"name\":\"lost laptop\"}");
        String id = made.extract().path("token.id");
        bearer(secret(made), TokenApi.READING).statusCode(404);

        revoke(owner, id).statusCode(204);

        bearer(secret(made), TokenApi.READING).statusCode(401);
        revoke(owner, id).statusCode(204);
        bearer(owner, "/api/v1/tokens/" + id).body("status", equalTo("revoked"), "revokedAt", notNullValue());
        create(owner, "{\"name\":\"lost laptop\"}").statusCode(201);
    }

    @Test
    void shouldHideATokenFromEverybodyButItsOwnerAndAdministrators() {
        String id = create(owner, "{\"name\":\"mine\"}").extract().path("token.id");
        String name = bearer(owner, "/api/v1/tokens/" + id).extract().path("owner");

        bearer(Tokens.viewer(), "/api/v1/tokens/" + id).statusCode(404);
        bearer(Tokens.viewer(), "/api/v1/tokens?owner=" + name).statusCode(403);
        revoke(Tokens.viewer(), id).statusCode(404);
        bearer(Tokens.viewer(), "/api/v1/tokens").body("items.id", not(hasItem(id)));
        bearer(owner, "/api/v1/tokens/" + id).body("status", equalTo("active"));

        bearer(Tokens.admin(), "/api/v1/tokens?owner=" + name).body("items.id", contains(id));
        revoke(Tokens.admin(), id).statusCode(204);
        bearer(owner, "/api/v1/tokens/" + id).body("status", equalTo("revoked"));
    }

    @Test
    void shouldRefuseWhatIsBeyondTheCaller() {
        create(owner, "{\"name\":\"x\",\"scopes\":[\"viewer\",\"admin\"]}")
                .statusCode(403)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("#/scopes/1"));
        create(Tokens.viewerOf("A1"), "{\"name\":\"x\",\"vessels\":[\"A1\",\"B2\"]}")
                .statusCode(403)
                .body("errors.pointer", contains("#/vessels/1"));
    }

    @Test
    void shouldNameTheFieldWhenItIsWrong() {
        create(owner, "{}").statusCode(400).body("errors.pointer", contains("#/name"));
        create(owner, "{\"name\":\" \"}").statusCode(400).body("errors.pointer", contains("#/name"));
        create(owner, "{\"name\":\"x\",\"scopes\":[]}").statusCode(400).body("errors.pointer", contains("#/scopes"));
        create(owner, "{\"name\":\"x\",\"scopes\":[\"root\"]}")
                .statusCode(400)
                .body("errors[0].pointer", startsWith("#/scopes/0"));
        create(owner, "{\"name\":\"x\",\"expiresInDays\":0}")
                .statusCode(400)
                .body("errors.pointer", contains("#/expiresInDays"));
        create(owner, "{\"name\":\"x\",\"expiresInDays\":367}").statusCode(400);
        create(owner, "{\"name\":\"x\",\"vessels\":[\"no code\"]}")
                .statusCode(400)
                .body("errors[0].pointer", startsWith("#/vessels/0"));
        create(owner, "{\"name\":\"x\",\"secret\":\"fl_pat_mine\"}").statusCode(400);
    }

    @Test
    void shouldMakeOneTokenWhenTheRequestIsSentTwice() {
        create(owner, "{\"name\":\"twice\"}").statusCode(201);

        create(owner, "{\"name\":\"twice\"}").statusCode(409).body("errors.pointer", contains("#/name"));
    }

    @Test
    void shouldRefuseMoreTokensThanAnybodyNeeds() {
        for (int i = 0; i < AccessTokens.MOST; i++) {
            create(owner, "{\"name\":\"token %d\"}".formatted(i)).statusCode(201);
        }

        create(owner, "{\"name\":\"one more\"}").statusCode(409).body("type", containsString("too-many-tokens"));
        String next = bearer(owner, "/api/v1/tokens?limit=60")
                .body("items.size()", equalTo(60), "items[0].name", equalTo("token 99"))
                .extract()
                .path("next");
        bearer(owner, "/api/v1/tokens?limit=60&cursor=" + next).body("items.size()", equalTo(40), "next", nullValue());
    }

    private static ValidatableResponse revoke(String token, String id) {
        return given().auth().oauth2(token).delete("/api/v1/tokens/" + id).then();
    }
}
