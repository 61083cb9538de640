package io.fairlead.job.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarbonIntensityTest {

    private static final Ship BULKER = new Ship(ShipType.BULK_CARRIER, 82_000.0, 43_000.0);

    @Test
    void shouldRateAYearWorkedByHand() {
        // CO2 = 6000 t x 3.114 + 200 t x 3.206 = 19,325.2 t; AER = 19,325.2e6 / (82,000 x 60,000) = 3.92789.
        // Required in 2026: 4745 x 82,000^-0.622 x 0.89 = 4.16720 x 0.89 = 3.70881. Ratio 1.05907: C, which ends at
        // 1.06.
        CarbonIntensity year = CarbonIntensity.of(BULKER, 2026, List.of(wholeYear(2026, 60_000, 6000, 200)));

        assertThat(year.toDate().co2Tonnes()).isCloseTo(19_325.2, within(1e-6));
        assertThat(year.toDate().attainedGrams()).isCloseTo(3.92789, within(1e-5));
        assertThat(year.requirement().referenceGrams()).isCloseTo(4.16720, within(1e-5));
        assertThat(year.requirement().requiredGrams()).isCloseTo(3.70881, within(1e-5));
        assertThat(year.requirement().indicator()).isEqualTo("AER");
        assertThat(year.toDate().rating()).isEqualTo(Rating.C);
    }

    @Test
    void shouldAskMoreOfTheSameShipEachYear() {
        // The ratio to the year's required CII is 0.9922 in 2023 and 1.2007 in 2030: from C to E.
        List<Rating> ratings = new ArrayList<>();
        for (int year = 2023; year <= 2030; year++) {
            ratings.add(CarbonIntensity.of(BULKER, year, List.of(wholeYear(year, 60_000, 6000, 200)))
                    .toDate()
                    .rating());
        }

        assertThat(ratings)
                .containsExactly(Rating.C, Rating.C, Rating.C, Rating.C, Rating.D, Rating.D, Rating.D, Rating.E);
    }

    @ParameterizedTest
    @CsvSource({
        "BULK_CARRIER,               300000, 1.945675",
        "BULK_CARRIER,               279000, 1.945675",
        "GAS_CARRIER,                 80000, 10.09750",
        "GAS_CARRIER,                 50000, 8.054853",
        "TANKER,                      50000, 7.137389",
        "CONTAINER_SHIP,             100000, 7.121011",
        "GENERAL_CARGO_SHIP,          20000, 12.53222",
        "GENERAL_CARGO_SHIP,          10000, 16.42016",
        "REFRIGERATED_CARGO_CARRIER,  10000, 27.21184",
        "COMBINATION_CARRIER,        100000, 3.973609",
        "LNG_CARRIER,                174000, 9.827",
        "LNG_CARRIER,                 80000, 11.34433",
        "LNG_CARRIER,                 30000, 20.17101",
        "RO_RO_VEHICLE_CARRIER,       75000, 5.629293",
        "RO_RO_VEHICLE_CARRIER,       57700, 5.629293",
        "RO_RO_VEHICLE_CARRIER,       20000, 12.69039",
        "RO_RO_CARGO_SHIP,            20000, 16.13633",
        "RO_RO_PASSENGER_SHIP,        20000, 21.25798",
        "RO_RO_PASSENGER_HIGH_SPEED_CRAFT, 6000, 76.71599",
        "CRUISE_PASSENGER_SHIP,      100000, 11.31053",
    })
    void shouldFollowTheReferenceLineOfEachType(ShipType type, double capacity, double grams) {
        assertThat(ReferenceLine.of(type, capacity).gramsPerCapacityMile()).isCloseTo(grams, within(grams * 1e-5));
    }

    @Test
    void shouldGoOnAsReported() {
        List<VoyageReport> half = List.of(report("2026-01-01", "2026-07-02", 30_000, 3000, 100));

        YearEnd end = CarbonIntensity.of(BULKER, 2026, half).yearEnd();

        assertThat(end.missingDays()).isEqualTo(365 - 182);
        assertThat(end.expected().co2Tonnes()).isCloseTo((3000 * 3.114 + 100 * 3.206) * 365 / 182, within(1e-6));
        assertThat(end.expected().attainedGrams()).isCloseTo(3.92789, within(1e-5));
        assertThat(end.lowGrams()).isNull();
        assertThat(end.ratingShares()).isNull();
    }

    @Test
    void shouldHoldTheExpectedYearInItsIntervalWhenReportsDiffer() {
        YearEnd end = CarbonIntensity.of(BULKER, 2026, months(8)).yearEnd();

        assertThat(end.expected().attainedGrams()).isBetween(end.lowGrams(), end.highGrams());
        assertThat(end.highGrams() - end.lowGrams()).isBetween(0.05, 0.6);
        assertThat(end.ratingShares().values().stream()
                        .mapToDouble(share -> share)
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void shouldBeSurerTheMoreOfTheYearIsReported() {
        YearEnd early = CarbonIntensity.of(BULKER, 2026, months(5)).yearEnd();
        YearEnd late = CarbonIntensity.of(BULKER, 2026, months(11)).yearEnd();
        YearEnd done = CarbonIntensity.of(BULKER, 2026, months(12)).yearEnd();

        assertThat(late.highGrams() - late.lowGrams()).isLessThan(early.highGrams() - early.lowGrams());
        assertThat(done.missingDays()).isZero();
        assertThat(done.highGrams()).isCloseTo(done.lowGrams(), within(1e-12));
        assertThat(done.highGrams()).isCloseTo(done.expected().attainedGrams(), within(1e-12));
    }

    @Test
    void shouldHoldTheTrueYearInMostIntervals() {
        // 200 ships whose months differ by chance; the interval after 6 months is to hold 90 % of the years.
        SplittableRandom random = new SplittableRandom(7);
        int held = 0;
        for (int ship = 0; ship < 200; ship++) {
            List<VoyageReport> year = new ArrayList<>();
            for (int month = 1; month <= 12; month++) {
                year.add(month(month, 5000 + 1500 * random.nextDouble(), 450 + 200 * random.nextDouble()));
            }
            double truth = CarbonIntensity.of(BULKER, 2026, year).toDate().attainedGrams();
            YearEnd end = CarbonIntensity.of(BULKER, 2026, year.subList(0, 6)).yearEnd();
            held += truth >= end.lowGrams() && truth <= end.highGrams() ? 1 : 0;
        }

        assertThat(held).as("of 200").isBetween(164, 194);
    }

    private static List<VoyageReport> months(int count) {
        List<VoyageReport> months = new ArrayList<>();
        for (int month = 1; month <= count; month++) {
            months.add(month(month, 5000 + 137 * (month * 7 % 11), 500 + 23 * (month * 5 % 7)));
        }
        return months;
    }

    private static VoyageReport month(int month, double distance, double tonnes) {
        LocalDate start = LocalDate.of(2026, month, 1);
        return report(start.toString(), start.plusMonths(1).toString(), distance, tonnes, 20);
    }

    private static VoyageReport wholeYear(int year, double distance, double heavy, double diesel) {
        return report(
                Year.of(year).atDay(1).toString(), Year.of(year + 1).atDay(1).toString(), distance, heavy, diesel);
    }

    private static VoyageReport report(String start, String end, double distance, double heavy, double diesel) {
        return new VoyageReport(
                LocalDate.parse(start),
                LocalDate.parse(end),
                distance,
                List.of(
                        new VoyageReport.Consumption(Fuel.HEAVY_FUEL_OIL, heavy),
                        new VoyageReport.Consumption(Fuel.DIESEL_GAS_OIL, diesel)));
    }
}
