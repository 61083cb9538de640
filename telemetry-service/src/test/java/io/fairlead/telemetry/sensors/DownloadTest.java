package io.fairlead.telemetry.sensors;

import static io.fairlead.telemetry.Api.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.telemetry.PythonScript;
import io.fairlead.telemetry.store.Readings;
import io.fairlead.telemetry.store.Sealer;
import io.fairlead.telemetry.window.QuarterHours;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FairleadTest
class DownloadTest {

    private static final Instant START = Instant.parse("2026-01-31T00:00:00Z");
    private static final int DAYS = 4;
    private static final int PER_DAY = 500;

    @Inject
    KnownVessels vessels;

    @Inject
    Sealer sealer;

    @Inject
    Readings readings;

    @Inject
    Pool pool;

    private String vessel;
    private String sensor;

    @BeforeEach
    void register() {
        vessel = "D" + UUID.randomUUID().toString().substring(0, 8);
        sensor = "temperature_" + vessel;
        vessels.active(vessel, null);
    }

    @Test
    void shouldGiveWhatItTakesInBack() {
        String csv =
                """
                vessel,channel,label.engine,time,start,value,text,quality,unit
                %1$s,%2$s,port,2026-01-31T04:00:00Z,,1.5,,good,degC
                %1$s,%2$s,port,2026-01-31T05:00:00Z,2026-01-31T04:00:00Z,2.0,,,degC
                %1$s,%2$s,port,2026-01-31T06:00:00Z,,,"off, cold",,degC
                """
                        .formatted(vessel, sensor)
                        .replace("\n", "\r\n");
        send("text/csv", csv).body("accepted", equalTo(3));

        for (String path : new String[] {readings(), fleet()}) {
            accept("text/csv", path)
                    .then()
                    .contentType(startsWith("text/csv;"))
                    .header("Content-Disposition", containsString("readings.csv"))
                    .body(equalTo(csv));
        }
        String lines = accept("application/x-ndjson", fleet()).asString();
        assertThat(lines.lines()).hasSize(3).allMatch(line -> line.contains("\"labels\":{\"engine\":\"port\"}"));
        send("application/x-ndjson", lines).body("accepted", equalTo(0), "duplicate", equalTo(3));
        assertThat(accept("text/csv", "/api/v1/sensors/" + vessel + "/latest").asString())
                .isEqualTo(Stream.of(csv.split("(?<=\n)"))
                        .filter(line -> !line.contains("T04") || line.startsWith("vessel"))
                        .filter(line -> !line.contains("T05"))
                        .collect(Collectors.joining()));
    }

    @Test
    void shouldStreamDaysInOrderAndReadThemAsTheyAreTaken() {
        days();
        long from = QuarterHours.nanos(START);

        assertThat(accept("text/csv", readings()).asString().lines()).hasSize(1 + DAYS * PER_DAY);
        assertThat(accept("text/csv", readings()).asString().lines().skip(1)).isSorted();
        var slow = readings.byDay(pool, vessel, Long.parseLong(channel()), from, Long.MAX_VALUE / 2)
                .subscribe()
                .withSubscriber(AssertSubscriber.create(1));
        slow.awaitItems(1).run(() -> slow.awaitItems(1)).request(10).awaitCompletion();
        assertThat(slow.getItems()).hasSize(DAYS).allMatch(points -> points.size() == PER_DAY);
    }

    @Test
    void shouldGiveWindowsInEveryForm() {
        days();
        String range = "start=2026-01-31T00:00:00Z&end=2026-02-03T00:00:00Z&interval=P1D&function=count&function=max";

        for (String path : new String[] {
            "/api/v1/sensors/%s/channels/%s/windows?".formatted(vessel, channel()),
            "/api/v1/sensors/%s/windows?channel=%s&".formatted(vessel, sensor),
            "/api/v1/sensors/windows?channel=%s&".formatted(sensor)
        }) {
            assertThat(accept("text/csv", path + range).asString())
                    .startsWith("vessel,channel,unit,start,end,count,max\r\n%s,%s,degC,2026-01-31T00:00:00Z,"
                                    .formatted(vessel, sensor)
                            + "2026-02-01T00:00:00Z,500,499.0\r\n")
                    .satisfies(csv -> assertThat(csv.lines()).hasSize(4));
        }
        get("/api/v1/sensors/windows?combined=true&format=csv&channel=" + sensor + "&" + range)
                .body(containsString("\r\n," + sensor + ",,2026-01-31"));
    }

    @Test
    void shouldGiveArrowThatPyarrowReads(@TempDir Path folder) throws IOException {
        days();
        send(
                "text/csv",
                "vessel,channel,time,text,quality\r\n%s,state,2026-01-31T04:00:00Z,on,good\r\n".formatted(vessel));
        Path file = folder.resolve("readings.arrows");
        Files.write(
                file,
                accept("application/vnd.apache.arrow.stream", fleet() + "&channel=state")
                        .asByteArray());
        Path none = folder.resolve("none.arrows");
        Files.write(
                none,
                get(fleet() + "&end=2001-01-01T00:00:00Z&format=arrow")
                        .extract()
                        .asByteArray());

        assertThat(file).isNotEmptyFile();
        PythonScript.run("arrow_check.py", "pyarrow", file.toString(), "" + (DAYS * PER_DAY + 1), none.toString(), "0");
    }

    @Test
    void shouldBreakOffWhenItFailsInTheMiddle() {
        days();
        String[] damaged = {"2026-02-02", "2026-01-31"};

        damage(damaged[0]);
        assertThatThrownBy(() -> raw(readings() + "&format=csv")).isInstanceOf(IOException.class);
        damage(damaged[1]);
        get(readings() + "&format=csv").statusCode(500).contentType(startsWith("application/problem+json"));
    }

