package org.loyalty4j.btyd;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** One of several futures, each with its probability. */
record MixtureFuture(double[] weights, List<? extends Future> futures) implements Future {
    /** A state less probable than this, relative to the most probable, is left out. */
    private static final double NEGLIGIBLE = 1e-20;

    /** How many of the phases to the next purchase have passed is not known, only how long the wait has been. */
    static MixtureFuture ofPhases(BetaGeometricFuture fresh, double waited) {
        int k = fresh.k();
        double[] logs = new double[k];
        double highest = 0;
        for (int j = 1; j < k; j++) {
            logs[j] = logs[j - 1] + StrictMath.log((fresh.shape() + j - 1) / j * waited);
            highest = Math.max(highest, logs[j]);
        }
        List<BetaGeometricFuture> futures = new ArrayList<>(k);
        double[] weights = new double[k];
        double sum = 0;
        for (int j = 0; j < k; j++) {
            double weight = StrictMath.exp(logs[j] - highest);
            if (weight > NEGLIGIBLE) {
                sum += weight;
                weights[futures.size()] = weight;
                futures.add(fresh.after(j));
            }
        }
        for (int i = 0; i < futures.size(); i++) {
            weights[i] /= sum;
        }
        return new MixtureFuture(weights, List.copyOf(futures));
    }

    @Override
    public double probabilityAlive(double t) {
        return Math.min(1, mean(future -> future.probabilityAlive(t))); // rounding may take it above
    }

    @Override
    public double expectedPurchases(double t) {
        return mean(future -> future.expectedPurchases(t));
    }

    @Override
    public double purchaseRate(double t) {
        return mean(future -> future.purchaseRate(t));
    }

    @Override
    public double probabilityOfPurchase(double t) {
        return Math.min(1, mean(future -> future.probabilityOfPurchase(t))); // rounding may take it above
    }

    @Override
    public double probabilityOfPurchases(int n, double t) {
        return Math.min(1, mean(future -> future.probabilityOfPurchases(n, t))); // rounding may take it above
    }

    @Override
    public double discountedPurchases(double t, double d) {
        return mean(future -> future.discountedPurchases(t, d));
    }

    @Override
    public OptionalDouble discountedPurchases(double d) {
        if (futures.get(0).discountedPurchases(d).isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(mean(future -> future.discountedPurchases(d).orElseThrow()));
    }

    private double mean(ToDoubleFunction<Future> answer) {
        double sum = 0;
        for (int i = 0; i < futures.size(); i++) {
            sum += weights[i] * answer.applyAsDouble(futures.get(i));
        }
        return sum;
    }
}
