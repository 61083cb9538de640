package io.fairlead.telemetry.token;

import static io.fairlead.telemetry.token.TokenApi.READING;
import static io.fairlead.telemetry.token.TokenApi.basic;
import static io.fairlead.telemetry.token.TokenApi.bearer;
import static io.fairlead.telemetry.token.TokenApi.create;
import static io.fairlead.telemetry.token.TokenApi.plain;
import static io.fairlead.telemetry.token.TokenApi.secret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.telemetry.Api;
import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Coming in with a personal access token: who is let in, as whom, and where to. */
@FairleadTest
class SignInTest {

    private static final String CHANNELS = "/api/v1/sensors/%s/channels";

    @Inject
    Pool pool;

    @Inject
    KnownVessels vessels;

    private String vessel;
    private String other;

    @BeforeEach
    void register() {
        vessel = "V" + UUID.randomUUID().toString().substring(0, 8);
        other = "W" + vessel;
        vessels.active(vessel, null);
        vessels.active(other, null);
    }

    @Test
    void shouldReadAsBearerAndAsBasicPasswordOfAnyUser() {
        String secret = token(viewer(), "[\"viewer\"]", null);

        bearer(secret, CHANNELS.formatted(vessel)).statusCode(200);
        basic("anybody", secret, CHANNELS.formatted(vessel)).statusCode(200);
        basic("", secret, "/api/v1/power/%s?start=2026-01-01T00:00:00Z&end=2026-01-02T00:00:00Z".formatted(vessel))
                .statusCode(200);
    }

    @Test
    void shouldNotLetInWhenTheSecretIsWrong() {
        String secret = token(viewer(), "[\"viewer\"]", null);

        challenged(bearer(TokenSecret.create(new SecureRandom()::nextInt), READING), "Bearer");
        challenged(bearer(secret + "0", READING), "Bearer");
        challenged(bearer("fl_pat_", READING), "Bearer");
        challenged(basic("anybody", secret.substring(1), READING), "Bearer", "Basic");
        challenged(basic("anybody", "fl_pat_nonsense", READING), "Bearer", "Basic");
        challenged(plain().get(READING).then(), "Bearer", "Basic");
    }

    @Test
    void shouldNotLetInWhenTheTokenIsExpired() {
        String secret = token(viewer(), "[\"viewer\"]", null);
        bearer(secret, READING).statusCode(404);

        pool.preparedQuery("update access_token set expires_at = now() - interval '1 second' where prefix = $1")
                .execute(Tuple.of(TokenSecret.shown(secret)))
                .await()
                .indefinitely();

        challenged(bearer(secret, READING), "Bearer");
        challenged(basic("anybody", secret, READING), "Bearer", "Basic");
    }

    @Test
    void shouldNotTakeATokenForBadWhenItCannotBeChecked() {
        String secret = token(viewer(), "[\"viewer\"]", null);

        execute("alter table access_token rename to away");
        try {
            bearer(secret, READING)
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "5");
        } finally {
            execute("alter table away rename to access_token");
        }

