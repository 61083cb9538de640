package io.fairlead.job.carbon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The IMO's tables, written down a second time. */
class CarbonTablesTest {

    // MEPC.354(78), guidelines G4, table 1: exp(d1) to exp(d4), at each size where a row begins or ends.
    @ParameterizedTest
    @CsvSource({
        "BULK_CARRIER,                     82000, 0.86, 0.94, 1.06, 1.18",
        "GAS_CARRIER,                      65000, 0.81, 0.91, 1.12, 1.44",
        "GAS_CARRIER,                      64999, 0.85, 0.95, 1.06, 1.25",
        "TANKER,                           50000, 0.82, 0.93, 1.08, 1.28",
        "CONTAINER_SHIP,                  100000, 0.83, 0.94, 1.07, 1.19",
        "GENERAL_CARGO_SHIP,               20000, 0.83, 0.94, 1.06, 1.19",
        "REFRIGERATED_CARGO_CARRIER,       10000, 0.78, 0.91, 1.07, 1.20",
        "COMBINATION_CARRIER,             100000, 0.87, 0.96, 1.06, 1.14",
        "LNG_CARRIER,                     100000, 0.89, 0.98, 1.06, 1.13",
        "LNG_CARRIER,                      99999, 0.78, 0.92, 1.10, 1.37",
        "RO_RO_VEHICLE_CARRIER,            57700, 0.86, 0.94, 1.06, 1.16",
        "RO_RO_CARGO_SHIP,                 20000, 0.76, 0.89, 1.08, 1.27",
        "RO_RO_PASSENGER_SHIP,             20000, 0.76, 0.92, 1.14, 1.30",
        "RO_RO_PASSENGER_HIGH_SPEED_CRAFT,  6000, 0.76, 0.92, 1.14, 1.30",
        "CRUISE_PASSENGER_SHIP,           100000, 0.87, 0.95, 1.06, 1.16",
    })
    void shouldRateByTheVectorsOfEachType(
            ShipType type, double capacity, double superior, double lower, double upper, double inferior) {
        assertThat(RatingBoundaries.of(type, capacity))
                .isEqualTo(new RatingBoundaries(superior, lower, upper, inferior));
    }

    @ParameterizedTest
    @CsvSource({
        "DIESEL_GAS_OIL, diesel-gas-oil, 3.206",
        "LIGHT_FUEL_OIL, light-fuel-oil, 3.151",
        "HEAVY_FUEL_OIL, heavy-fuel-oil, 3.114",
        "LPG_PROPANE, lpg-propane, 3.000",
        "LPG_BUTANE, lpg-butane, 3.030",
        "ETHANE, ethane, 2.927",
        "LNG, lng, 2.750",
        "METHANOL, methanol, 1.375",
        "ETHANOL, ethanol, 1.913",
    })
    void shouldTakeTheConversionFactorOfEachFuel(Fuel fuel, String name, double tonnesCo2PerTonne) {
        // MEPC.364(79), paragraph 2.2.1: C_F.
        assertThat(fuel.tonnesCo2PerTonne()).isEqualTo(tonnesCo2PerTonne);
        assertThat(fuel).hasToString(name);
    }

    @Test
    void shouldKnowAllFuelsOfTheTable() {
        assertThat(Fuel.values()).hasSize(9);
        assertThat(Arrays.stream(ShipType.values()).map(ShipType::toString))
                .hasSize(13)
                .contains("ro-ro-passenger-high-speed-craft", "lng-carrier");
    }

    // MEPC.338(76), guidelines G3, table 1, and for 2027 to 2030 MEPC.400(83).
    @ParameterizedTest
    @CsvSource({
        "2023, 5",
        "2024, 7",
        "2025, 9",
        "2026, 11",
        "2027, 13.625",
        "2028, 16.25",
        "2029, 18.875",
        "2030, 21.5",
    })
    void shouldReduceByThePercentOfEachYear(int year, double percent) {
        assertThat(ReductionFactor.percent(year)).hasValue(percent);
    }

    @ParameterizedTest
    @CsvSource({"2022", "2031"})
    void shouldKnowNoReductionOfOtherYears(int year) {
        assertThat(ReductionFactor.percent(year)).isEmpty();
    }
}
