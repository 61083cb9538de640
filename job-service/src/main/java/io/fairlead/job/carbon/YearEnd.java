package io.fairlead.job.carbon;

import io.fairlead.core.Computation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.descriptive.rank.Percentile;

/**
 * What the year comes to if the days that are not reported are like those that are.
 *
 * <p>The middle goes on with the mean emission and distance of a day. The interval is a bootstrap of whole reports (B. Efron,
 * R. J. Tibshirani, An Introduction to the Bootstrap, 1993): years are completed with reports drawn at random from a sample of
 * the reports that is itself drawn at random, so it is as wide as reports differ. Its percentiles lie farther out than 5 and 95
 * the fewer reports there are: the expanded percentile interval of T. C. Hesterberg, What Teachers Should Know About the
 * Bootstrap, The American Statistician 69 (2015), section 5.2.
 *
 * @param missingDays how many days of the year no report covers
 * @param lowGrams the lower end of the interval that is to hold the year's attained CII with 90 % confidence, expanded as said:
 *     fewer than 5 % of the completed years lie below it; null when there are too few reports to tell
 * @param highGrams its upper end; null when there are too few reports to tell
 * @param ratingShares which share of the completed years has each rating, not expanded; null when there are too few reports to tell
 */
@Computation
public record YearEnd(
        long missingDays, Standing expected, Double lowGrams, Double highGrams, Map<Rating, Double> ratingShares) {

    private static final int FEWEST_REPORTS = 4;
    private static final int YEARS = 2000;
    private static final long SEED = 2023;
    private static final double TAIL = 0.05;

    private record Sum(double co2Tonnes, double distance, double days) {

        static final Sum NONE = new Sum(0, 0, 0);

        Sum plus(VoyageReport report, double share) {
            return new Sum(
                    co2Tonnes + share * report.co2Tonnes(),
                    distance + share * report.distanceNauticalMiles(),
                    days + share * report.days());
        }

        Standing standing(Requirement requirement) {
            return Standing.of(co2Tonnes, distance, requirement);
        }
    }

    static YearEnd of(List<VoyageReport> reports, long daysOfYear, Requirement requirement) {
        Sum reported = reports.stream().reduce(Sum.NONE, (sum, report) -> sum.plus(report, 1), (left, right) -> left);
        long missing = daysOfYear - Math.round(reported.days());
        double factor = daysOfYear / reported.days();
        Standing expected = Standing.of(reported.co2Tonnes() * factor, reported.distance() * factor, requirement);
        if (reports.size() < FEWEST_REPORTS) {
            return new YearEnd(missing, expected, null, null, null);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] attained = new double[YEARS];
        for (int i = 0; i < YEARS; i++) {
            attained[i] = completed(reported, missing, resampled(reports, random), random)
                    .standing(requirement)
                    .attainedGrams();
        }
        double tail = tailPercent(reports.size());
        return new YearEnd(
                missing,
                expected,
                new Percentile(tail).evaluate(attained),
                new Percentile(100 - tail).evaluate(attained),
                shares(attained, requirement));
    }

    private static List<VoyageReport> resampled(List<VoyageReport> reports, SplittableRandom random) {
        return reports.stream()
                .map(report -> reports.get(random.nextInt(reports.size())))
                .toList();
    }

    private static Sum completed(Sum reported, long missing, List<VoyageReport> reports, SplittableRandom random) {
        Sum sum = reported;
        double left = missing;
        while (left > 0) {
            VoyageReport drawn = reports.get(random.nextInt(reports.size()));
            double share = Math.min(1, left / drawn.days());
            sum = sum.plus(drawn, share);
            left -= share * drawn.days();
        }
        return sum;
    }

    private static double tailPercent(int reports) {
        double t = new TDistribution(reports - 1.0).inverseCumulativeProbability(TAIL);
        double expanded = t * Math.sqrt(reports / (reports - 1.0));
        return 100 * new NormalDistribution().cumulativeProbability(expanded);
    }

    private static Map<Rating, Double> shares(double[] attained, Requirement requirement) {
        Map<Rating, Double> shares = new TreeMap<>();
        for (Rating rating : Rating.values()) {
            long count = Arrays.stream(attained)
                    .filter(value -> requirement.boundaries().rating(value, requirement.requiredGrams()) == rating)
                    .count();
            shares.put(rating, (double) count / attained.length);
        }
        return shares;
    }
}
