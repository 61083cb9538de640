package io.fairlead.fleet.equipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.fairlead.fleet.Api;
import io.fairlead.testkit.FairleadTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@FairleadTest
class EquipmentChangeTest {

    @Test
    void shouldChangeEquipmentAndKeepEachChange() {
        Api.vessel("Q1");
        register("Q1", "Q1-A");

        Api.patch("/api/v1/equipment/Q1-A", "\"1\"", "{\"serial\":\"SN-1\",\"channels\":[\"a/b\"]}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("serial", equalTo("SN-1"), "channels", contains("a/b"));
        Api.patch("/api/v1/equipment/Q1-A", "\"1\"", "{}").statusCode(412);
        Api.patch("/api/v1/equipment/Q1-A", "\"2\"", "{\"serial\":null}").body("serial", nullValue());
        Api.patch("/api/v1/equipment/Q1-A", "*", "{\"status\":\"inactive\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/status"));
        Api.patch("/api/v1/equipment/GHOST", "*", "{}").statusCode(404);
        Api.get("/api/v1/equipment/Q1-A/history").body("items.version", contains(3, 2, 1));
        Api.get("/api/v1/vessels/Q1/equipment?text=PUMP").body("items.code", contains("Q1-A"));
    }

    @Test
    void shouldAnswerTrulyWhenTwoOperatorsDeactivateOverlappingLists() {
        Api.vessel("Q2");
        List<String> codes = IntStream.range(0, 30).mapToObj(i -> "Q2-" + i).toList();
        codes.forEach(code -> register("Q2", code));
        List<String> backwards = codes.stream().sorted((a, b) -> b.compareTo(a)).toList();

        List<Integer> answers = Api.together(
                4, i -> Api.post("/api/v1/equipment/deactivate", body(i % 2 == 0 ? codes : backwards.subList(0, 20)))
                        .body("items.status.unique()", contains("inactive")));

        assertThat(answers).containsOnly(200);
        Api.get("/api/v1/vessels/Q2/equipment?status=active").body("items.size()", equalTo(0));
        Api.get("/api/v1/vessels/Q2/equipment").body("items.version.unique()", contains(2));
    }

    private static void register(String vessel, String code) {
        Api.post("/api/v1/vessels/" + vessel + "/equipment", "{\"code\":\"%s\",\"name\":\"Pump\"}".formatted(code))
                .statusCode(201);
    }

    private static String body(List<String> codes) {
        return codes.stream().map(code -> '"' + code + '"').collect(Collectors.joining(",", "{\"codes\":[", "]}"));
    }
}
