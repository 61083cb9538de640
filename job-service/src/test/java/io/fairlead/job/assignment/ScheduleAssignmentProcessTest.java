package io.fairlead.job.assignment;

import static io.fairlead.job.JobCalls.dismiss;
import static io.fairlead.job.JobCalls.results;
import static io.fairlead.job.JobCalls.submit;
import static io.fairlead.job.JobCalls.submitted;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.job.JobEvents;
import io.fairlead.job.OutputSchemas;
import io.fairlead.testkit.FairleadTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@FairleadTest
class ScheduleAssignmentProcessTest {

    @Test
    void shouldProposeWhoSailsWhat() {
        String id = submitted(
                """
                {"process":"schedule-assignment","inputs":{
                 "vessels":[{"code":"MV102","capabilities":["crane"],"costPerHour":900},{"code":"MV103","costPerHour":100}],
                 "schedules":[{"id":"17","start":"2027-01-10T06:00:00Z","end":"2027-01-10T16:00:00Z","capabilities":["crane"]},
                  {"id":"18","start":"2027-01-10T06:00:00Z","end":"2027-01-10T16:00:00Z","vessels":2}],
                 "timeLimitSeconds":20}}""");
        try (JobEvents events = new JobEvents()) {
            events.await(id, "job.successful");
        }

        results(id)
                .statusCode(200)
                .body("assignments.schedule", contains("17", "18"), "assignments.vessel", contains("MV102", "MV103"))
                .body("unfilled.missing", contains(1), "optimal", equalTo(true), "cost", equalTo(10_000f));
        OutputSchemas.assertFit("schedule-assignment", id);
    }

    @Test
    void shouldStopWhenItIsDismissed() {
        String id = submitted(endless());
        try (JobEvents events = new JobEvents()) {
            events.await(id, "job.running");
            dismiss(id).statusCode(200);
            events.await(id, "job.dismissed");
        }
    }

    @Test
    void shouldRefuseWhatDoesNotFitTogether() {
        submit(
                        """
               {"process":"schedule-assignment","inputs":{
                "vessels":[{"code":"A","costPerHour":1},{"code":"A","costPerHour":2}],
                "schedules":[{"id":"1","start":"2027-01-10T06:00:00Z","end":"2027-01-10T06:00:00Z"}],
                "costs":[{"vessel":"B","schedule":"2","cost":1}]}}""")
                .statusCode(400)
                .body(
                        "errors.pointer",
                        contains(
                                "#/inputs/vessels/1/code",
                                "#/inputs/schedules/0/end",
                                "#/inputs/costs/0/vessel",
                                "#/inputs/costs/0/schedule"));
    }

    /** Sixty schedules of a day that conflict with their neighbours: what groups of them cost apart cannot be had together. */
    private static String endless() {
        String schedules = IntStream.range(0, 60)
                .mapToObj(i ->
                        "{\"id\":\"%d\",\"start\":\"2027-01-%02dT%02d:00:00Z\",\"end\":\"2027-01-%02dT%02d:00:00Z\"}"
                                .formatted(i, 1 + i / 4, i % 4 * 5, 2 + i / 4, i % 4 * 4))
                .collect(Collectors.joining(","));
        String vessels = IntStream.range(0, 3)
                .mapToObj(i -> "{\"code\":\"V%d\",\"costPerHour\":%d}".formatted(i, 100 + 7 * i * i))
                .collect(Collectors.joining(","));
        return """
               {"process":"schedule-assignment","inputs":{"vessels":[%s],"schedules":[%s],
                "moves":1000000000,"timeLimitSeconds":86400}}"""
                .formatted(vessels, schedules);
    }
}
