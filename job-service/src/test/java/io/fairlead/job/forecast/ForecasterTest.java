package io.fairlead.job.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairlead.job.energy.Period;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ForecasterTest {

    private static final int DAY = Period.WINDOWS_PER_DAY;
    private static final int VESSELS = 12;
    private static final int HELD_OUT_DAYS = 5;

    @Test
    void shouldBeatTheSeasonalNaiveOnHeldOutDaysOfVesselsWithOperations() throws InterruptedException {
        Score score = score(0.35);

        assertThat(score.mase()).as("%s", score).isLessThan(0.9 * score.naiveMase());
        assertThat(score.coverage80()).as("%s", score).isBetween(0.74, 0.88);
        assertThat(score.coverage95()).as("%s", score).isBetween(0.9, 0.98);
    }

    @Test
    void shouldBeatTheSeasonalNaiveOnHeldOutDaysOfVesselsAtRest() throws InterruptedException {
        Score score = score(0);

        assertThat(score.mase()).as("%s", score).isLessThan(0.8 * score.naiveMase());
        assertThat(score.coverage80()).as("%s", score).isBetween(0.74, 0.88);
        assertThat(score.coverage95()).as("%s", score).isBetween(0.9, 0.98);
    }

    private static Score score(double operations) throws InterruptedException {
        Score score = new Score();
        for (int vessel = 0; vessel < VESSELS; vessel++) {
            double[] kW = MadeUpVessel.power(42 + HELD_OUT_DAYS, vessel, operations);
            double[] known = MadeUpVessel.withGaps(kW, vessel);
            for (int day = 0; day < HELD_OUT_DAYS; day++) {
                int origin = (42 + day) * DAY;
                score.add(MadeUpVessel.series(known, day * DAY, origin), Arrays.copyOfRange(kW, origin, origin + DAY));
            }
        }
        return score;
    }

    @Test
    void shouldRepeatWhatComesAgainEveryDay() throws InterruptedException {
        double[] kW = new double[14 * DAY];
        for (int i = 0; i < kW.length; i++) {
            kW[i] = 100 + i % DAY;
        }

        PowerForecast forecast = Forecaster.forecast("MV102", MadeUpVessel.series(kW, 0, kW.length));

        assertThat(forecast.points()).hasSize(96);
        assertThat(forecast.points().get(0).time()).isEqualTo(forecast.start().plus(Duration.ofMinutes(15)));
        for (int i = 0; i < DAY; i++) {
            assertThat(forecast.points().get(i).meanKW()).isCloseTo(100 + i, within(1e-6));
            assertThat(forecast.points().get(i).high95KW()).isCloseTo(100 + i, within(1e-6));
        }
        assertThat(forecast.kWh()).isCloseTo((100 + 195) / 2.0 * 24, within(1e-6));
        assertThat(forecast.accuracy().mase()).isNull();
    }

    @Test
    void shouldKnowAWeekWhenWeeksComeAgain() throws InterruptedException {
        double[] kW = new double[42 * DAY];
        for (int i = 0; i < kW.length; i++) {
            kW[i] = i / DAY % 7 == 0 ? 100 : 500;
        }

        PowerForecast forecast = Forecaster.forecast("MV102", MadeUpVessel.series(kW, 0, kW.length));

        assertThat(forecast.parameters().season()).isEqualTo(Season.WEEK);
        assertThat(forecast.points())
                .allSatisfy(point -> assertThat(point.meanKW()).isCloseTo(100, within(1e-6)));
    }

    @Test
    void shouldFollowAShiftOfTheLastHours() throws InterruptedException {
        double[] kW = MadeUpVessel.power(42, 3);
        double[] shifted = kW.clone();
        for (int i = kW.length - 12; i < kW.length; i++) {
            shifted[i] += 1000;
        }

        double before = Forecaster.forecast("MV102", MadeUpVessel.series(kW, 0, kW.length))
                .points()
                .get(0)
                .meanKW();
        double after = Forecaster.forecast("MV102", MadeUpVessel.series(shifted, 0, kW.length))
                .points()
                .get(0)
                .meanKW();

        assertThat(after - before).isBetween(600.0, 1000.0);
    }

    @Test
    void shouldOrderItsLimits() throws InterruptedException {
        double[] kW = MadeUpVessel.withGaps(MadeUpVessel.power(30, 9), 9);

        PowerForecast forecast = Forecaster.forecast("MV102", MadeUpVessel.series(kW, 0, kW.length));

        assertThat(forecast.points()).allSatisfy(point -> assertThat(new double[] {
                    0, point.low95KW(), point.low80KW(), point.meanKW(), point.high80KW(), point.high95KW()
                })
                .isSorted());
        assertThat(forecast.history().missingWindows()).isGreaterThan(DAY);
    }

    @Test
    void shouldGiveLimitsWhenSomeTimesOfTheDayAreNeverReported() throws InterruptedException {
        // Three hours with readings, three without, for ever: there is history enough, but some windows ahead never
        // come with readings from any past moment.
        double[] kW = MadeUpVessel.power(14, 4);
        for (int i = 0; i < kW.length; i++) {
            kW[i] = i % 24 < 12 ? kW[i] : Double.NaN;
        }
        PowerSeries history = MadeUpVessel.series(kW, 0, kW.length);

        PowerForecast forecast = Forecaster.forecast("MV102", history);

        assertThat(Forecaster.suffices(history)).isTrue();
        assertThat(forecast.points()).allSatisfy(point -> assertThat(new double[] {
                    0, point.low95KW(), point.low80KW(), point.meanKW(), point.high80KW(), point.high95KW()
                })
                .isSorted()
                .doesNotContain(Double.NaN));
    }

    @Test
    void shouldAskForEnoughHistory() {
        double[] kW = MadeUpVessel.power(12, 1);
        double[] silentLately = kW.clone();
        Arrays.fill(silentLately, 10 * DAY + 1, 12 * DAY, Double.NaN);

        assertThat(Forecaster.suffices(MadeUpVessel.series(kW, 0, 12 * DAY))).isTrue();
        assertThat(Forecaster.suffices(MadeUpVessel.series(kW, 0, 9 * DAY))).isFalse();
        assertThat(Forecaster.suffices(MadeUpVessel.series(silentLately, 0, 12 * DAY)))
                .isFalse();
    }
}
