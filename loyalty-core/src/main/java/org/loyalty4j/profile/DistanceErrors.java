package org.loyalty4j.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Horizon;
import org.loyalty4j.btyd.Covariance;
import org.loyalty4j.btyd.Fit;
import org.loyalty4j.btyd.PurchaseModel;
import org.loyalty4j.internal.DeltaMethod;
import org.loyalty4j.summary.RepeatHistories;
import org.loyalty4j.summary.RepeatHistory;

/**
 * How uncertain the expected purchases of buyers are, as far as that decides on which side of a cut they are. Other parameters move
 * all buyers, and with them a cut that is a percentile of them: what counts is the error of a buyer's distance from the cut.
 */
final class DistanceErrors {
    /** The share of the buyers on either side of the cut whose mean says how the cut moves with the parameters. */
    private static final double NEIGHBOURS = 0.025;

    private final Fit<? extends PurchaseModel<?>> fit;
    private final RepeatHistories histories;
    private final Horizon horizon;

    DistanceErrors(Fit<? extends PurchaseModel<?>> fit, RepeatHistories histories, Horizon horizon) {
        this.fit = fit;
        this.histories = histories;
        this.horizon = horizon;
    }

    /** The standard errors of the distance from a number that other parameters do not move; null if the fit has none. */
    double @Nullable [] fromFixed() {
        return from(new double[fit.freeParameters()]);
    }

    /** The standard errors of the distance from a percentile that lies at a number; null if the fit has none. */
    double @Nullable [] fromPercentileAt(double number, double[] expected) {
        List<RepeatHistory> neighbours = neighbours(number, expected);
        return from(fit.logGradient(model -> neighbours.stream()
                .mapToDouble(history -> model.expectedPurchases(history, horizon))
                .average()
                .orElseThrow()));
    }

    private List<RepeatHistory> neighbours(double number, double[] expected) {
        double[] sorted = expected.clone();
        Arrays.sort(sorted);
        int reach = (int) Math.ceil(NEIGHBOURS * sorted.length);
        int place = Arrays.binarySearch(sorted, number);
        int at = place >= 0 ? place : Math.min(-place - 1, sorted.length - 1);
        double lowest = sorted[Math.max(0, at - reach)];
        double highest = sorted[Math.min(sorted.length - 1, at + reach)];
        List<RepeatHistory> neighbours = new ArrayList<>();
        for (int row = 0; row < expected.length; row++) {
            if (expected[row] >= lowest && expected[row] <= highest) {
                neighbours.add(histories.get(row));
            }
        }
        return neighbours;
    }

    private double @Nullable [] from(double[] slopeOfCut) {
        Covariance known = fit.covariance().orElse(null);
        if (known == null) {
            return null;
        }
        double[][] covariance = known.toArray();
        double[] errors = histories.evaluate(history -> {
            double[] slope = fit.logGradient(model -> model.expectedPurchases(history, horizon));
            for (int i = 0; i < slope.length; i++) {
                slope[i] -= slopeOfCut[i];
            }
            return DeltaMethod.standardError(covariance, slope);
        });
        return Arrays.stream(errors).allMatch(Double::isFinite) ? errors : null;
    }
}
