package io.fairlead.job.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.job.energy.Period;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static final int DAY = Period.WINDOWS_PER_DAY;
    private static final Parameters PARAMETERS = new Parameters(Season.DAY, 0.9, 0.9, 0.5);
    // The last window moves the level of the window half a day before it a little.
    private static final Offset<Double> NEARLY = within(0.05);

    @Test
    void shouldLetADeviationFadeWithEachWindowAhead() {
        // Half of the surprise of 40 kW is a deviation, and 0.9 of that is left after a window, 0.81 after two.
        double[] ahead = profile(140).ahead(PARAMETERS, 3);

        assertThat(ahead[0]).isCloseTo(100 + 20 * 0.9, NEARLY);
        assertThat(ahead[1]).isCloseTo(100 + 20 * 0.81, NEARLY);
        assertThat(ahead[2]).isCloseTo(100 + 20 * 0.729, NEARLY);
    }

    @Test
    void shouldTakeAGapForNoSurprise() {
        assertThat(profile(Double.NaN).ahead(PARAMETERS, 2)).containsExactly(new double[] {100, 100}, within(1e-9));
    }

    @Test
    void shouldNotGoBelowZero() {
        assertThat(profile(-1000).ahead(PARAMETERS, 1)).containsExactly(0);
    }

    /** Of 100 kW for a week, but for the last window. */
    private static Profile profile(double last) {
        double[] kW = new double[7 * DAY];
        Arrays.fill(kW, 100);
        kW[kW.length - 1] = last;
        return new Profile(MadeUpVessel.series(kW, 0, kW.length), kW.length, Season.DAY, 0.9);
    }
}
