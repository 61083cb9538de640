package io.fairlead.fleet.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.fairlead.core.event.Topics;
import io.fairlead.fleet.Api;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.fairlead.testkit.TopicReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

@FairleadTest
class ScheduleTest {

    private static final String CREW_CHANGE =
            """
            {"name":"Crew, change; \\"May\\"","kind":"crew-change","start":"2027-05-01T06:00:00Z","end":"2027-05-03T06:00:00Z",
             "activities":[{"start":"2027-05-01T08:00:00Z","end":"2027-05-01T10:00:00Z","place":"Bergen","note":"Embark"}]}""";

    @Test
    void shouldRegisterChangeTellAndDeleteASchedule() {
        long id = id(CREW_CHANGE);
        String path = "/api/v1/schedules/" + id;

        Api.patch(path, "\"1\"", "{\"status\":\"active\",\"end\":\"2027-05-04T06:00:00Z\"}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("active"), "activities[0].place", equalTo("Bergen"));
        Api.patch(path, "\"1\"", "{}").statusCode(412);
        Api.delete(path, "\"2\"").statusCode(204);

        Api.get(path).statusCode(404);
        Api.get(path + "/history").body("items.action", contains("deleted", "changed", "registered"));
        try (TopicReader topic = TopicReader.open(Topics.FLEET_SCHEDULES)) {
            var events = topic.awaitAll(record -> record.key().equals("" + id), 3, Duration.ofSeconds(20));
            assertThat(events.get(2).value()).isNull();
        }
    }

    @Test
    void shouldNameTheFieldWhenTheInputIsBad() {
        Api.post(
                        "/api/v1/schedules",
                        """
                        {"name":"","kind":"voyage","start":"2027-05-03T06:00:00Z","end":"2027-05-01T06:00:00Z",
                         "activities":[{"start":"2027-05-03T07:00:00Z","end":"2027-05-03T06:30:00Z"}]}""")
                .statusCode(400)
                .body("errors.pointer", hasItems("#/name", "#/end", "#/activities/0/end"));
        Api.post("/api/v1/schedules", "{\"name\":\"A\",\"kind\":\"party\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/kind"));
        Api.get("/api/v1/schedules?from=yesterday").statusCode(400).body("errors[0].parameter", equalTo("from"));
        long id = id(CREW_CHANGE);
        Api.patch("/api/v1/schedules/" + id, "*", "{\"end\":\"2027-05-01T06:00:00Z\"}")
                .statusCode(400)
                .body("errors.pointer", hasItems("#/end"));
    }

    @Test
    void shouldListByTimeSpanAndKind() {
        long early = Api.schedule("Early", "2031-01-01T00:00:00Z", "2031-01-02T00:00:00Z");
        long late = Api.schedule("Late", "2031-02-01T00:00:00Z", "2031-02-02T00:00:00Z");
        String path = "/api/v1/schedules?from=2031-01-01T00:00:00Z";

        Api.get(path + "&to=2031-03-01T00:00:00Z").body("items.id", contains((int) early, (int) late));
        Api.get(path + "&to=2031-01-15T00:00:00Z").body("items.id", contains((int) early));
        Api.get("/api/v1/schedules?from=2031-01-02T00:00:00Z&to=2031-03-01T00:00:00Z")
                .body("items.id", contains((int) late));
        Api.get(path + "&kind=production").body("items.size()", equalTo(0));
        String next = Api.get(path + "&limit=1").extract().path("next");
        Api.get(path + "&limit=1&cursor=" + next).body("items.id", contains((int) late));
    }

    @Test
    void shouldShowAScopedViewerTheSchedulesOfItsVessels() {
        Api.vessel("SV1");
        Api.vessel("SV2");
        long seen = Api.schedule("Seen", "2032-01-01T00:00:00Z", "2032-01-02T00:00:00Z");
        long unseen = Api.schedule("Unseen", "2032-01-01T00:00:00Z", "2032-01-02T00:00:00Z");
        Api.post("/api/v1/schedules/" + seen + "/vessels", "{\"vessels\":[{\"vessel\":\"SV1\"},{\"vessel\":\"SV2\"}]}")
                .statusCode(200);
        String token = Tokens.viewerOf("SV1");

        Api.as(token).get("/api/v1/schedules/" + seen).then().statusCode(200);
        Api.as(token).get("/api/v1/schedules/" + unseen).then().statusCode(404);
        Api.as(token).get("/api/v1/schedules").then().body("items.id", not(hasItems((int) unseen)));
        Api.as(token)
                .get("/api/v1/schedules/" + seen + "/history")
                .then()
                .body("items[0].state.vessels.vessel", contains("SV1"));
    }

    @Test
    void shouldWriteACalendarThatAnIndependentParserReads() throws IOException, ParserException {
        long id = id(CREW_CHANGE);

        String file = Api.get("/api/v1/schedules/" + id + "/calendar.ics")
                .statusCode(200)
                .contentType("text/calendar")
                .extract()
                .asString();

        Calendar calendar = new CalendarBuilder().build(new StringReader(file));
        assertThat(calendar.validate().hasErrors()).isFalse();
        var events = calendar.<VEvent>getComponents("VEVENT");
        assertThat(events).hasSize(2);
        assertThat(events.get(0).getSummary().getValue()).isEqualTo("Crew, change; \"May\"");
        assertThat(events.get(0).getDateTimeStart().getValue()).isEqualTo("20270501T060000Z");
        assertThat(events.get(1).getLocation().getValue()).isEqualTo("Bergen");
    }

    private static long id(String body) {
        return Api.post("/api/v1/schedules", body)
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }
}
