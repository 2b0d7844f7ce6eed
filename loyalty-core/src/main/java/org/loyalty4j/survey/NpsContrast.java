package org.loyalty4j.survey;

import java.util.List;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.internal.math.Quantiles;
import org.loyalty4j.internal.math.Tails;

/**
 * A sum of independent scores, each times a factor: their difference, or their slope over time. Three answers are added over all
 * m of them before the interval is drawn, 3/m to each (Price and Bonett 2004).
 *
 * @param value the sum of the scores as they are
 * @param adjusted the sum of the adjusted scores
 * @param variance the variance of the adjusted sum
 */
record NpsContrast(double value, double adjusted, double variance) {

    /** Scores that all have respondents, and as many factors. */
    static NpsContrast of(List<Nps> scores, double[] factors) {
        double added = Nps.ANSWERS_ADDED / scores.size();
        double value = 0;
        double adjusted = 0;
        double variance = 0;
        for (int i = 0; i < factors.length; i++) {
            Nps score = scores.get(i);
            value += factors[i] * score.score().orElseThrow();
            adjusted += factors[i] * 100 * score.adjustedNet(added);
            variance += factors[i] * factors[i] * 1e4 * score.adjustedVariance(added);
        }
        return new NpsContrast(value, adjusted, variance);
    }

    /** The sum and its interval, of which what lies beyond a bound is cut off. */
    Estimate estimate(double confidence, double lowest, double highest) {
        double half = Quantiles.twoSidedNormal(confidence) * Math.sqrt(variance);
        return new Estimate(
                value, new Interval(Math.max(lowest, adjusted - half), Math.min(highest, adjusted + half), confidence));
    }

    /** The p-value of a test that the sum is 0, which is below 1 - confidence where the interval leaves 0 out. */
    double pValue() {
        return Tails.twoSidedNormal(adjusted / Math.sqrt(variance));
    }
}