        bearer(secret, READING).statusCode(404);
    }

    @Test
    void shouldActWithTheTokensRolesOnly() {
        String admin = Tokens.of("a" + UUID.randomUUID(), Set.of("admin", "viewer"));
        String reads = token(admin, "[\"viewer\"]", null);
        String administers = token(admin, "[\"admin\"]", null);

        bearer(reads, CHANNELS.formatted(vessel)).statusCode(200);
        report(reads, vessel).statusCode(403);
        bearer(administers, CHANNELS.formatted(vessel)).statusCode(403);
        report(administers, vessel).statusCode(200);
    }

    @Test
    void shouldSpeakForTheTokensVesselsOnly() {
        String secret = token(viewer(), "[\"viewer\"]", "[\"%s\"]".formatted(vessel));

        bearer(secret, CHANNELS.formatted(vessel)).statusCode(200);
        bearer(secret, CHANNELS.formatted(other)).statusCode(404);
    }

    @Test
    void shouldWriteByEveryDoorForTheTokensVesselsOnly() {
        String secret = token(Tokens.ship(vessel, other), "[\"ingest\"]", "[\"%s\"]".formatted(vessel));

        report(secret, vessel).statusCode(200).body("accepted", equalTo(1));
        report(secret, other).statusCode(403);
        lines("Token " + secret, vessel).statusCode(204);
        lines("Bearer " + secret, vessel).statusCode(204);
        lines("Token " + secret, other).statusCode(403);
        lines("Token " + secret + "x", vessel).statusCode(401);
        plain().auth()
                .preemptive()
                .basic("ship", secret)
                .contentType("text/plain")
                .body(line(vessel))
                .post("/write?db=any")
                .then()
                .statusCode(204);
    }

    @Test
    void shouldNotHandleTokensWithAToken() {
        String secret = token(Tokens.of("b" + UUID.randomUUID(), Set.of("admin", "viewer")), "[\"admin\"]", null);

        create(secret, "{\"name\":\"child\"}").statusCode(403).contentType("application/problem+json");
        bearer(secret, "/api/v1/tokens").statusCode(403);
        bearer(secret, "/api/v1/tokens/1").statusCode(403);
        plain().auth().oauth2(secret).delete("/api/v1/tokens/1").then().statusCode(403);
        basic("anybody", secret, "/api/v1/tokens").statusCode(403);
    }

    @Test
    void shouldNoteItsUseAtMostOnceAMinute() {
        String owner = viewer();
        String secret = token(owner, "[\"viewer\"]", null);
        bearer(secret, READING);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> lastUse(owner) != null);
        String first = lastUse(owner);

        bearer(secret, READING);
        bearer(secret, READING);
        assertThat(lastUse(owner)).isEqualTo(first);

        pool.preparedQuery("update access_token set last_used_at = now() - interval '2 minutes' where prefix = $1")
                .execute(Tuple.of(TokenSecret.shown(secret)))
                .await()
                .indefinitely();
        bearer(secret, READING);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> Instant.parse(lastUse(owner))
                .isAfter(Instant.now().minusSeconds(60)));
    }

    @Test
    void shouldKeepTheSecretOutOfTheDatabaseAndTheLogs() {
        try (LogText log = LogText.record()) {
            String secret = token(viewer(), "[\"viewer\"]", null);
            bearer(secret, CHANNELS.formatted(vessel)).statusCode(200);
            bearer(secret + "0", READING).statusCode(401);
            report(secret, vessel).statusCode(403);
            lines("Token " + secret, vessel).statusCode(403);

            String hidden = secret.substring(TokenSecret.shown(secret).length());
            assertThat(log.text()).doesNotContain(hidden);
            for (String table : List.of("access_token", "idempotency", "outbox", "inbox")) {
                assertThat(content(table)).doesNotContain(hidden).doesNotContain(hex(hidden));
            }
            assertThat(content("access_token")).contains(TokenSecret.shown(secret));
        }
    }

    private String content(String table) {
        StringBuilder text = new StringBuilder();
        for (Row row : pool.query("select row_to_json(t)::text from " + table + " t")
                .execute()
                .await()
                .indefinitely()) {
            text.append(row.getString(0)).append('\n');
        }
        return text.toString();
    }

    private void execute(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String viewer() {
        return Tokens.of("u" + UUID.randomUUID(), Set.of("viewer"));
    }

    private static String token(String owner, String scopes, String vessels) {
        return secret(create(
                owner, "{\"name\":\"%s\",\"scopes\":%s,\"vessels\":%s}".formatted(UUID.randomUUID(), scopes, vessels)));
    }

    private static String lastUse(String owner) {
        return bearer(owner, "/api/v1/tokens").extract().path("items[0].lastUsedAt");
    }

    private static void challenged(ValidatableResponse answer, String... schemes) {
        List<String> challenges = answer.statusCode(401)
                .contentType("application/problem+json")
                .extract()
                .headers()
                .getValues("WWW-Authenticate");
        assertThat(challenges.stream().map(challenge -> challenge.split(" ")[0]))
                .containsExactly(schemes);
    }

    private static ValidatableResponse report(String token, String code) {
        return Api.post(
                "/api/v1/power",
                token,
                "{\"vessel\":\"%s\",\"unit\":\"kW\",\"readings\":[{\"time\":\"2026-01-31T04:00:00Z\",\"value\":1}]}"
                        .formatted(code));
    }

    private static ValidatableResponse lines(String credential, String code) {
        return plain().header("Authorization", credential)
                .contentType("text/plain")
                .body(line(code))
                .post("/api/v2/write")
                .then();
    }

    private static String line(String code) {
        return "power,vessel=%s kW=1 1769832000000000000".formatted(code);
    }
}
