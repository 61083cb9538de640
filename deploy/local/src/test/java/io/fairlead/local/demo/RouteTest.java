package io.fairlead.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RouteTest {

    static List<Ship> ships() {
        return Fleet.SHIPS;
    }

    @Test
    void shouldMeasureTheEarth() {
        Place equator = new Place(0, 0);

        assertEquals(60, equator.distance(new Place(1, 0)), 0.05);
        assertEquals(30, new Place(60, 0).distance(new Place(60, 1)), 0.05);
        assertEquals(90, equator.bearing(new Place(0, 1)), 1e-9);
        assertEquals(180, equator.bearing(new Place(-1, 0)), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("ships")
    void shouldBeginEachLegWhereTheLastEnds(Ship ship) {
        List<Leg> legs = ship.route().legs();

        for (int i = 0; i < legs.size(); i++) {
            Leg next = legs.get((i + 1) % legs.size());
            assertTrue(legs.get(i).to().distance(next.from()) < 0.01, legs.get(i) + " and " + next);
            assertTrue(Math.abs(legs.get(i).draughtAfter() - next.draught()) < 0.15, legs.get(i) + " and " + next);
        }
    }

    @Test
    void shouldRepeatItsLegs() {
        Place here = new Place(60, 4);
        Place there = new Place(60.5, 4);
        Route route = new Route(List.of(
                Leg.stay(Activity.IN_PORT, 1, here, 5, 6),
                Leg.go(Activity.SAILING, 10, here, there, 6),
                Leg.go(Activity.SAILING, 10, there, here, 6)));
        Instant begin = Instant.parse("2026-01-01T00:00:00Z");

        assertEquals(5.5, route.at(begin.plus(Duration.ofMinutes(30))).draught(), 1e-9);
        assertEquals(
                60.25, route.at(begin.plus(Duration.ofMinutes(150))).place().latitude(), 0.01);
        assertEquals(
                route.at(begin.plus(Duration.ofHours(2))).leg(),
                route.at(begin.plus(Duration.ofHours(9))).leg());
    }

    @Test
    void shouldKeepTheUnitInItsPlace() {
        List<String> staying = Fleet.SHIPS.stream()
                .filter(ship -> !ship.moves())
                .map(Ship::code)
                .toList();

        assertEquals(List.of("MV104", "MV106"), staying);
    }
}