    @Test
    void shouldChooseAtMostSoManyPoints() {
        days();
        String path = readings() + "&limit=5&maxPoints=";

        get(path + 50)
                .statusCode(200)
                .body("items", hasSize(50), "next", nullValue())
                .body("items[0].time", equalTo("2026-01-31T00:00:00Z"))
                .body("items[49].value", equalTo((float) PER_DAY - 1));
        get(path + 10_000).body("items", hasSize(DAYS * PER_DAY));
        assertThat(get(path + "3&format=csv").extract().asString().lines()).hasSize(4);
        get(path + 2).statusCode(400).body("errors.parameter", contains("maxPoints"));
        get(path + 10_001).statusCode(400).body("errors.parameter", contains("maxPoints"));
        String next = get(readings()).extract().path("next");
        get(path + "3&cursor=" + next).statusCode(400).body("errors.parameter", contains("cursor"));
        get(readings() + "&format=csv&cursor=" + next).statusCode(400).body("errors.parameter", contains("cursor"));
    }

    @Test
    void shouldListSeveralVesselsPageByPage() {
        String other = vessel + "b";
        vessels.active(other, null);
        for (String one : new String[] {vessel, other}) {
            send(
                    one,
                    "text/csv",
                    IntStream.range(0, 5)
                            .mapToObj(i -> "%s,%s,%s,%d".formatted(one, sensor, START.plusSeconds(i), i))
                            .collect(Collectors.joining("\r\n", "vessel,channel,time,value\r\n", "\r\n")));
        }
        StringBuilder seen = new StringBuilder();
        String cursor = "";
        do {
            var page = get(fleet() + "&limit=3" + cursor).statusCode(200).extract();
            page.jsonPath().getList("items").forEach(item -> seen.append(((java.util.Map<?, ?>) item).get("vessel"))
                    .append(((Number) ((java.util.Map<?, ?>) item).get("value")).intValue())
                    .append(' '));
            cursor = page.path("next") == null ? null : "&cursor=" + page.path("next");
        } while (cursor != null);

        assertThat(seen)
                .hasToString(Stream.of(vessel, other)
                        .flatMap(one -> IntStream.range(0, 5).mapToObj(i -> one + i + " "))
                        .collect(Collectors.joining()));
        get(fleet() + "&vessel=" + other).body("items.vessel.unique()", contains(other));
        assertThat(given().auth()
                        .oauth2(Tokens.viewerOf(other))
                        .accept("text/csv")
                        .get(fleet())
                        .asString())
                .contains(other + ",")
                .doesNotContain("\n" + vessel + ",");
        given().auth()
                .oauth2(Tokens.viewerOf(other))
                .get(fleet() + "&vessel=" + vessel)
                .then()
                .statusCode(404);
        get("/api/v1/sensors/readings").statusCode(400).body("errors.parameter", contains("channel"));
    }

    @Test
    void shouldSayWhichFormsThereAre() {
        days();

        accept("application/pdf", readings()).then().statusCode(406).contentType("application/problem+json");
        accept("application/pdf", fleet()).then().statusCode(406);
        accept("text/html,application/xml;q=0.9,*/*;q=0.8", readings()).then().contentType("application/json");
        accept("text/csv;q=0.5, application/x-ndjson", readings()).then().contentType("application/x-ndjson");
        accept("text/html,*/*;q=0.8", readings() + "&format=csv").then().contentType(startsWith("text/csv"));
        get(readings() + "&format=pdf").statusCode(400).body("errors.parameter", contains("format"));
        get("/api/v1/sensors/%s/latest?format=iso19848".formatted(vessel))
                .statusCode(400)
                .body("errors.parameter", contains("format"));
    }

    /** Some days of readings, each day's sealed into a block of its own. */
    private void days() {
        for (int day = 0; day < DAYS; day++) {
            Instant begin = START.plus(Duration.ofDays(day));
            send(
                    "text/csv",
                    IntStream.range(0, PER_DAY)
                            .mapToObj(i -> "%s,%s,%s,%d,degC".formatted(vessel, sensor, begin.plusSeconds(i * 60L), i))
                            .collect(Collectors.joining("\r\n", "vessel,channel,time,value,unit\r\n", "\r\n")));
        }
        sealer.seal().await().indefinitely();
    }

    private void damage(String day) {
        pool.preparedQuery("update block set data = '\\x00' where series_id = $1 and day = $2")
                .execute(Tuple.of(Long.parseLong(channel()), java.time.LocalDate.parse(day)))
                .await()
                .indefinitely();
    }

    private static String raw(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + Tokens.viewer())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private ValidatableResponse send(String type, String body) {
        return send(vessel, type, body);
    }

    private static ValidatableResponse send(String ship, String type, String body) {
        return given().auth()
                .oauth2(Tokens.ship(ship))
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/sensors/readings")
                .then()
                .statusCode(200);
    }

    private static Response accept(String types, String path) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.viewer())
                .accept(types)
                .get(path);
    }

    private String fleet() {
        return "/api/v1/sensors/readings?channel=" + sensor;
    }

    private String readings() {
        return "/api/v1/sensors/%s/channels/%s/readings?start=2020-01-01T00:00:00Z".formatted(vessel, channel());
    }

    private String channel() {
        return get("/api/v1/sensors/" + vessel + "/channels")
                .extract()
                .path("items.find { it.name == '%s' }.id".formatted(sensor));
    }
}
