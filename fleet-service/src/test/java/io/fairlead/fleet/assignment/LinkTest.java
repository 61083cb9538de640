package io.fairlead.fleet.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.core.event.Topics;
import io.fairlead.fleet.Api;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@FairleadTest
class LinkTest {

    private static final String START = "2027-06-01T00:00:00Z";
    private static final String END = "2027-06-03T00:00:00Z";

    @Test
    void shouldLinkAndUnlinkAndTellTheScheduleWithItsVessels() {
        Api.vessel("L1");
        long id = Api.schedule("Voyage", START, END);
        String link = "/api/v1/vessels/L1/schedules/" + id;

        Api.put(link, "{\"role\":\"shuttle\"}").statusCode(200).body("vessel", equalTo("L1"));
        Api.put(link, "{\"role\":\"shuttle\"}").statusCode(200);
        Api.get("/api/v1/schedules/" + id).body("version", equalTo(2));
        Api.delete(link, "*").statusCode(204);
        Api.delete(link, "*").statusCode(404);

        try (TopicReader topic = TopicReader.open(Topics.FLEET_SCHEDULES)) {
            var events = topic.awaitAll(record -> record.key().equals("" + id), 3, Duration.ofSeconds(20));
            assertThat(new String(events.get(1).value(), StandardCharsets.UTF_8))
                    .contains("\"vessel\":\"L1\"");
            assertThat(new String(events.get(2).value(), StandardCharsets.UTF_8))
                    .contains("\"vessels\":[]");
        }
        Api.get("/api/v1/schedules/" + id + "/history")
                .body("items.action", contains("unlinked", "linked", "registered"));
    }

    @Test
    void shouldLinkNoneWhenOneCannotBeLinked() {
        Api.vessel("L2");
        Api.vessel("L3");
        Api.delete("/api/v1/vessels/L3", "*").statusCode(200);
        long id = Api.schedule("Voyage", START, END);
        String path = "/api/v1/schedules/" + id + "/vessels";

        Api.post(path, links("L2", "L2")).statusCode(400).body("errors.pointer", contains("#/vessels/1/vessel"));
        Api.post(path, links("L2", "GHOST", "L3"))
                .statusCode(409)
                .body("errors.pointer", contains("#/vessels/1/vessel", "#/vessels/2/vessel"));

        Api.get("/api/v1/schedules/vessels?schedule=" + id).body("items.size()", equalTo(0));
        Api.post("/api/v1/schedules/999999/vessels", "{\"vessels\":[{\"vessel\":\"L2\"}]}")
                .statusCode(404);
        Api.put("/api/v1/vessels/GHOST/schedules/" + id, "{}").statusCode(404);
        Api.put("/api/v1/vessels/L3/schedules/" + id, "{}").statusCode(409);
    }

    @Test
    void shouldRefuseASecondScheduleWhenALinkIsExclusive() {
        Api.vessel("L4");
        long one = Api.schedule("One", START, END);
        long two = Api.schedule("Two", "2027-06-02T00:00:00Z", "2027-06-05T00:00:00Z");
        long after = Api.schedule("After", END, "2027-06-06T00:00:00Z");
        Api.put("/api/v1/vessels/L4/schedules/" + one, "{\"exclusive\":true}").statusCode(200);

        Api.put("/api/v1/vessels/L4/schedules/" + two, "{}").statusCode(409);
        Api.put("/api/v1/vessels/L4/schedules/" + after, "{}").statusCode(200);
        Api.patch("/api/v1/schedules/" + after, "*", "{\"start\":\"2027-06-02T23:00:00Z\"}")
                .statusCode(409);
        Api.patch("/api/v1/schedules/" + one, "*", "{\"status\":\"cancelled\"}").statusCode(200);
        Api.put("/api/v1/vessels/L4/schedules/" + two, "{}").statusCode(200);
        Api.patch("/api/v1/schedules/" + one, "*", "{\"status\":\"planned\"}").statusCode(409);
    }

    @Test
    void shouldPromiseAVesselOnceWhenTwoAskAtTheSameMoment() {
        Api.vessel("L5");
        List<Long> schedules = List.of(Api.schedule("A", START, END), Api.schedule("B", START, END));

        List<Integer> answers = Api.together(
                2, i -> Api.put("/api/v1/vessels/L5/schedules/" + schedules.get(i), "{\"exclusive\":true}"));

        assertThat(answers).containsExactly(200, 409);
    }

    private static String links(String... vessels) {
        return Stream.of(vessels)
                .map("{\"vessel\":\"%s\"}"::formatted)
                .collect(Collectors.joining(",", "{\"vessels\":[", "]}"));
    }
}
