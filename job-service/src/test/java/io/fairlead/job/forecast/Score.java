package io.fairlead.job.forecast;

import java.util.List;

/** How far off forecasts of held-out days are. */
final class Score {

    private double error;
    private double naiveError;
    private int days;
    private int windows;
    private int within80;
    private int within95;

    void add(PowerSeries history, double[] truth) throws InterruptedException {
        List<PowerForecast.Point> points = Forecaster.forecast("X", history).points();
        double[] naive = SeasonalNaive.ahead(history, history.kW().length, truth.length);
        double sum = 0;
        double naiveSum = 0;
        for (int i = 0; i < truth.length; i++) {
            PowerForecast.Point point = points.get(i);
            sum += Math.abs(truth[i] - point.meanKW());
            naiveSum += Math.abs(truth[i] - naive[i]);
            within80 += truth[i] >= point.low80KW() && truth[i] <= point.high80KW() ? 1 : 0;
            within95 += truth[i] >= point.low95KW() && truth[i] <= point.high95KW() ? 1 : 0;
        }
        error += sum / truth.length / SeasonalNaive.scale(history);
        naiveError += naiveSum / truth.length / SeasonalNaive.scale(history);
        windows += truth.length;
        days++;
    }

    double mase() {
        return error / days;
    }

    double naiveMase() {
        return naiveError / days;
    }

    double coverage80() {
        return (double) within80 / windows;
    }

    double coverage95() {
        return (double) within95 / windows;
    }

    @Override
    public String toString() {
        return "days %d, MASE %.3f, of the seasonal naive %.3f, within 80 %%: %.3f, within 95 %%: %.3f"
                .formatted(days, mase(), naiveMase(), coverage80(), coverage95());
    }
}
