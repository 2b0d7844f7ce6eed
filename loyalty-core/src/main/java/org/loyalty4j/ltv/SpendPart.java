package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Interval;
import org.loyalty4j.btyd.Fit;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Quantiles;
import org.loyalty4j.summary.SpendHistory;

/**
 * The part of a residual value that is spend, and how it is put together with the part that is purchases.
 *
 * @param part the model of spend
 * @param median whether the median of a customer's mean spend stands for it
 * @param confidence the level of intervals
 */
record SpendPart(ModelPart<GammaGamma> part, boolean median, double confidence) implements Serializable {
    private static final double DEFAULT_CONFIDENCE = 0.95;

    static SpendPart of(GammaGamma model) {
        return new SpendPart(new ModelPart<>(Objects.requireNonNull(model, "spend"), null), false, DEFAULT_CONFIDENCE);
    }

    static SpendPart of(Fit<GammaGamma> fit) {
        Objects.requireNonNull(fit, "spend");
        return new SpendPart(new ModelPart<>(fit.model(), fit), false, DEFAULT_CONFIDENCE);
    }

    SpendPart withMedian() {
        return new SpendPart(part, true, confidence);
    }

    SpendPart withConfidence(double level) {
        return new SpendPart(part, median, Checks.confidence(level));
    }

    /** What a customer is expected to spend; of one whose spend is not known, what the base is. */
    Uncertain expected(@Nullable SpendHistory history, boolean withVariance) {
        Uncertain spend = part.at(model -> expected(model, history), withVariance);
        if (Double.isNaN(spend.value())) {
            throw new IllegalArgumentException("the expected spend of a customer with "
                    + (history == null ? 0 : history.repeatPurchases()) + " repeat purchases is undefined under "
                    + part.model() + ", since p x + q <= 1: use withMedianSpend()");
        }
        return spend;
    }

    private double expected(GammaGamma model, @Nullable SpendHistory history) {
        if (median) {
            return history == null ? model.medianSpend() : model.spendQuantile(history, 0.5);
        }
        return (history == null ? model.expectedSpend() : model.expectedSpend(history)).orElse(Double.NaN);
    }

    /** The value, and its interval if the variance of both parts is known. */
    CustomerValue value(String customerId, Uncertain purchases, Uncertain spend, double margin) {
        double logVariance = purchases.logVariance() + spend.logVariance();
        double value = purchases.value() * spend.value() * margin;
        return new CustomerValue(
                customerId,
                purchases.value(),
                spend.value(),
                margin,
                Double.isNaN(logVariance) ? null : interval(value, logVariance));
    }

    private Interval interval(double value, double logVariance) {
        double factor = StrictMath.exp(Quantiles.twoSidedNormal(confidence) * Math.sqrt(logVariance));
        return new Interval(value / factor, Math.min(value * factor, Double.MAX_VALUE), confidence);
    }

    @Override
    public String toString() {
        return part.model() + (median ? ", median spend" : "");
    }
}
