package org.loyalty4j.rfm;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.loyalty4j.internal.Checks;

/**
 * The three scores of a customer with at least one purchase, and what they came from.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a score is not in [1, bins] or a raw value is not one of a
 * buyer.
 *
 * @param customerId the customer's id
 * @param r the recency score, in [1, bins]; the highest is the best on every axis
 * @param f the frequency score, in [1, bins]
 * @param m the monetary score, in [1, bins]
 * @param recencyDays days since the last purchase, in [0, inf)
 * @param frequency purchase occasions, in [1, inf)
 * @param monetary money spent, in the major unit, by the scale's {@link MonetaryBasis}; finite
 * @param scale the cut points by which the customer was scored
 */
public record RfmScore(
        String customerId, int r, int f, int m, int recencyDays, int frequency, double monetary, RfmScale scale)
        implements Serializable {

    public RfmScore {
        Objects.requireNonNull(customerId, "customerId");
        Checks.inClosed(r, 1, scale.bins(), "r");
        Checks.inClosed(f, 1, scale.bins(), "f");
        Checks.inClosed(m, 1, scale.bins(), "m");
        Checks.notNegative((long) recencyDays, "recencyDays");
        Checks.positive((long) frequency, "frequency");
        Checks.finite(monetary, "monetary");
    }

    /**
     * The three scores as one number between the worst and the best cell.
     *
     * <pre>{@code
     * 100 (wR (r-1) + wF (f-1) + wM (m-1)) / ((wR + wF + wM) (bins-1))
     * }</pre>
     *
     * @param weights how much each axis counts
     * @return the composite, in [0, 100], to nine decimals
     */
    public double composite(RfmWeights weights) {
        // Weights count relative to each other: a power of two takes them away from overflow without a rounding.
        int exponent =
                -Math.getExponent(Math.max(Math.max(weights.recency(), weights.frequency()), weights.monetary()));
        double wR = Math.scalb(weights.recency(), exponent);
        double wF = Math.scalb(weights.frequency(), exponent);
        double wM = Math.scalb(weights.monetary(), exponent);
        double sum = wR * (r - 1) + wF * (f - 1) + wM * (m - 1);
        double best = (wR + wF + wM) * (scale.bins() - 1);
        // To nine decimals, so that composites that are equal on paper are equal numbers whatever the weights.
        return Math.min(100, Math.rint(1e9 * 100 * sum / best) / 1e9);
    }

    /**
     * Why the scores are what they are.
     *
     * @return one explanation an axis, in the order R, F, M
     */
    public List<AxisExplanation> explain() {
        return List.of(
                AxisExplanation.of(scale.recencyCuts(), recencyDays, r, scale.rule()),
                AxisExplanation.of(scale.frequency(r), frequency, f, scale.rule()),
                AxisExplanation.of(scale.monetary(r, f), monetary, m, scale.rule()));
    }

    @Override
    public String toString() {
        return customerId + " " + r + "-" + f + "-" + m;
    }
}
