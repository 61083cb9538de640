package io.fairlead.job.mooring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Against the published reference moorings of the International Energy Agency's code comparisons OC3 and OC4. */
class SpreadMooringTest {

    @Test
    void shouldFindThePublishedWeightOfTheOc3Mooring() {
        // 1,607,000 N hang on the spar in its undisplaced position.
        assertThat(oc3().at(0, 0).verticalKN()).isCloseTo(1607, within(0.5));
    }

    @Test
    void shouldFindThePublishedSurgeAndSwayStiffnessOfTheOc3Mooring() {
        // 41,180 N/m in surge and in sway.
        double d = 0.01;
        double surge = (oc3().at(-d, 0).xKN() - oc3().at(d, 0).xKN()) / (2 * d);
        double sway = (oc3().at(0, -d).yKN() - oc3().at(0, d).yKN()) / (2 * d);

        assertThat(surge).isCloseTo(41.18, within(0.005));
        assertThat(sway).isCloseTo(41.18, within(0.005));
    }

    @Test
    void shouldComeNearThePublishedOc4Mooring() {
        // 1,839,000 N and 7.08e4 N/m. With which properties that linearisation was made is not known here; that the
        // difference is not one of the solution is shown below.
        double d = 0.01;

        assertThat(oc4().at(0, 0).verticalKN()).isCloseTo(1886.9, within(0.1)).isCloseTo(1839, withinPercentage(3));
        assertThat((oc4().at(-d, 0).xKN() - oc4().at(d, 0).xKN()) / (2 * d)).isCloseTo(70.8, withinPercentage(1));
    }

    @Test
    void shouldAgreeWithABisectionOfTheOc4Line() {
        Segment chain = Moorings.oc4().get(0).segments().get(0);

        double vertical = verticalByBisection(chain, 837.6 - 40.868, Moorings.OC4_DEPTH_M - 14);

        assertThat(3 * vertical).isCloseTo(1886.9, within(0.1));
        assertThat(oc4().at(0, 0).verticalKN()).isCloseTo(3 * vertical, within(1e-6));
    }

    /** One segment that touches down without friction, by the equations 2-37 and 2-38 of NREL/TP-500-41958 alone. */
    private static double verticalByBisection(Segment line, double spanM, double heightM) {
        double low = 1e-3;
        double high = 1e5;
        while (high - low > 1e-11 * high) {
            double horizontal = (low + high) / 2;
            if (span(line, horizontal, vertical(line, horizontal, heightM)) < spanM) {
                low = horizontal;
            } else {
                high = horizontal;
            }
        }
        return vertical(line, low, heightM);
    }

    private static double vertical(Segment line, double horizontal, double heightM) {
        double low = 0;
        double high = line.weightKN();
        while (high - low > 1e-12 * high) {
            double vertical = (low + high) / 2;
            if (height(line, horizontal, vertical) < heightM) {
                low = vertical;
            } else {
                high = vertical;
            }
        }
        return low;
    }

    private static double span(Segment line, double horizontal, double vertical) {
        double weight = line.weightInWaterKNPerM();
        double ratio = vertical / horizontal;
        return line.lengthM()
                - vertical / weight
                + horizontal / weight * Math.log(ratio + Math.sqrt(1 + ratio * ratio))
                + horizontal * line.lengthM() / line.axialStiffnessKN();
    }

    private static double height(Segment line, double horizontal, double vertical) {
        double weight = line.weightInWaterKNPerM();
        double ratio = vertical / horizontal;
        return horizontal / weight * (Math.sqrt(1 + ratio * ratio) - 1)
                + vertical * vertical / (2 * line.axialStiffnessKN() * weight);
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
