package io.fairlead.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateTest {

    private static final Instant BEGIN = Instant.parse("2026-11-19T00:00:00Z");

    static List<Ship> ships() {
        return Fleet.SHIPS;
    }

    /** Three days, every 10 minutes: each leg of each route is in it. */
    private static Stream<State> states(Ship ship) {
        return Stream.iterate(BEGIN, time -> time.plus(Duration.ofMinutes(10)))
                .limit(3 * 144)
                .map(time -> State.of(ship, time));
    }

    @ParameterizedTest
    @MethodSource("ships")
    void shouldKeepEveryChannelWithinItsRange(Ship ship) {
        List<Channel> channels = Channels.of(ship);

        states(ship)
                .forEach(state -> channels.forEach(channel -> {
                    double value = channel.value().applyAsDouble(state);
                    assertTrue(value >= channel.low() && value <= channel.high(), () -> channel + ": " + value);
                }));
    }

    @ParameterizedTest
    @MethodSource("ships")
    void shouldHaveSoManyChannelsWithNamesOfTheirOwn(Ship ship) {
        List<String> ids = Channels.of(ship).stream().map(Channel::localId).toList();

        assertTrue(ids.size() >= 8 && ids.size() <= 12, ids::toString);
        assertEquals(ids.size(), ids.stream().distinct().count());
    }

    @ParameterizedTest
    @MethodSource("ships")
    void shouldReportEachChannelFromOnePieceOfEquipment(Ship ship) {
        List<Equipment> equipment = Equipment.of(ship);

        assertTrue(equipment.size() >= 6 && equipment.size() <= 10, equipment::toString);
        assertEquals(
                Channels.of(ship).stream().map(Channel::localId).sorted().toList(),
                equipment.stream()
                        .flatMap(item -> item.channels().stream())
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("ships")
    void shouldBeTheSameHoweverOftenItIsAsked(Ship ship) {
        Instant time = BEGIN.plusSeconds(12_340);

        assertEquals(State.of(ship, time), State.of(ship, time));
    }

    @ParameterizedTest
    @MethodSource("ships")
    void shouldMoveNoFasterThanItSails(Ship ship) {
        List<State> states = states(ship).toList();

        for (int i = 1; i < states.size(); i++) {
            double miles =
                    states.get(i - 1).fix().place().distance(states.get(i).fix().place());
            assertTrue(miles <= 14.0 / 6, () -> ship.code() + " went " + miles + " nautical miles in 10 minutes");
        }
    }

    @ParameterizedTest
    @MethodSource("ships")
    void shouldBurnWhatItsPowerTakes(Ship ship) {
        states(ship).forEach(state -> {
            double kW = state.kW().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            double gramsPerKWh = state.fuel() * 1000 / kW;
            assertTrue(gramsPerKWh > 175 && gramsPerKWh < 330, () -> ship.code() + ": " + gramsPerKWh + " g/kWh");
        });
    }

    @Test
    void shouldTakeMorePowerWithSpeedAndWind() {
        Plant plant = Fleet.SHIPS.get(1).plant();

        assertEquals(8 * plant.propulsion(6, 1, 0), plant.propulsion(12, 1, 0), 1e-6);
        assertTrue(plant.propulsion(12, 1, 15) > plant.propulsion(12, 1, 5));
        assertTrue(plant.propulsion(12, 0.6, 5) < plant.propulsion(12, 1, 5));
    }

    @Test
    void shouldDifferByVesselAndByHour() {
        List<Double> powers =
                Fleet.SHIPS.stream().map(ship -> State.of(ship, BEGIN).fuel()).toList();

        assertEquals(powers.size(), powers.stream().distinct().count());
        assertTrue(states(Fleet.SHIPS.get(0)).map(State::fuel).distinct().count() > 400);
    }
}
