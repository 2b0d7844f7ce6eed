package org.loyalty4j.survey;

import org.loyalty4j.Interval;
import org.loyalty4j.internal.math.Quantiles;

/** The library's intervals of a share and of the NPS, from an effective sample size that need not be a whole number. */
final class EffectiveSample {
    private EffectiveSample() {}

    /** Wilson's interval of a share, as {@link org.loyalty4j.Proportion#wilson} has it. */
    static Interval wilson(double p, double n, double confidence) {
        double z = Quantiles.twoSidedNormal(confidence);
        double centre = p + z * z / (2 * n);
        double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        double scale = 1 + z * z / n;
        double lower = p == 0 ? 0 : Math.max(0, (centre - half) / scale);
        double upper = p == 1 ? 1 : Math.min(1, (centre + half) / scale);
        return new Interval(lower, upper, confidence);
    }

    /** The adjusted-Wald interval of the NPS, as {@link Nps#adjustedWald} has it, from the shares of both sides. */
    static Interval adjustedWald(double promoters, double detractors, double n, double confidence) {
        double p = (promoters * n + 0.75) / (n + 3);
        double d = (detractors * n + 0.75) / (n + 3);
        double half = Quantiles.twoSidedNormal(confidence) * Math.sqrt((p + d - (p - d) * (p - d)) / (n + 3));
        return new Interval(Math.max(-100, 100 * (p - d - half)), Math.min(100, 100 * (p - d + half)), confidence);
    }
}
