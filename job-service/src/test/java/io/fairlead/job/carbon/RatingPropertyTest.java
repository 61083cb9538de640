package io.fairlead.job.carbon;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RatingPropertyTest {

    @Property(tries = 300)
    void shouldChangeTheRatingExactlyAtItsLimits(
            @ForAll ShipType type,
            @ForAll @DoubleRange(min = 5000, max = 400_000) double capacity,
            @ForAll @IntRange(min = 2023, max = 2030) int year) {
        Requirement requirement = Requirement.of(new Ship(type, capacity, capacity), year);
        Requirement.Limits limits = requirement.limits();
        double[] ends = {limits.a(), limits.b(), limits.c(), limits.d()};

        for (int i = 0; i < ends.length; i++) {
            assertThat(rating(requirement, ends[i] * (1 - 1e-9))).isEqualTo(Rating.values()[i]);
            assertThat(rating(requirement, ends[i] * (1 + 1e-9))).isEqualTo(Rating.values()[i + 1]);
        }
        assertThat(rating(requirement, requirement.requiredGrams())).isEqualTo(Rating.C);
    }

    @Property(tries = 300)
    void shouldNeverRateAShipBetterForEmittingMore(
            @ForAll ShipType type,
            @ForAll @DoubleRange(min = 5000, max = 400_000) double capacity,
            @ForAll @DoubleRange(min = 100, max = 100_000) double co2,
            @ForAll @DoubleRange(min = 1, max = 50_000) double more) {
        Requirement requirement = Requirement.of(new Ship(type, capacity, capacity), 2026);

        Standing less = Standing.of(co2, 50_000, requirement);
        Standing dirtier = Standing.of(co2 + more, 50_000, requirement);

        assertThat(dirtier.rating()).isGreaterThanOrEqualTo(less.rating());
    }

    private static Rating rating(Requirement requirement, double attained) {
        return requirement.boundaries().rating(attained, requirement.requiredGrams());
    }
}
