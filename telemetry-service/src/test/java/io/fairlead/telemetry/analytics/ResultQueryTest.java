package io.fairlead.telemetry.analytics;

import static io.fairlead.telemetry.analytics.Analytics.RESULTS;
import static io.fairlead.telemetry.analytics.Analytics.list;
import static io.fairlead.telemetry.analytics.Analytics.number;
import static io.fairlead.telemetry.analytics.Analytics.publish;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.telemetry.Api;
import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found of published results, by whom, and in which format. */
@FairleadTest
class ResultQueryTest {

    private static final String HEADER = "id,name,vessel,start,end,type,value,unit,model,version,run,producedAt,";

    @Inject
    KnownVessels vessels;

    private String a;
    private String b;
    private String name;

    @BeforeEach
    void register() {
        String id = UUID.randomUUID().toString().substring(0, 8);
        a = "A" + id;
        b = "B" + id;
        name = "score." + id;
        vessels.active(a, null);
        vessels.active(b, null);
    }

    @Test
    void shouldFindResultsByAllThatTellsThemApart() {
        publish(number(name, a, 1, "r1", 1)).statusCode(201);
        publish(number(name, b, 2, "r2", 2)).statusCode(201);
        publish(number(name + ".x", a, 3, "r3", 3).replace("forest", "tree")).statusCode(201);
        publish(number(name, null, 4, "r4", 4).replace("\"version\":\"1\"", "\"version\":\"2\""))
                .statusCode(201);

        list("?name=" + name).body("items.value", contains(4, 2, 1));
        list("?name=%s&name=%s.x".formatted(name, name)).body("items.value", contains(4, 3, 2, 1));
        list("?vessel=%s&vessel=%s".formatted(a, b)).body("items.value", contains(3, 2, 1));
        list("?name=%s&scope=fleet".formatted(name))
                .body("items.value", contains(4), "items.vessel", contains(nullValue()));
        list("?name=%s&scope=vessel".formatted(name)).body("items.value", contains(2, 1));
        list("?vessel=%s&model=tree".formatted(a)).body("items.value", contains(3));
        list("?name=%s&version=2".formatted(name)).body("items.value", contains(4));
        list("?name=%s&run=r2".formatted(name)).body("items.value", contains(2));
    }

    @Test
    void shouldFindResultsWhosePeriodOverlaps() {
        publish(number(name, a, 1, "r1", 1)).statusCode(201);
        publish(number(name, a, 10, "r1", 10)).statusCode(201);
        publish(number(name, a, 20, "r1", 99).replace("2026-01-21", "2026-12-31"))
                .statusCode(201);
        publish(instant("2026-01-15T12:00:00Z", 15)).statusCode(201);

        between("2026-01-01T00:00:00Z", "2026-01-10T00:00:00Z").body("items.value", contains(1));
        between("2026-01-01T23:59:59Z", "2026-01-10T00:00:01Z").body("items.value", contains(10, 1));
        between("2026-01-02T00:00:00Z", "2026-01-10T00:00:00Z").body("items", hasSize(0));
        between("2026-01-15T12:00:00Z", "2026-01-15T12:00:01Z").body("items.value", contains(15));
        between("2026-01-15T11:00:00Z", "2026-01-15T12:00:00Z").body("items", hasSize(0));
        between("2026-06-01T00:00:00Z", "2026-06-02T00:00:00Z").body("items.value", contains(99));
        list("?name=%s&end=2026-01-15T12:00:00Z".formatted(name)).body("items.value", contains(10, 1));
        list("?name=%s&start=2026-01-15T12:00:00Z".formatted(name)).body("items.value", contains(99, 15));
    }

