package org.loyalty4j.profile;

import java.io.Serializable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Horizon;
import org.loyalty4j.btyd.Covariance;
import org.loyalty4j.btyd.Fit;
import org.loyalty4j.btyd.PurchaseModel;
import org.loyalty4j.internal.DeltaMethod;
import org.loyalty4j.internal.KeySort;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.RepeatHistory;

/**
 * How uncertain the expected purchases of buyers are, as far as that decides on which side of a cut they are. Other parameters move
 * all buyers, and with them a cut that is a percentile of them: what counts is the error of a buyer's distance from the cut.
 */
final class DistanceErrors implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The share of the buyers on either side of the cut whose mean says how the cut moves with the parameters. */
    private static final double NEIGHBOURS = 0.025;

    private final Fit<? extends PurchaseModel<?>> fit;
    private final Horizon horizon;
    private final double[][] covariance;
    private final double[] slopeOfCut;

    private DistanceErrors(
            Fit<? extends PurchaseModel<?>> fit, Horizon horizon, double[][] covariance, double[] slopeOfCut) {
        this.fit = fit;
        this.horizon = horizon;
        this.covariance = covariance;
        this.slopeOfCut = slopeOfCut;
    }

    /**
     * The errors of the distance from a cut that lies at a number, be it frozen or a percentile of these buyers; null unless the fit
     * has some for all of them.
     */
    static @Nullable DistanceErrors of(
            ForecastModels models, RepeatHistogram buyers, double number, boolean frozen, int parallelism) {
        Horizon horizon = models.plan().horizon();
        DistanceErrors errors = frozen
                ? fromFixed(models.fit(), horizon)
                : fromPercentileAt(number, buyers, models.fit(), horizon, parallelism);
        return errors == null || errors.ofAll(buyers, parallelism) == null ? null : errors;
    }

    /** The errors of the distance from a number that other parameters do not move; null if the fit has none. */
    static @Nullable DistanceErrors fromFixed(Fit<? extends PurchaseModel<?>> fit, Horizon horizon) {
        return of(fit, horizon, new double[fit.freeParameters()]);
    }

    /** The errors of the distance from a percentile of buyers that lies at a number; null if the fit has none. */
    static @Nullable DistanceErrors fromPercentileAt(
            double number,
            RepeatHistogram buyers,
            Fit<? extends PurchaseModel<?>> fit,
            Horizon horizon,
            int parallelism) {
        int[] neighbours = neighbours(number, buyers, fit.model().expectedPurchases(buyers, horizon, parallelism));
        return of(fit, horizon, fit.logGradient(model -> {
            double[] expected = model.expectedPurchases(buyers, horizon, parallelism);
            double sum = 0;
            double customers = 0;
            for (int row : neighbours) {
                sum += buyers.weight(row) * expected[row];
                customers += buyers.weight(row);
            }
            return sum / customers;
        }));
    }

    private static @Nullable DistanceErrors of(
            Fit<? extends PurchaseModel<?>> fit, Horizon horizon, double[] slopeOfCut) {
        Covariance known = fit.covariance().orElse(null);
        return known == null ? null : new DistanceErrors(fit, horizon, known.toArray(), slopeOfCut);
    }

    /** The rows of the histories whose expected purchases are nearest to a number, in order of the histogram. */
    private static int[] neighbours(double number, RepeatHistogram buyers, double[] expected) {
        int[] rising = KeySort.order(expected);
        double below = 0;
        double equal = 0;
        for (int row = 0; row < expected.length; row++) {
            below += expected[row] < number ? buyers.weight(row) : 0;
            equal += expected[row] == number ? buyers.weight(row) : 0;
        }
        double last = buyers.totalWeight() - 1;
        double at = Math.min(below + Math.floor(equal / 2), last);
        double reach = Math.ceil(NEIGHBOURS * buyers.totalWeight());
        double lowest = atRank(Math.max(0, at - reach), rising, buyers, expected);
        double highest = atRank(Math.min(last, at + reach), rising, buyers, expected);
        return IntStream.range(0, expected.length)
                .filter(row -> expected[row] >= lowest && expected[row] <= highest)
                .toArray();
    }

    private static double atRank(double rank, int[] rising, RepeatHistogram buyers, double[] expected) {
        double left = rank;
        int place = 0;
        while (place < rising.length - 1 && left >= buyers.weight(rising[place])) {
            left -= buyers.weight(rising[place++]);
        }
        return expected[rising[place]];
    }

    /** The error of each distinct history; null unless all are finite. */
    double @Nullable [] ofAll(RepeatHistogram buyers, int parallelism) {
        double[][] slopes = fit.logGradients(model -> model.expectedPurchases(buyers, horizon, parallelism));
        double[] errors = new double[buyers.size()];
        double[] slope = new double[slopes.length];
        for (int row = 0; row < errors.length; row++) {
            for (int i = 0; i < slope.length; i++) {
                slope[i] = slopes[i][row];
            }
            errors[row] = of(slope);
            if (!Double.isFinite(errors[row])) {
                return null;
            }
        }
        return errors;
    }

    /** The error of a customer with a history. */
    double of(RepeatHistory history) {
        return of(fit.logGradient(model -> model.expectedPurchases(history, horizon)));
    }

    private double of(double[] slope) {
        for (int i = 0; i < slope.length; i++) {
            slope[i] -= slopeOfCut[i];
        }
        return DeltaMethod.standardError(covariance, slope);
    }
}
