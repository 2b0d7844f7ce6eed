package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;

/**
 * How far the purchases predicted for each customer were from those made.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of range.
 *
 * @param customers how many were predicted, in [0, inf)
 * @param actualPurchases what they bought, in [0, inf)
 * @param predictedPurchases what was predicted, in [0, inf)
 * @param absoluteErrors the sum over customers of |predicted - actual|, in [0, inf)
 * @param squaredErrors the sum over customers of (predicted - actual)^2, in [0, inf)
 * @param rankCorrelationOrNull Spearman's coefficient of predicted and actual, equal values sharing their mean rank, in [-1, 1];
 *     null where all predictions or all actual numbers are equal
 * @param gain the gain curve at one to ten tenths of the customers; of customers with equal predictions, each counts with the
 *     mean of the group; empty without a purchase
 */
public record ForecastAccuracy(
        long customers,
        long actualPurchases,
        double predictedPurchases,
        double absoluteErrors,
        double squaredErrors,
        @Nullable Double rankCorrelationOrNull,
        List<GainPoint> gain)
        implements Serializable {

    public ForecastAccuracy {
        Checks.notNegative(customers, "customers");
        Checks.notNegative(actualPurchases, "actualPurchases");
        Checks.notNegative(predictedPurchases, "predictedPurchases");
        Checks.notNegative(absoluteErrors, "absoluteErrors");
        Checks.notNegative(squaredErrors, "squaredErrors");
        if (rankCorrelationOrNull != null) {
            Checks.inClosed(rankCorrelationOrNull, -1, 1, "rankCorrelationOrNull");
        }
        gain = List.copyOf(Objects.requireNonNull(gain, "gain"));
    }

    /**
     * How much too high the prediction was in total.
     *
     * @return {@code predicted / actual - 1}: 0.1 is ten per cent too many, in [-1, inf); empty without a purchase
     */
    public OptionalDouble bias() {
        return actualPurchases == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((predictedPurchases - actualPurchases) / actualPurchases);
    }

    /**
     * MAE: how far the prediction was off for one customer, on average.
     *
     * <p>Where most customers buy nothing, predicting nothing for everyone does well by it: {@link #rootMeanSquaredError} is
     * what an expected number of purchases aims at.
     *
     * @return the mean of |predicted - actual|, in [0, inf); empty without customers
     */
    public OptionalDouble meanAbsoluteError() {
        return customers == 0 ? OptionalDouble.empty() : OptionalDouble.of(absoluteErrors / customers);
    }

    /**
     * RMSE: the same with large errors weighing more.
     *
     * @return the root of the mean of (predicted - actual)^2, in [0, inf); empty without customers
     */
    public OptionalDouble rootMeanSquaredError() {
        return customers == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squaredErrors / customers));
    }

    /**
     * Spearman's rank correlation of predicted and actual purchases: whether those who bought more were predicted to.
     *
     * <p>Where most customers buy nothing, a coarse forecast with as many equal numbers can do well by it; see also {@link
     * #gainAt}, which does not favour equals.
     *
     * @return the coefficient, in [-1, 1]; empty where all predictions or all actual numbers are equal
     */
    public OptionalDouble rankCorrelation() {
        return rankCorrelationOrNull == null ? OptionalDouble.empty() : OptionalDouble.of(rankCorrelationOrNull);
    }

    /**
     * The share of the purchases made by the tenths of the customers with the highest predictions.
     *
     * @param deciles how many tenths, in [1, 10]
     * @return the share, in [0, 1]; empty without a purchase
     * @throws IllegalArgumentException if {@code deciles} is out of range
     */
    public OptionalDouble gainAt(int deciles) {
        Checks.inClosed(deciles, 1, GainPoint.DECILES, "deciles");
        return gain.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(gain.get(deciles - 1).share());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.1f purchases predicted of %d customers, %d made",
                predictedPurchases,
                customers,
                actualPurchases);
    }
}