    @Test
    void shouldGoThroughAllPagesOnce() {
        List<Integer> expected = new ArrayList<>();
        for (int day = 20; day >= 1; day--) {
            publish(number(name, a, day, "r1", day)).statusCode(201);
            publish(number(name, b, day, "r1", day)).statusCode(201);
            expected.addAll(List.of(day, day));
        }

        List<Integer> seen = new ArrayList<>();
        String query = "?name=%s&limit=7&start=2026-01-01T12:00:00Z".formatted(name);
        String cursor = "";
        while (cursor != null) {
            ValidatableResponse page = list(query + cursor).statusCode(200);
            seen.addAll(page.extract().path("items.value"));
            String next = page.extract().path("next");
            cursor = next == null ? null : "&cursor=" + next;
        }

        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void shouldGiveTheNewestOfEachNameAndVessel() {
        publish(number(name, a, 1, "r1", 1)).statusCode(201);
        publish(number(name, a, 3, "r1", 3)).statusCode(201);
        publish(number(name, a, 3, "r2", 4)).statusCode(201);
        publish(number(name, b, 2, "r1", 2)).statusCode(201);
        publish(number(name, null, 1, "r1", 5)).statusCode(201);

        latest("?name=" + name).body("items.value", contains(5, 4, 2), "next", nullValue());
        latest("?name=%s&vessel=%s".formatted(name, b)).body("items.value", contains(2));
        String next = latest("?limit=2&name=" + name)
                .body("items", hasSize(2))
                .extract()
                .path("next");
        latest("?limit=2&name=%s&cursor=%s".formatted(name, next)).body("items.value", contains(2));
    }

    @Test
    void shouldSayWhichNamesThereAre() {
        publish(number(name, a, 1, "r1", 1)).statusCode(201);
        publish(number(name, b, 1, "r1", 1).replace("\"unit\":\"1\"", "\"unit\":\"%\""))
                .statusCode(201);
        publish(number(name, null, 1, "r1", 1)).statusCode(201);

        names(Tokens.viewer())
                .statusCode(200)
                .body(item("types"), contains("number"))
                .body(item("units"), contains("%", "1"))
                .body(item("vessels"), contains(a, b))
                .body(item("fleet"), equalTo(true));
        names(Tokens.viewerOf(b))
                .body("items.name", contains(name))
                .body(item("vessels"), contains(b))
                .body(item("fleet"), equalTo(false));
    }

    @Test
    void shouldShowOnlyTheVesselsThatTheCallerSpeaksFor() {
        String mine = publish(number(name, a, 1, "r1", 1)).extract().path("items[0].id");
        String foreign = publish(number(name, b, 1, "r1", 2)).extract().path("items[0].id");
        String fleet = publish(number(name, null, 1, "r1", 3)).extract().path("items[0].id");
        String token = Tokens.viewerOf(a);

        for (String path : List.of(RESULTS, RESULTS + "/latest")) {
            as(token, path).statusCode(200).body("items.value", contains(1));
            as(token, path + "?vessel=" + b).statusCode(200).body("items", hasSize(0));
        }
        as(token, RESULTS + "/" + mine).statusCode(200);
        for (String hidden : List.of(foreign, fleet)) {
            as(token, RESULTS + "/" + hidden).statusCode(404);
            as(token, RESULTS + "/" + hidden + "/history").statusCode(404);
        }
        as(Tokens.worker(), RESULTS).statusCode(403);
    }

    @Test
    void shouldWriteCsvAndNdjsonWhenAsked() throws JsonProcessingException {
        publish(number(name, a, 1, "r1", 1.5)).statusCode(201);
        publish(number(name, b, 2, "r1", 0)
                        .replace("\"number\"", "\"object\"")
                        .replace("\"unit\":\"1\",", "")
                        .replace("\"value\":0.0", "\"value\":{\"note\":\"say \\\"hi\\\", twice\",\"n\":1}"))
                .statusCode(201);

        String csv = accepting("text/csv", "?limit=1&name=" + name)
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .asString();
        assertThat(csv).startsWith(HEADER);
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv)
                .contains(",%s,2026-01-02T00:00:00Z,".formatted(b))
                .contains("\"{\"\"n\"\": 1, \"\"note\"\": \"\"say \\\"\"hi\\\"\", twice\"\"}\",,forest,1,r1,");

        List<String> lines = accepting("application/x-ndjson", "?name=" + name)
                .contentType(containsString("application/x-ndjson"))
                .extract()
                .asString()
                .lines()
                .toList();
        assertThat(lines).hasSize(2);
        assertThat(new ObjectMapper().readTree(lines.get(1)).path("value").doubleValue())
                .isEqualTo(1.5);
        accepting("application/x-ndjson;q=0.5, application/json", "?name=" + name)
                .contentType(containsString("application/json"));
        accepting("text/html, */*;q=0.1", "?name=" + name).contentType(containsString("application/json"));
        accepting("image/png", "?name=" + name).statusCode(406);
    }

    @Test
    void shouldNameTheParameterThatIsWrong() {
        wrong("?start=yesterday", "start");
        wrong("?start=2026-01-02T00:00:00Z&end=2026-01-01T00:00:00Z", "end");
        wrong("?state=old", "state");
        wrong("?scope=ship", "scope");
        wrong("?limit=0", "limit");
        wrong("?cursor=abc", "cursor");
        wrong("?name=", "name");
        wrong("?start=", "start");
        wrong("/latest?vessel=", "vessel");
        wrong("?run=%00", "run");
        wrong("/latest?vessel=%00", "vessel");
        list("/17000000").statusCode(404);
        list("/none").statusCode(404);
        names(Tokens.viewer()).body("items", notNullValue()).body("items.name", not(hasItem(name)));
    }

    private static void wrong(String query, String parameter) {
        list(query).statusCode(400).body("errors.parameter", contains(parameter));
    }

    private String instant(String time, double value) {
        return """
                {"name":"%s","vessel":"%s","start":"%s","type":"number","value":%s,
                 "model":{"name":"forest","version":"1"},"run":{"id":"r1"}}"""
                .formatted(name, a, time, value);
    }

    private ValidatableResponse between(String start, String end) {
        return list("?name=%s&start=%s&end=%s".formatted(name, start, end)).statusCode(200);
    }

    private String item(String field) {
        return "items.find { it.name == '%s' }.%s".formatted(name, field);
    }

    private static ValidatableResponse latest(String query) {
        return Api.get(RESULTS + "/latest" + query).statusCode(200);
    }

    private static ValidatableResponse names(String token) {
        return as(token, "/api/v1/analytics/names?limit=1000");
    }

    private static ValidatableResponse as(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }

    private static ValidatableResponse accepting(String type, String query) {
        return given().auth()
                .oauth2(Tokens.viewer())
                .accept(type)
                .get(RESULTS + query)
                .then();
    }
}
