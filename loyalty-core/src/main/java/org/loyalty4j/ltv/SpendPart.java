package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Interval;
import org.loyalty4j.btyd.Fit;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.internal.math.Quantiles;
import org.loyalty4j.summary.SpendHistory;

/**
 * The part of a residual value that is spend, and how it is put together with the part that is purchases.
 *
 * @param model the model of spend
 * @param fit where it was fitted, the fit
 * @param median whether the median of a customer's mean spend stands for it
 * @param confidence the level of intervals
 */
record SpendPart(GammaGamma model, @Nullable Fit<GammaGamma> fit, boolean median, double confidence)
        implements Serializable {

    /** A value: {@code purchaseVariance}, of the logarithm of the discounted purchases, is empty where it is not known. */
    CustomerValue value(
            String customerId,
            double discountedPurchases,
            OptionalDouble purchaseVariance,
            Optional<SpendHistory> history,
            double margin) {
        double spend = expected(model, history);
        OptionalDouble spendVariance = fit == null
                ? OptionalDouble.empty()
                : relativeVariance(spend, fit.standardError(m -> expected(m, history)));
        return new CustomerValue(
                customerId,
                discountedPurchases,
                spend,
                margin,
                purchaseVariance.isPresent() && spendVariance.isPresent()
                        ? interval(
                                discountedPurchases * spend * margin,
                                purchaseVariance.getAsDouble() + spendVariance.getAsDouble())
                        : null);
    }

    private double expected(GammaGamma gammaGamma, Optional<SpendHistory> history) {
        if (median) {
            return history.map(h -> gammaGamma.spendQuantile(h, 0.5)).orElseGet(gammaGamma::medianSpend);
        }
        return history.map(gammaGamma::expectedSpend)
                .orElseGet(gammaGamma::expectedSpend)
                .orElseThrow(() -> new IllegalArgumentException("the expected spend of a customer with "
                        + history.map(SpendHistory::repeatPurchases).orElse(0) + " repeat purchases is undefined under "
                        + gammaGamma + ", since p x + q <= 1: use withMedianSpend()"));
    }

    private Interval interval(double value, double relativeVariance) {
        double factor = StrictMath.exp(Quantiles.twoSidedNormal(confidence) * Math.sqrt(relativeVariance));
        return new Interval(value / factor, Math.min(value * factor, Double.MAX_VALUE), confidence);
    }

    /** Var(ln q) = Var(q) / q^2 by the delta method; 0 where q itself is. */
    static OptionalDouble relativeVariance(double value, OptionalDouble standardError) {
        if (standardError.isEmpty()) {
            return standardError;
        }
        double error = standardError.getAsDouble() / value;
        return OptionalDouble.of(value == 0 ? 0 : error * error);
    }
}
