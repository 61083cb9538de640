package io.fairlead.local.demo;

import static io.fairlead.local.demo.Activity.DISCHARGING;
import static io.fairlead.local.demo.Activity.IN_PORT;
import static io.fairlead.local.demo.Activity.LOADING;
import static io.fairlead.local.demo.Activity.OFFLOADING;
import static io.fairlead.local.demo.Activity.ON_STATION;
import static io.fairlead.local.demo.Activity.PRODUCING;
import static io.fairlead.local.demo.Activity.SAILING;
import static io.fairlead.local.demo.Activity.SURVEYING;
import static io.fairlead.local.demo.Activity.TOWING;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The vessels of the demo: a field in the North Sea with those who serve it, a survey off Ireland, and storage off Brazil. */
final class Fleet {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final Place FIELD = new Place(61.20, 2.30);
    private static final Place BESIDE_THE_FIELD = new Place(61.19, 2.32);
    private static final Place MONGSTAD = new Place(60.82, 5.03);
    private static final Place TANANGER = new Place(58.94, 5.57);
    private static final Place OPEN_SEA = new Place(59.30, 4.60);
    private static final Place FEDJE = new Place(60.75, 4.55);
    private static final Place CORK = new Place(51.80, -8.26);
    private static final Place OFF_CORK = new Place(51.55, -8.15);
    private static final Place SANTOS_BASIN = new Place(-25.40, -42.70);

    static final List<Ship> SHIPS = List.of(supply(), tanker(), tug(), fpso(), survey(), storage());

    private Fleet() {}

    private static Ship supply() {
        Plant plant = new Plant(
                List.of(), generators(4, 1900), 14, 3600, 340, 1500, Map.of(ON_STATION, 260.0, IN_PORT, 120.0));
        Route route = new Route(List.of(
                Leg.stay(IN_PORT, 10, TANANGER, 5.1, 6.2),
                Leg.go(SAILING, 9, TANANGER, OPEN_SEA, 6.2),
                Leg.go(SAILING, 12, OPEN_SEA, BESIDE_THE_FIELD, 6.2),
                Leg.stay(ON_STATION, 7, BESIDE_THE_FIELD, 6.2, 5.1),
                Leg.go(SAILING, 12.5, BESIDE_THE_FIELD, OPEN_SEA, 5.1),
                Leg.go(SAILING, 9, OPEN_SEA, TANANGER, 5.1)));
        return new Ship(
                "MV101",
                "Demo Supply One",
                "supply",
                "4000010",
                "NO",
                OSLO,
                4600,
                4900,
                "2014-03-01",
                6.5,
                plant,
                route);
    }

    private static Ship tanker() {
        Plant plant = new Plant(
                List.of(Machine.mainEngine(1, 15_500)),
                generators(3, 2200),
                14.5,
                11_800,
                850,
                1900,
                Map.of(LOADING, 500.0, DISCHARGING, 2300.0));
        Place approach = new Place(61.17, 2.42);
        Route route = new Route(List.of(
                Leg.stay(LOADING, 22, approach, 8.2, 14.6),
                Leg.go(SAILING, 12.5, approach, FEDJE, 14.6),
                Leg.go(SAILING, 7, FEDJE, MONGSTAD, 14.6),
                Leg.stay(DISCHARGING, 19, MONGSTAD, 14.6, 8.2),
                Leg.go(SAILING, 7, MONGSTAD, FEDJE, 8.2),
                Leg.go(SAILING, 13.5, FEDJE, approach, 8.2)));
        return new Ship(
                "MV102",
                "Demo Tanker Two",
                "tanker",
                "4000022",
                "NO",
                OSLO,
                105_000,
                61_000,
                "2011-09-15",
                15,
                plant,
                route);
    }

