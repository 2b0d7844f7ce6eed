package org.loyalty4j.survey;

import org.loyalty4j.Interval;
import org.loyalty4j.internal.math.Quantiles;
import org.loyalty4j.internal.math.WilsonScore;

/** The library's intervals of a share and of the NPS, from an effective sample size that need not be a whole number. */
final class EffectiveSample {
    private EffectiveSample() {}

    /** Wilson's interval of a share, as {@link org.loyalty4j.Proportion#wilson} has it. */
    static Interval wilson(double p, double n, double confidence) {
        double[] bounds = WilsonScore.bounds(p, n, confidence);
        return new Interval(bounds[0], bounds[1], confidence);
    }

    /** The adjusted-Wald interval of the NPS, as {@link Nps#adjustedWald} has it, from the shares of both sides. */
    static Interval adjustedWald(double promoters, double detractors, double n, double confidence) {
        double p = (promoters * n + 0.75) / (n + 3);
        double d = (detractors * n + 0.75) / (n + 3);
        double half = Quantiles.twoSidedNormal(confidence) * Math.sqrt((p + d - (p - d) * (p - d)) / (n + 3));
        return new Interval(Math.max(-100, 100 * (p - d - half)), Math.min(100, 100 * (p - d + half)), confidence);
    }
}
