package org.loyalty4j.btyd;

import org.loyalty4j.summary.RepeatHistogram;

/** Means over the customers of a histogram, to start a fit from; every time in them scales with the unit. */
record RateMoments(double meanPurchases, double meanObserved, double meanLast, double shape) {
    private static final double LEAST_SHAPE = 0.05;
    private static final double MOST_SHAPE = 50;

    /** The moments, with something positive in place of a mean that is zero. */
    static RateMoments of(RepeatHistogram data) {
        double x = 0;
        double squares = 0;
        double observed = 0;
        double last = 0;
        for (int i = 0; i < data.size(); i++) {
            double weight = data.weight(i) / data.totalWeight();
            x += weight * data.repeatPurchases(i);
            squares += weight * data.repeatPurchases(i) * (double) data.repeatPurchases(i);
            observed += weight * data.observedFor(i);
            last += weight * data.lastPurchaseAt(i);
        }
        // Of counts with a gamma distributed mean the variance is m + m^2 / shape.
        double excess = squares - x * x - x;
        double shape = excess > 0 ? x * x / excess : MOST_SHAPE;
        double time = observed > 0 ? observed : 1;
        return new RateMoments(
                x > 0 ? x : 0.1, time, last > 0 ? last : time / 10, Math.min(MOST_SHAPE, Math.max(LEAST_SHAPE, shape)));
    }

    /** The rate parameter of a gamma distribution of {@code shape} whose customers buy as often as these, were they there for {@code time}. */
    double rateOver(double time) {
        return shape * time / meanPurchases;
    }
}
