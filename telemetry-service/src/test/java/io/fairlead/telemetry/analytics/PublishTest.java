package io.fairlead.telemetry.analytics;

import static io.fairlead.telemetry.analytics.Analytics.RESULTS;
import static io.fairlead.telemetry.analytics.Analytics.list;
import static io.fairlead.telemetry.analytics.Analytics.number;
import static io.fairlead.telemetry.analytics.Analytics.publish;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.fairlead.telemetry.Api;
import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of results that are published, and who may publish them. */
@FairleadTest
class PublishTest {

    @Inject
    KnownVessels vessels;

    private String vessel;

    @BeforeEach
    void register() {
        vessel = "V" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(vessel, null);
    }

    @Test
    void shouldKeepAResult() {
        String id = publish(number("score", vessel, 1, "r1", 0.5))
                .statusCode(201)
                .body("created", equalTo(1), "corrected", equalTo(0), "unchanged", equalTo(0))
                .body("items[0].outcome", equalTo("created"), "items[0].revision", equalTo(1))
                .extract()
                .path("items[0].id");

        Api.get(RESULTS + "/" + id)
                .statusCode(200)
                .body("name", equalTo("score"), "vessel", equalTo(vessel), "type", equalTo("number"))
                .body("value", equalTo(0.5f), "unit", equalTo("1"), "revision", equalTo(1), "current", equalTo(true))
                .body("start", equalTo("2026-01-01T00:00:00Z"), "end", equalTo("2026-01-02T00:00:00Z"))
                .body("model.name", equalTo("forest"), "model.version", equalTo("1"))
                .body("run.id", equalTo("r1"), "run.parameters.trees", equalTo(200), "run.metrics", nullValue())
                .body("producedAt", equalTo("2026-02-01T01:00:00Z"), "recordedBy", equalTo("data-science"));
    }

    @Test
    void shouldChangeNothingWhenTheSameComesAgain() {
        publish(number("score", vessel, 1, "r1", 0.5)).statusCode(201);

        publish(number("score", vessel, 1, "r1", 0.50).replace("2026-02-01T01", "2026-02-01T09"))
                .statusCode(200)
                .body(
                        "unchanged",
                        equalTo(1),
                        "items[0].outcome",
                        equalTo("unchanged"),
                        "items[0].revision",
                        equalTo(1));

        list("?vessel=" + vessel).body("items", hasSize(1), "items[0].producedAt", equalTo("2026-02-01T01:00:00Z"));
    }

    @Test
    void shouldKeepTheFormerRevisionWhenAResultIsCorrected() {
        String first = number("score", vessel, 1, "r1", 0.5);
        String id = publish(first).extract().path("items[0].id");
        String second = first.replace("0.5", "0.6").replace("2026-02-01T01", "2026-02-01T02");

        publish(second)
                .statusCode(200)
                .body("corrected", equalTo(1), "items[0].id", equalTo(id), "items[0].revision", equalTo(2));
        publish(first).statusCode(200).body("unchanged", equalTo(1), "items[0].revision", equalTo(2));

        list("?vessel=" + vessel).body("items.value", contains(0.6f));
        Api.get(RESULTS + "/" + id + "/history")
                .statusCode(200)
                .body("items.revision", contains(2, 1), "items.value", contains(0.6f, 0.5f))
                .body("items.current", contains(true, false));
        String next = Api.get(RESULTS + "/" + id + "/history?limit=1").extract().path("next");
        Api.get(RESULTS + "/" + id + "/history?limit=1&cursor=" + next)
                .body("items.revision", contains(1), "next", nullValue());
    }

    @Test
    void shouldReplaceTheResultOfAnOlderRunWhenANewerHasOne() {
        publish(number("score", vessel, 1, "r2", 0.2)).statusCode(201);
        publish(number("score", vessel, 1, "r1", 0.1)).statusCode(201);
        publish(number("score", vessel, 1, "r3", 0.3)).statusCode(201);
        publish(number("score", vessel, 2, "r1", 0.4)).statusCode(201);

        list("?vessel=" + vessel).body("items.value", contains(0.4f, 0.3f));
        list("?vessel=" + vessel + "&state=superseded").body("items.value", contains(0.1f, 0.2f));
        list("?vessel=" + vessel + "&run=r1").body("items.value", contains(0.4f, 0.1f));
        list("?vessel=" + vessel + "&run=r1&state=current").body("items.value", contains(0.4f));
    }

