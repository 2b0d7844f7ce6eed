package org.loyalty4j.survey;

import java.util.Optional;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.internal.math.Quantiles;

/** The interval of a mean of answers that lie between two ends. */
final class BoundedMean {
    private BoundedMean() {}

    /**
     * The interval of {@link AnswerCounts#meanOnScale}.
     *
     * @param n the number of answers, at least 1
     * @param mean their mean, as a share of the range
     * @param variance the mean square of their deviations from it
     */
    static Estimate of(long n, double mean, double variance, double confidence) {
        // Half an answer more at 0, and half at 1.
        double all = n + 1.0;
        double centre = (n * mean + 0.5) / all;
        double shift = mean - centre;
        double squares = n * (variance + shift * shift) + 0.5 * centre * centre + 0.5 * (1 - centre) * (1 - centre);
        // The variance of the mean under Dirichlet weights, and the beta distribution with that mean and variance.
        double spread = squares / all / (all + 1);
        double strength = centre * (1 - centre) / spread - 1;
        double a = centre * strength;
        double b = (1 - centre) * strength;
        double tail = (1 - confidence) / 2;
        double lower = Math.min(mean, Quantiles.beta(tail, a, b));
        double upper = Math.max(mean, 1 - Quantiles.beta(tail, b, a));
        return new Estimate(mean, new Interval(lower, upper, confidence));
    }

    /** The mean of numbers in [0, 100] with its interval; empty without numbers. */
    static Optional<Estimate> ofPercents(double[] percents, double confidence) {
        if (percents.length == 0) {
            return Optional.empty();
        }
        double sum = 0;
        for (double percent : percents) {
            sum += percent / 100;
        }
        double mean = Math.min(1, sum / percents.length);
        double squares = 0;
        for (double percent : percents) {
            squares += (percent / 100 - mean) * (percent / 100 - mean);
        }
        Estimate share = of(percents.length, mean, squares / percents.length, confidence);
        return Optional.of(new Estimate(
                100 * mean,
                new Interval(
                        100 * share.interval().lower(), 100 * share.interval().upper(), confidence)));
    }
}
