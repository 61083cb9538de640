package io.fairlead.fleet.vessel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.fairlead.fleet.Api;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.Test;

@FairleadTest
class VesselChangeTest {

    @Test
    void shouldNameTheHeaderWhenTheConditionIsNone() {
        Api.vessel("C0");
        for (String condition : new String[] {"1", "F", "\"1", "\"1\" \"2\"", "*, \"1\""}) {
            Api.patch("/api/v1/vessels/C0", condition, "{\"flag\":\"NO\"}")
                    .statusCode(400)
                    .body("errors.parameter", contains("If-Match"));
        }
        Api.patch("/api/v1/vessels/C0", "W/\"1\", \"7\"", "{\"flag\":\"NO\"}").statusCode(412);
        Api.patch("/api/v1/vessels/C0", "\"7\", \"1\"", "{\"flag\":\"NO\"}").statusCode(200);
    }

    @Test
    void shouldMergeAPatchAndKeepEachChange() {
        Api.vessel("C1");

        Api.patch("/api/v1/vessels/C1", "\"1\"", "{\"flag\":\"NO\",\"deadweightTonnes\":105000}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("flag", equalTo("NO"), "deadweightTonnes", equalTo(105000), "name", equalTo("Vessel C1"));
        Api.patch(
                        "/api/v1/vessels/C1",
                        "*",
                        """
                        {"flag":null,"position":{"latitude":-59.5,"longitude":10.75,"time":"2026-11-21T06:00:00Z"}}""")
                .statusCode(200)
                .body("flag", nullValue(), "position.latitude", equalTo(-59.5f));
        Api.patch("/api/v1/vessels/C1", "\"3\"", "{\"position\":{\"latitude\":1}}")
                .body("position.latitude", equalTo(1.0f), "position.longitude", equalTo(10.75f));

        Api.get("/api/v1/vessels/C1/history")
                .statusCode(200)
                .body(
                        "items.version", contains(4, 3, 2, 1),
                        "items.action", contains("changed", "changed", "changed", "registered"),
                        "items[0].changedBy", equalTo("operator"),
                        "items[2].state.flag", equalTo("NO"));
        Api.get("/api/v1/vessels/C1/history?limit=1").body("items.version", contains(4));
    }

    @Test
    void shouldChangeNothingWhenThePatchChangesNothing() {
        Api.vessel("C2");

        Api.patch("/api/v1/vessels/C2", "*", "{\"name\":\"Vessel C2\"}").body("version", equalTo(1));
    }

    @Test
    void shouldNameTheFieldThatAPatchMakesWrong() {
        Api.vessel("C3");

        Api.patch("/api/v1/vessels/C3", "*", "{\"imo\":\"9074728\"}").body("errors.pointer", contains("#/imo"));
        Api.patch("/api/v1/vessels/C3", "*", "{\"name\":null}").body("errors.pointer", contains("#/name"));
        Api.patch("/api/v1/vessels/C3", "*", "{\"code\":\"C4\"}").body("errors.pointer", contains("#/code"));
        Api.patch("/api/v1/vessels/C3", "*", "{\"colour\":1}").body("errors.pointer", contains("#/colour"));
        Api.patch("/api/v1/vessels/C3", "*", "{\"position\":{\"latitude\":91}}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/position/latitude"));
        Api.patch("/api/v1/vessels/C3", "*", "[]").statusCode(400);
        Api.patch("/api/v1/vessels/GHOST", "*", "{}").statusCode(404);
        Api.get("/api/v1/vessels/C3").body("version", equalTo(1));
    }

    @Test
    void shouldAskForTheVersionThatWasSeen() {
        Api.vessel("C5");

        Api.as(Tokens.operator())
                .contentType(ContentType.JSON)
                .body("{\"name\":\"Blind\"}")
                .patch("/api/v1/vessels/C5")
                .then()
                .statusCode(428);
        Api.patch("/api/v1/vessels/C5", "\"7\"", "{\"name\":\"Late\"}").statusCode(412);
        Api.delete("/api/v1/vessels/C5", "W/\"1\"").statusCode(412);
        Api.get("/api/v1/vessels/C5").body("name", equalTo("Vessel C5"));
    }

