package io.fairlead.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.local.Api;
import io.fairlead.local.Identity;
import io.fairlead.local.LaunchException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a small data science would publish: how much the fuel of yesterday differs from the day before's, and today's by it. */
final class Findings {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration DAY = Duration.ofDays(1);
    private static final int HOURS = 24;

    private final Api api;

    Findings(Api api) {
        this.api = api;
    }

    /** Publishes them; the same ones once more change nothing. */
    void publish(List<Ship> ships, Instant now) {
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        ArrayNode results = JSON.createArrayNode();
        for (Ship ship : ships) {
            results.add(anomaly(ship, today));
        }
        results.add(forecast(ships.get(0), today));
        results.add(forecast(ships.get(1), today));
        Api.Answer answer = api.post(Identity.WORKER, "/api/v1/analytics/results", results.toString());
        if (answer.status() / 100 != 2) {
            throw new LaunchException("the demo's results are refused: %d %s"
                    .formatted(answer.status(), answer.response().body()));
        }
    }

    /** How unlike the two days' hours are, from 0 to 1 (Bray-Curtis dissimilarity). */
    private static ObjectNode anomaly(Ship ship, Instant today) {
        Instant yesterday = today.minus(DAY);
        double difference = hours(yesterday)
                .mapToDouble(hour -> Math.abs(fuel(ship, hour) - fuel(ship, hour.minus(DAY))))
                .sum();
        double both = hours(yesterday)
                .mapToDouble(hour -> fuel(ship, hour) + fuel(ship, hour.minus(DAY)))
                .sum();
        ObjectNode result = result("fuel.anomaly-score", ship, yesterday, "number", "1", "day-over-day");
        return result.put("value", Math.round(1000 * difference / both) / 1000.0);
    }

    /** Today as yesterday. */
    private static ObjectNode forecast(Ship ship, Instant today) {
        ObjectNode result = result("fuel.forecast", ship, today, "series", "kg/h", "seasonal-naive");
        ArrayNode values = result.putArray("value");
        hours(today).forEach(hour -> values.addObject()
                .put("time", hour.toString())
                .put("value", Math.round(10 * fuel(ship, hour.minus(DAY))) / 10.0));
        return result;
    }

    private static ObjectNode result(String name, Ship ship, Instant start, String type, String unit, String model) {
        ObjectNode result = JSON.createObjectNode();
        result.put("name", name).put("vessel", ship.code()).put("type", type).put("unit", unit);
        result.put("start", start.toString()).put("end", start.plus(DAY).toString());
        result.putObject("model").put("name", model).put("version", "1.0.0");
        result.putObject("run").put("id", start.toString());
        return result;
    }

    private static double fuel(Ship ship, Instant time) {
        return State.of(ship, time).fuel();
    }

    private static Stream<Instant> hours(Instant day) {
        return IntStream.range(0, HOURS).mapToObj(hour -> day.plus(Duration.ofHours(hour)));
    }
}
