package io.fairlead.fleet.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.fairlead.fleet.Api;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FairleadTest
class ExchangeTest {

    private static final RestAssuredConfig UTF_8 = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .defaultCharsetForContentType("UTF-8", "text/csv"));

    @Inject
    Pool pool;

    @BeforeEach
    void empty() {
        pool.query("truncate vessel, schedule cascade").executeAndAwait();
    }

    @Test
    void shouldGiveTheSameFileBackWhenAnEmptyFleetTakesItIn() {
        load(
                        "vessels",
                        """
                        code,name,type,imo,flag,latitude,longitude,positionTime,status,deadweightTonnes
                        X1,"=HYPERLINK(""http://evil"")",fpso,9074729,NO,-59.5,10.75,2026-11-21T06:00:00Z,active,105000
                        X2,"Ø, ""quoted\""",tug,,,,,,retired,
                        X3,'quoted,tug,,,,,,,
                        """)
                .statusCode(200)
                .body("registered", equalTo(3));
        load(
                        "equipment",
                        "vessel,code,name,channels,status\nX1,X1-A,-5,\"[\"\"a;b\"\",\"\"c\"\"]\",\nX2,X2-A,+pump,,inactive\n")
                .statusCode(200);
        String vessels = export("vessels");
        String equipment = export("equipment");
        assertThat(vessels).contains("\"'=HYPERLINK(\"\"http://evil\"\")\"");
        Api.get("/api/v1/vessels/X3").body("name", equalTo("quoted"));

        load("vessels", vessels).body("unchanged", equalTo(3), "changed", equalTo(0));
        pool.query("truncate vessel cascade").executeAndAwait();
        load("vessels", vessels).body("registered", equalTo(3));
        load("equipment", equipment).body("registered", equalTo(2));

        assertThat(export("vessels")).isEqualTo(vessels);
        assertThat(export("equipment")).isEqualTo(equipment);
        Api.get("/api/v1/vessels/X1").body("name", equalTo("=HYPERLINK(\"http://evil\")"));
    }

    @Test
    void shouldRegisterAndChangeSchedulesFromAFile() {
        load(
                        "schedules",
                        """
                        name,kind,start,end,activities
                        One,voyage,2027-01-01T00:00:00Z,2027-01-02T00:00:00Z,"[{""start"":""2027-01-01T01:00:00Z"",""end"":""2027-01-01T02:00:00Z"",""place"":""Bergen"",""note"":null}]"
                        Two,production,2027-01-01T00:00:00Z,2027-01-02T00:00:00Z,
                        """)
                .statusCode(200)
                .body("registered", equalTo(2));
        String file = export("schedules");

        load("schedules", file).body("unchanged", equalTo(2));
        load("schedules", file.replace("Two", "Second")).body("changed", equalTo(1), "unchanged", equalTo(1));

        assertThat(export("schedules")).isEqualTo(file.replace("Two", "Second"));
    }

    @Test
    void shouldImportTenThousandRowsOrNone() {
        String rows = IntStream.range(0, 10_000)
                .mapToObj("T%05d,Vessel,tug"::formatted)
                .collect(Collectors.joining("\n", "code,name,type\n", "\n"));
        load("vessels", rows.replace("T07777,Vessel,tug", "T07777,Vessel,submarine"))
                .statusCode(400)
                .body("errors.line", contains(7779), "errors.column", contains("type"));
        Api.get("/api/v1/vessels").body("items.size()", equalTo(0));

        load("vessels", rows).statusCode(200).body("rows", equalTo(10_000), "registered", equalTo(10_000));

        assertThat(export("vessels").lines().count()).isEqualTo(10_001);
        Api.get("/api/v1/vessels/T09999/history").body("items.action", contains("registered"));
    }

    @Test
    void shouldNameLineAndColumnOfEachError() {
        Api.vessel("Y1");
        load(
                        "vessels",
                        """
                        code,name,type,imo,latitude,longitude,positionTime
                        Y2,"two
                        lines",tug,,,,
                        Y3,Name,tug,9074728,,,
                        Y3,Name,tug,,north,10,2026-01-01T00:00:00Z
                        Y4,Name,tug
                        Y5,Name,tug,,91,10,2026-01-01T00:00:00Z
                        """)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.line", contains(2, 4, 5, 6, 7))
                .body("errors.column", contains("name", "imo", "latitude", null, "latitude"));
        load("vessels", "code,colour\nA,red\n").statusCode(400).body("errors.column", hasItem("colour"));
        load("vessels", "").statusCode(400);
        load("equipment", "code,vessel,name\nE1,GHOST,Pump\n")
                .statusCode(400)
                .body("errors[0].column", equalTo("vessel"), "errors[0].line", equalTo(2));
        load("schedules", "id,name,kind,start,end\n99999,A,voyage,2027-01-01T00:00:00Z,2026-01-01T00:00:00Z\n")
                .statusCode(400)
                .body("errors[0].column", equalTo("end"));
        load("cargo", "code\n").statusCode(400).body("errors[0].parameter", equalTo("kind"));
        Api.get("/api/v1/vessels").body("items.code", contains("Y1"));
    }

    private static ValidatableResponse load(String kind, String file) {
        return Api.as(Tokens.operator())
                .config(UTF_8)
                .contentType("text/csv")
                .queryParam("kind", kind)
                .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/imports")
                .then();
    }

    private static String export(String kind) {
        return new String(
                Api.get("/api/v1/exports/" + kind + ".csv")
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
