package io.fairlead.job.mooring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Against the published reference moorings of the International Energy Agency's code comparisons OC3 and OC4. */
class SpreadMooringTest {

    private static final Percentage PUBLISHED_DIGITS = Percentage.withPercentage(0.2);

    @Test
    void shouldFindThePublishedWeightOfTheOc3Mooring() {
        // 1,607,000 N hang on the spar in its undisplaced position.
        assertThat(oc3().at(0, 0).verticalKN()).isCloseTo(1607, PUBLISHED_DIGITS);
    }

    @Test
    void shouldFindThePublishedSurgeAndSwayStiffnessOfTheOc3Mooring() {
        // 41,180 N/m in surge and in sway.
        double d = 0.01;
        double surge = (oc3().at(-d, 0).xKN() - oc3().at(d, 0).xKN()) / (2 * d);
        double sway = (oc3().at(0, -d).yKN() - oc3().at(0, d).yKN()) / (2 * d);

        assertThat(surge).isCloseTo(41.18, PUBLISHED_DIGITS);
        assertThat(sway).isCloseTo(41.18, PUBLISHED_DIGITS);
    }

    @Test
    void shouldComeNearThePublishedOc4Mooring() {
        // 1,839,000 N and 7.08e4 N/m, made with a model that has seabed friction and rounded weights; an independent
        // solution of the same equations finds 1,887 kN for these inputs.
        double d = 0.01;

        assertThat(oc4().at(0, 0).verticalKN()).isCloseTo(1886.9, within(0.1)).isCloseTo(1839, withinPercentage(3));
        assertThat((oc4().at(-d, 0).xKN() - oc4().at(d, 0).xKN()) / (2 * d)).isCloseTo(70.8, withinPercentage(1));
    }

    @Test
    void shouldTurnTheUnitWhenALineDoesNotPointToItsMiddle() {
        MooringLine aside = new MooringLine(
                "1",
                new MooringLine.Anchor(853.87, 10),
                new MooringLine.Fairlead(5.2, 10, 70),
                Moorings.oc3().get(0).segments(),
                null);

        SpreadMooring.Pull pull = new SpreadMooring(320, List.of(aside)).at(0, 0);

        assertThat(pull.yawKNM()).isCloseTo(-10 * pull.xKN(), within(1e-6));
    }

    private static SpreadMooring oc3() {
        return new SpreadMooring(Moorings.OC3_DEPTH_M, Moorings.oc3());
    }

    private static SpreadMooring oc4() {
        return new SpreadMooring(Moorings.OC4_DEPTH_M, Moorings.oc4());
    }
}
