package org.loyalty4j.btyd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Tiles;

/**
 * What customers did in a holdout, to compare predictions with. Sums are made in an order of values, not of customers, so that
 * the order of the rows cannot change a bit of the answer.
 */
final class HoldoutComparison {
    private final int[] actual;
    private final long purchases;
    private final double[] perfect; // the prediction that came true
    private final int[] perfectOrder;

    HoldoutComparison(int[] actual) {
        this.actual = actual.clone();
        this.purchases = Arrays.stream(actual).asLongStream().sum();
        this.perfect = Arrays.stream(actual).asDoubleStream().toArray();
        this.perfectOrder = order(perfect);
    }

    /** Compares predicted numbers of purchases, one a customer. */
    ForecastAccuracy compare(double[] predicted) {
        int n = actual.length;
        int[] order = order(predicted);
        double sum = 0;
        double absolute = 0;
        double squared = 0;
        for (int i : order) {
            double error = predicted[i] - actual[i];
            sum += predicted[i];
            absolute += Math.abs(error);
            squared += error * error;
        }
        List<GainPoint> gain = new ArrayList<>();
        if (purchases > 0) {
            double[] byPrediction = topPurchases(predicted, order);
            double[] ideal = topPurchases(perfect, perfectOrder);
            for (int decile = 1; decile <= GainPoint.DECILES; decile++) {
                double top = (double) decile * n / GainPoint.DECILES;
                gain.add(new GainPoint(decile, share(byPrediction, top), share(ideal, top)));
            }
        }
        return new ForecastAccuracy(n, purchases, sum, absolute, squared, spearman(predicted, order), gain);
    }

    /** Compares predicted probabilities of at least one purchase, one a customer. */
    ProbabilityAccuracy compareProbabilities(double[] probability, int bins) {
        int n = actual.length;
        int[] order = order(probability);
        double squared = 0;
        int bought = 0;
        for (int i : order) {
            int outcome = actual[i] > 0 ? 1 : 0;
            squared += (probability[i] - outcome) * (probability[i] - outcome);
            bought += outcome;
        }
        double[] sum = new double[bins];
        int[] buyers = new int[bins];
        int[] customers = new int[bins];
        int bin = 0;
        for (int start = 0; start < n; ) {
            int end = endOfTie(probability, order, start);
            while (Tiles.start(bin + 2, bins, n) <= (start + end - 1) / 2) {
                bin++;
            }
            for (int rank = start; rank < end; rank++) {
                sum[bin] += probability[order[rank]];
                buyers[bin] += actual[order[rank]] > 0 ? 1 : 0;
            }
            customers[bin] += end - start;
            start = end;
        }
        List<CalibrationBin> filled = IntStream.range(0, bins)
                .filter(b -> customers[b] > 0)
                .mapToObj(b ->
                        new CalibrationBin(Math.min(1, sum[b] / customers[b]), new Proportion(buyers[b], customers[b])))
                .toList();
        return new ProbabilityAccuracy(new Proportion(bought, n), squared, filled);
    }

    /** The customers by value, from the least up; those of equal value by what they did. */
    private int[] order(double[] value) {
        return IntStream.range(0, actual.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> value[i]).thenComparingInt(i -> actual[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int endOfTie(double[] value, int[] order, int start) {
        int end = start + 1;
        while (end < order.length && value[order[end]] == value[order[start]]) {
            end++;
        }
        return end;
    }

    /** [i] is what the i customers of the highest values bought, where those of equal value share alike. */
    private double[] topPurchases(double[] value, int[] order) {
        int n = actual.length;
        double[] top = new double[n + 1];
        long above = purchases;
        for (int start = 0; start < n; ) {
            int end = endOfTie(value, order, start);
            long tied = 0;
            for (int rank = start; rank < end; rank++) {
                tied += actual[order[rank]];
            }
            above -= tied;
            for (int rank = start; rank < end; rank++) {
                top[n - rank] = above + (double) tied * (end - rank) / (end - start);
            }
            start = end;
        }
        return top;
    }

    /** The share of all purchases that a number of customers makes, the last of them in part. */
    private double share(double[] top, double customers) {
        int whole = (int) customers;
        double bought =
                whole == actual.length ? top[whole] : top[whole] + (customers - whole) * (top[whole + 1] - top[whole]);
        return Math.min(1, bought / purchases); // rounding may take it above
    }

    private @Nullable Double spearman(double[] predicted, int[] order) {
        double[] p = centredRanks(predicted, order);
        double[] a = centredRanks(perfect, perfectOrder);
        double pp = 0;
        double aa = 0;
        double pa = 0;
        for (int i : order) {
            pp += p[i] * p[i];
            aa += a[i] * a[i];
            pa += p[i] * a[i];
        }
        return pp > 0 && aa > 0 ? Double.valueOf(Math.max(-1, Math.min(1, pa / Math.sqrt(pp * aa)))) : null;
    }

    /** Twice the distance of a customer's rank from the middle one; equal values share their mean rank. Whole numbers. */
    private static double[] centredRanks(double[] value, int[] order) {
        double[] ranks = new double[order.length];
        for (int start = 0; start < order.length; ) {
            int end = endOfTie(value, order, start);
            for (int rank = start; rank < end; rank++) {
                ranks[order[rank]] = (double) start + end - order.length;
            }
            start = end;
        }
        return ranks;
    }
}