    @Test
    void shouldLeaveOneResultCurrentWhenManyRunsPublishAtOnce() {
        List<CompletableFuture<Integer>> calls = IntStream.range(1, 9)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> publish("["
                                + number("score", vessel, 1, "r" + i, i) + "," + number("score", vessel, 2, "r" + i, i)
                                + "]")
                        .extract()
                        .statusCode()))
                .toList();

        assertThat(calls.stream().map(CompletableFuture::join)).containsOnly(201);
        list("?vessel=" + vessel).body("items.run.id", contains("r8", "r8"));
        list("?vessel=" + vessel + "&state=all").body("items", hasSize(16));
    }

    @Test
    void shouldKeepAllOfAListOrNothing() {
        publish("[%s,%s]"
                        .formatted(
                                number("score", vessel, 1, "r1", 0.5),
                                number("score", vessel, 2, "r1", 0.5).replace("\"number\"", "\"series\"")))
                .statusCode(400)
                .body("errors.pointer", contains("#/1/value"));
        publish("[%s,%s]".formatted(number("score", vessel, 1, "r1", 0.5), number("score", "NOBODY", 1, "r1", 0.5)))
                .statusCode(400)
                .body("errors.pointer", contains("#/1/vessel"));
        publish("[%s,%s]".formatted(number("score", vessel, 1, "r1", 0.5), number("score", vessel, 1, "r1", 0.6)))
                .statusCode(400)
                .body("errors.pointer", contains("#/1"));
        publish("[]").statusCode(400);
        publish("7").statusCode(400).contentType("application/problem+json");
        publish("{").statusCode(400);

        list("?vessel=" + vessel).body("items", hasSize(0));
        publish("[%s,%s]".formatted(number("score", vessel, 1, "r1", 0.5), number("score", vessel, 2, "r1", 0.5)))
                .statusCode(201)
                .body("created", equalTo(2), "items.outcome", contains("created", "created"));
    }

    @Test
    void shouldGiveTheFirstAnswerAgainUnderOneIdempotencyKey() {
        String key = UUID.randomUUID().toString();
        String body = number("score", vessel, 1, "r1", 0.5);

        for (int i = 0; i < 2; i++) {
            given().auth()
                    .oauth2(Analytics.worker())
                    .header("Idempotency-Key", key)
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post(RESULTS)
                    .then()
                    .statusCode(201)
                    .header(
                            "Location",
                            endsWith(list("?vessel=" + vessel).extract().path("items[0].id")))
                    .body("created", equalTo(1));
        }
    }

    @Test
    void shouldLetPublishOnlyThoseWhoMay() {
        String mine = number("score", vessel, 1, "r1", 0.5);
        String fleet = number("score", null, 1, "r" + System.nanoTime() % 10, Math.random());

        publish(Tokens.viewer(), mine).statusCode(403);
        publish(Tokens.ship("OTHER"), mine).statusCode(403);
        publish(Tokens.of("i", Set.of("ingest")), mine).statusCode(403);
        publish(Tokens.ship(vessel), fleet).statusCode(403);
        publish(Tokens.ship(vessel), "[%s,%s]".formatted(mine, fleet)).statusCode(403);
        list("?vessel=" + vessel).body("items", hasSize(0));

        publish(Tokens.ship(vessel), mine).statusCode(201);
        publish(Tokens.admin(), number("score", vessel, 2, "r1", 0.5)).statusCode(201);
        publish(fleet).statusCode(201);
    }

    @Test
    void shouldKeepLargeSeriesAndEndAPageBeforeItGrowsTooLarge() {
        for (int day = 1; day <= 4; day++) {
            publish(Tokens.ship(vessel), series(day, 60_000)).statusCode(201);
        }

        String next = list("?vessel=" + vessel)
                .statusCode(200)
                .body("items", hasSize(3), "items[0].value", hasSize(60_000))
                .extract()
                .path("next");
        list("?vessel=" + vessel + "&cursor=" + next).body("items", hasSize(1), "next", nullValue());
    }

    private String series(int day, int points) {
        StringBuilder value = new StringBuilder("[");
        for (int i = 0; i < points; i++) {
            value.append(i == 0 ? "" : ",")
                    .append("{\"time\":\"2026-01-%02dT%02d:%02d:%02d.%02dZ\",\"value\":%d.25}"
                            .formatted(day, i / 60 / 60 / 10 % 24, i / 60 / 10 % 60, i / 10 % 60, i % 10, i));
        }
        return number("load", vessel, day, "r1", 0)
                .replace("\"number\"", "\"series\"")
                .replace("\"value\":0.0", "\"value\":" + value.append(']'));
    }
}
