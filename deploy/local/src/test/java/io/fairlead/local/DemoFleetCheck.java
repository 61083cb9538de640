package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.local.demo.DemoFleet;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.StreamSupport;

/** Lets the demo fleet live on a running stack, and looks at what can be seen of it. */
final class DemoFleetCheck {

    private static final int WINDOWS_OF_A_DAY = 96;

    private final Stack stack;
    private final Api api;

    DemoFleetCheck(Stack stack) {
        this.stack = stack;
        this.api = new Api(stack.url());
    }

    void run() {
        try (DemoFleet demo = new DemoFleet(stack.url(), new Progress(System.out))) {
            demo.register();
            demo.start();
            firstJobs();
            timeBefore();
            surroundings();
            awaitReadingsAfter(Instant.now());
            stack.kill(Service.TELEMETRY);
            awaitReadingsAfter(Instant.now());
            tour();
        }
        startsAgain();
    }

    /** They come last, so all that was before has been told. */
    private void firstJobs() {
        api.getUntil(
                Identity.OPERATOR,
                "/api/v1/jobs?project=north-sea&status=successful",
                answer -> answer.body().path("jobs").size() == 2);
        JsonNode forecasts = api.getUntil(
                        Identity.VIEWER,
                        "/api/v1/analytics/results/latest?vessel=MV104",
                        answer -> answer.body()
                                        .path("items")
                                        .findValuesAsText("name")
                                        .size()
                                > 1)
                .body();
        assertTrue(forecasts.toString().contains("power"), forecasts::toPrettyString);
    }

    private void timeBefore() {
        Instant end = Instant.now().truncatedTo(ChronoUnit.DAYS);
        for (String vessel : new String[] {"MV101", "MV102", "MV104", "MV105", "MV106"}) {
            assertEquals(WINDOWS_OF_A_DAY, windows(vessel, end.minus(1, ChronoUnit.DAYS), end), vessel);
        }
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        long tug = windows("MV103", hour.minus(30, ChronoUnit.HOURS), hour);
        assertTrue(tug == 30 * 4 - 4, () -> "windows of the tug: " + tug);
    }

    private long windows(String vessel, Instant start, Instant end) {
        JsonNode windows = api.get(
                        Identity.VIEWER, "/api/v1/power/%s?start=%s&end=%s&limit=1000".formatted(vessel, start, end))
                .body()
                .path("windows");
        return StreamSupport.stream(windows.spliterator(), false)
                .filter(window -> window.path("kWh").asDouble() > 0)
                .count();
    }

    private void surroundings() {
        JsonNode unit = api.get(Identity.VIEWER, "/api/v1/vessels/MV104").body();
        assertEquals(61.2, unit.path("position").path("latitude").asDouble(), unit::toPrettyString);
        assertEquals(6, size("/api/v1/schedules", "items"));
        assertTrue(size("/api/v1/vessels/MV102/equipment", "items") >= 6);
        assertEquals(
                2,
                api.get(Identity.VIEWER, "/api/v1/licences/mooring-solver")
                        .body()
                        .path("seats")
                        .asInt());
    }

    private int size(String path, String list) {
        return api.get(Identity.VIEWER, path).body().path(list).size();
    }

    private void awaitReadingsAfter(Instant time) {
        for (String vessel : new String[] {"MV101", "MV106"}) {
            api.getUntil(Identity.VIEWER, "/api/v1/sensors/" + vessel + "/latest", answer -> newest(answer.body())
                    .isAfter(time));
        }
    }

    private static Instant newest(JsonNode latest) {
        return StreamSupport.stream(latest.path("items").spliterator(), false)
                .map(item -> Instant.parse(item.path("reading").path("time").asText()))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** As {@code deploy/tour} does: what the fleet reports meanwhile does not disturb it. */
    private void tour() {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(100, ChronoUnit.DAYS);
        new Tour(stack.url(), stack.kafka(), hour, System.out::println, service -> {}).run();
    }

    /** Goes on where it was, and sets nothing up twice. */
    private void startsAgain() {
        Instant begin = Instant.now();
        try (DemoFleet demo = new DemoFleet(stack.url(), new Progress(System.out))) {
            demo.register();
            demo.start();
            awaitReadingsAfter(begin.plus(Duration.ofSeconds(1)));
            assertEquals(6, size("/api/v1/schedules", "items"));
            assertEquals(
                    2,
                    api.get(Identity.OPERATOR, "/api/v1/jobs?project=north-sea")
                            .body()
                            .path("jobs")
                            .size());
        }
    }
}