    @Test
    void shouldLetOneOfManyWinWhenAllSawTheSameVersion() {
        Api.vessel("C6");

        List<Integer> answers =
                Api.together(4, i -> Api.patch("/api/v1/vessels/C6", "\"1\"", "{\"name\":\"Name %d\"}".formatted(i)));

        assertThat(answers).containsExactly(200, 412, 412, 412);
        Api.get("/api/v1/vessels/C6").body("version", equalTo(2));
    }

    @Test
    void shouldRegisterOneWhenACodeComesTwiceAtTheSameMoment() {
        for (int round = 0; round < 5; round++) {
            String body = "{\"code\":\"R%d\",\"name\":\"Race\",\"type\":\"tug\"}".formatted(round);

            assertThat(Api.together(2, i -> Api.post("/api/v1/vessels", body))).containsExactly(201, 409);
        }
    }

    @Test
    void shouldKeepARetiredVesselAndSwitchOffItsEquipment() {
        Api.vessel("C7");
        Api.post("/api/v1/vessels/C7/equipment", "{\"code\":\"C7-PUMP\",\"name\":\"Pump\"}")
                .statusCode(201);

        Api.delete("/api/v1/vessels/C7", "\"1\"").statusCode(200).body("status", equalTo("retired"));

        Api.delete("/api/v1/vessels/C7", "*").statusCode(200).body("version", equalTo(2));
        Api.get("/api/v1/vessels/C7/history").body("items.action", contains("retired", "registered"));
        Api.get("/api/v1/equipment/C7-PUMP").body("status", equalTo("inactive"));
        Api.get("/api/v1/equipment/C7-PUMP/history").body("items.action", contains("deactivated", "registered"));
        Api.patch("/api/v1/vessels/C7", "*", "{\"name\":\"Again\"}").statusCode(409);
        Api.post("/api/v1/equipment/activate", "{\"codes\":[\"C7-PUMP\"]}")
                .statusCode(409)
                .body("errors[0].pointer", equalTo("#/codes/0"));
    }

    @Test
    void shouldSortFilterAndPageInEveryOrder() {
        for (String vessel : List.of("Z1,Beta", "Z2,Alpha", "Z3,Alpha")) {
            String[] parts = vessel.split(",");
            Api.post(
                            "/api/v1/vessels",
                            "{\"code\":\"%s\",\"name\":\"%s zulu\",\"type\":\"fso\"}".formatted(parts[0], parts[1]))
                    .statusCode(201);
        }

        assertThat(codes("name")).containsExactly("Z2", "Z3", "Z1");
        assertThat(codes("-name")).containsExactly("Z1", "Z3", "Z2");
        assertThat(codes("-code")).containsExactly("Z3", "Z2", "Z1");
        assertThat(codes("commissioned")).containsExactly("Z1", "Z2", "Z3");
        assertThat(codes("-updatedAt")).containsExactly("Z3", "Z2", "Z1");
        Api.get("/api/v1/vessels?text=BETA z").body("items.code", contains("Z1"));
        Api.get("/api/v1/vessels?sort=colour").statusCode(400).body("errors[0].parameter", equalTo("sort"));
        String cursor = Api.get("/api/v1/vessels?limit=1").extract().path("next");
        Api.get("/api/v1/vessels?sort=name&cursor=" + cursor)
                .statusCode(400)
                .body("errors[0].parameter", equalTo("cursor"));
    }

    private static List<String> codes(String sort) {
        List<String> codes = new java.util.ArrayList<>();
        String path = "/api/v1/vessels?text=zulu&limit=1&sort=" + sort;
        for (String next = path; next != null; ) {
            var page = Api.get(next).statusCode(200).extract();
            codes.addAll(page.path("items.code"));
            String cursor = page.path("next");
            next = cursor == null ? null : path + "&cursor=" + cursor;
        }
        assertThat(Api.get(path + "&cursor=").statusCode(400).extract().<String>path("errors[0].parameter"))
                .isEqualTo("cursor");
        return codes;
    }
}
