package io.fairlead.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.local.Api;
import io.fairlead.local.Identity;
import io.fairlead.local.LaunchException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Schedules around now, with the vessels that sail them; none when there is any already. */
final class Plans {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/api/v1/schedules";

    private static final List<Plan> PLANS = List.of(
            new Plan("Shuttle to Mongstad", "voyage", "active", -40, 60, "Mongstad", Map.of("MV102", "shuttle")),
            new Plan(
                    "Offloading from Demo Unit Four",
                    "production",
                    "active",
                    -6,
                    30,
                    null,
                    Map.of("MV104", "unit", "MV102", "shuttle")),
            new Plan("Supply run to the field", "voyage", "planned", 12, 44, "Tananger", Map.of("MV101", "supply")),
            new Plan("Cable route survey", "voyage", "active", -30, 200, "Celtic Sea", Map.of("MV105", "survey")),
            new Plan("Dry dock", "maintenance", "planned", 480, 980, "Bergen", Map.of("MV103", "docked")),
            new Plan("Crew change", "crew-change", "planned", 96, 108, null, Map.of("MV106", "host")));

    private final Api api;

    /** From and to are hours from now. */
    private record Plan(
            String name, String kind, String status, int from, int to, String place, Map<String, String> vessels) {}

    Plans(Api api) {
        this.api = api;
    }

    /** How many schedules are new. */
    int add(Instant now) {
        if (!api.get(Identity.VIEWER, PATH + "?limit=1").body().path("items").isEmpty()) {
            return 0;
        }
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        PLANS.forEach(plan -> add(plan, hour));
        return PLANS.size();
    }

    private void add(Plan plan, Instant hour) {
        Api.Answer answer = api.post(Identity.OPERATOR, PATH, json(plan, hour).toString());
        require(answer, 201);
        ObjectNode links = JSON.createObjectNode();
        ArrayNode vessels = links.putArray("vessels");
        plan.vessels()
                .forEach((vessel, role) ->
                        vessels.addObject().put("vessel", vessel).put("role", role));
        String path = PATH + "/" + answer.body().path("id").asText() + "/vessels";
        require(api.post(Identity.OPERATOR, path, links.toString()), 200);
    }

    private static ObjectNode json(Plan plan, Instant hour) {
        String start = hour.plus(plan.from(), ChronoUnit.HOURS).toString();
        String end = hour.plus(plan.to(), ChronoUnit.HOURS).toString();
        ObjectNode schedule = JSON.createObjectNode();
        schedule.put("name", plan.name()).put("kind", plan.kind()).put("status", plan.status());
        schedule.put("start", start).put("end", end);
        if (plan.place() != null) {
            schedule.putArray("activities")
                    .addObject()
                    .put("start", start)
                    .put("end", end)
                    .put("place", plan.place());
        }
        return schedule;
    }

    private static void require(Api.Answer answer, int status) {
        if (answer.status() != status) {
            throw new LaunchException("the demo's schedules are refused: %d %s"
                    .formatted(answer.status(), answer.response().body()));
        }
    }
}