    private static Ship tug() {
        Plant plant = new Plant(
                List.of(Machine.mainEngine(1, 2500), Machine.mainEngine(2, 2500)),
                generators(2, 180),
                12.5,
                3300,
                62,
                0,
                Map.of(TOWING, 45.0));
        Route route = new Route(List.of(
                Leg.stay(IN_PORT, 7, MONGSTAD, 5.2, 5.2),
                Leg.go(SAILING, 10, MONGSTAD, FEDJE, 5.2),
                Leg.go(TOWING, 5.5, FEDJE, MONGSTAD, 5.3),
                Leg.stay(IN_PORT, 4, MONGSTAD, 5.3, 5.2)));
        return new Ship(
                "MV103", "Demo Tug Three", "tug", "4000034", "NO", OSLO, 350, 490, "2018-05-20", 5.4, plant, route);
    }

    private static Ship fpso() {
        List<Machine> turbines = IntStream.rangeClosed(1, 4)
                .mapToObj(number -> Machine.gasTurbine(number, 14_000))
                .toList();
        Plant plant = new Plant(List.of(), turbines, 10, 1, 4200, 0, Map.of(PRODUCING, 21_500.0, OFFLOADING, 25_500.0));
        Route route = new Route(
                List.of(Leg.stay(PRODUCING, 45, FIELD, 14.2, 18.6), Leg.stay(OFFLOADING, 22, FIELD, 18.6, 14.2)));
        return new Ship(
                "MV104",
                "Demo Unit Four",
                "fpso",
                "4000046",
                "NO",
                OSLO,
                140_000,
                98_000,
                "2009-05-01",
                19,
                plant,
                route);
    }

    private static Ship survey() {
        Plant plant =
                new Plant(List.of(), generators(3, 1400), 13, 2300, 290, 700, Map.of(SURVEYING, 410.0, IN_PORT, 60.0));
        List<Leg> legs = new ArrayList<>();
        Place first = new Place(50.60, -9.80);
        legs.add(Leg.stay(IN_PORT, 14, CORK, 5.6, 5.9));
        legs.add(Leg.go(SAILING, 8, CORK, OFF_CORK, 5.9));
        legs.add(Leg.go(SAILING, 11.5, OFF_CORK, first, 5.9));
        for (int line = 0; line < 10; line++) {
            Place west = new Place(50.60 - 0.04 * line, -9.80);
            Place east = new Place(50.60 - 0.04 * line, -9.20);
            Place next = line % 2 == 0 ? east : west;
            legs.add(Leg.go(SURVEYING, 4.4, line % 2 == 0 ? west : east, next, 5.8));
            legs.add(Leg.go(SURVEYING, 3.5, next, new Place(50.60 - 0.04 * (line + 1), next.longitude()), 5.8));
        }
        legs.add(Leg.go(SAILING, 11.5, new Place(50.20, -9.80), OFF_CORK, 5.7));
        legs.add(Leg.go(SAILING, 8, OFF_CORK, CORK, 5.7));
        return new Ship(
                "MV105",
                "Demo Survey Five",
                "survey",
                "4000058",
                "IE",
                ZoneId.of("Europe/Dublin"),
                1800,
                2900,
                "2016-07-01",
                6,
                plant,
                new Route(legs));
    }

    private static Ship storage() {
        Plant plant =
                new Plant(List.of(), generators(3, 3200), 10, 1, 1900, 0, Map.of(PRODUCING, 600.0, OFFLOADING, 3600.0));
        Route route = new Route(List.of(
                Leg.stay(PRODUCING, 62, SANTOS_BASIN, 10.5, 17.2), Leg.stay(OFFLOADING, 20, SANTOS_BASIN, 17.2, 10.5)));
        return new Ship(
                "MV106",
                "Demo Storage Six",
                "fso",
                "4000060",
                "BR",
                ZoneId.of("America/Sao_Paulo"),
                160_000,
                110_000,
                "2013-02-10",
                18,
                plant,
                route);
    }

    private static List<Machine> generators(int count, double ratedKW) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> Machine.generator(number, ratedKW))
                .toList();
    }
}
