package io.fairlead.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.local.Api;
import io.fairlead.local.Identity;
import io.fairlead.local.LaunchException;
import java.time.Instant;
import java.util.List;

/** Registers vessels and their equipment through the API like any other; those that are there stay as they are. */
final class Registration {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api api;

    Registration(Api api) {
        this.api = api;
    }

    /** How many vessels are new. */
    int vessels(List<Ship> ships, Instant now) {
        List<String> known = codes("/api/v1/vessels?limit=1000");
        return (int) ships.stream()
                .filter(ship -> !known.contains(ship.code()))
                .filter(ship -> added("/api/v1/vessels", vessel(ship, now)))
                .count();
    }

    void equipment(List<Ship> ships) {
        for (Ship ship : ships) {
            String path = "/api/v1/vessels/" + ship.code() + "/equipment";
            List<String> known = codes(path + "?limit=1000");
            for (Equipment item : Equipment.of(ship)) {
                String code = ship.code() + "-" + item.suffix();
                if (!known.contains(code)) {
                    added(path, equipment(code, item));
                }
            }
        }
    }

    private List<String> codes(String path) {
        return api.get(Identity.VIEWER, path).body().path("items").findValuesAsText("code");
    }

    /** False when there is one already, by a user's own hand. */
    private boolean added(String path, JsonNode body) {
        Api.Answer answer = api.post(Identity.OPERATOR, path, body.toString());
        return switch (answer.status()) {
            case 201 -> true;
            case 409 -> false;
            default -> throw new LaunchException("the demo fleet is refused: POST %s: %d %s"
                    .formatted(path, answer.status(), answer.response().body()));
        };
    }

    private static JsonNode vessel(Ship ship, Instant now) {
        ObjectNode vessel = JSON.createObjectNode();
        vessel.put("code", ship.code()).put("name", ship.name()).put("type", ship.type());
        vessel.put("imo", ship.imo())
                .put("flag", ship.flag())
                .put("timeZone", ship.zone().getId());
        vessel.put("deadweightTonnes", ship.deadweight()).put("grossTonnage", ship.tonnage());
        vessel.put("commissioned", ship.commissioned());
        vessel.set("position", Positions.json(ship.route().at(now).place(), now));
        return vessel;
    }

    private static JsonNode equipment(String code, Equipment item) {
        ObjectNode equipment = JSON.createObjectNode();
        equipment.put("code", code).put("name", item.name()).put("type", item.type());
        equipment.put("location", item.location());
        item.channels().forEach(equipment.putArray("channels")::add);
        return equipment;
    }
}
