package io.fairlead.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.local.Api;
import io.fairlead.local.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells where the vessels that are under way are; not more often than is needed, for each telling is an event. */
final class Positions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration EVERY = Duration.ofMinutes(2);
    private static final double WORTH_TELLING_NAUTICAL_MILES = 0.05;
    private static final double TO_TEN_METRES = 1e4;

    private final Api api;
    private final Map<String, Place> told = new HashMap<>();
    private Instant next = Instant.EPOCH;

    Positions(Api api) {
        this.api = api;
    }

    void tell(List<Ship> ships, Instant now) {
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(EVERY);
        ships.stream().filter(Ship::moves).forEach(ship -> tell(ship, now));
    }

    private void tell(Ship ship, Instant now) {
        Place place = ship.route().at(now).place();
        Place before = told.get(ship.code());
        if (before == null || before.distance(place) > WORTH_TELLING_NAUTICAL_MILES) {
            String body =
                    JSON.createObjectNode().set("position", json(place, now)).toString();
            api.patch(Identity.OPERATOR, "/api/v1/vessels/" + ship.code(), body);
            told.put(ship.code(), place);
        }
    }

    static JsonNode json(Place place, Instant time) {
        ObjectNode position = JSON.createObjectNode();
        position.put("latitude", Math.round(place.latitude() * TO_TEN_METRES) / TO_TEN_METRES);
        position.put("longitude", Math.round(place.longitude() * TO_TEN_METRES) / TO_TEN_METRES);
        position.put("time", Instant.ofEpochSecond(time.getEpochSecond()).toString());
        return position;
    }
}
