package org.loyalty4j.summary;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.loyalty4j.internal.Checks;

/**
 * Whether customers who buy more often also spend more at a time, which the product of a purchase model and a spend model assumes
 * they do not.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of its range.
 *
 * @param customers the customers, or the sum of their weights, in (0, inf)
 * @param pearson the correlation of mean repeat spend with repeat purchases, in [-1, 1]
 * @param spearman the correlation of their ranks, which a few big spenders do not move, in [-1, 1]; ties are at the middle of
 *     their ranks
 * @see <a href="https://doi.org/10.2307/1412159">Spearman (1904)</a>
 */
public record SpendFrequencyCorrelation(double customers, double pearson, double spearman) implements Serializable {

    public SpendFrequencyCorrelation {
        Checks.positive(customers, "customers");
        Checks.inClosed(pearson, -1, 1, "pearson");
        Checks.inClosed(spearman, -1, 1, "spearman");
    }

    /**
     * Correlates spend with frequency.
     *
     * @param histogram the spend histories
     * @return both coefficients; empty where all customers bought equally often, or spent the same
     */
    public static Optional<SpendFrequencyCorrelation> of(SpendHistogram histogram) {
        Objects.requireNonNull(histogram, "histogram");
        double[] weight = column(histogram, histogram::weight);
        double[] purchases = column(histogram, histogram::repeatPurchases);
        double[] spend = column(histogram, histogram::meanSpend);
        OptionalDouble pearson = correlation(purchases, spend, weight);
        OptionalDouble spearman = correlation(ranks(purchases, weight), ranks(spend, weight), weight);
        return pearson.isEmpty() || spearman.isEmpty()
                ? Optional.empty()
                : Optional.of(new SpendFrequencyCorrelation(
                        histogram.totalWeight(), pearson.getAsDouble(), spearman.getAsDouble()));
    }

    private static double[] column(SpendHistogram histogram, IntToDoubleFunction values) {
        return IntStream.range(0, histogram.size()).mapToDouble(values).toArray();
    }

    /** The rank of each value, ties at the middle of theirs: the weight below it and half of that of its equals. */
    private static double[] ranks(double[] values, double[] weight) {
        DistinctKeys distinct = new DistinctKeys(); // bits of numbers at or above 0 are in the order of the numbers
        int[] numbers = new int[values.length];
        Arrays.setAll(numbers, i -> distinct.add(Double.doubleToRawLongBits(values[i])));
        DistinctKeys.Merged merged = distinct.merged(numbers);
        int[] place = merged.place();
        double[] tied = new double[merged.keys().length];
        for (int i = 0; i < values.length; i++) {
            tied[place[i]] += weight[i];
        }
        double[] rank = new double[tied.length];
        double below = 0;
        for (int i = 0; i < tied.length; i++) {
            rank[i] = below + tied[i] / 2;
            below += tied[i];
        }
        return Arrays.stream(place).mapToDouble(i -> rank[i]).toArray();
    }

    private static OptionalDouble correlation(double[] xs, double[] ys, double[] weight) {
        double[] x = centred(xs, weight);
        double[] y = centred(ys, weight);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += weight[i] * x[i] * x[i];
            yy += weight[i] * y[i] * y[i];
            xy += weight[i] * x[i] * y[i];
        }
        if (!(xx > 0 && yy > 0)) {
            return OptionalDouble.empty();
        }
        double r = xy / Math.sqrt(xx) / Math.sqrt(yy);
        return OptionalDouble.of(Math.max(-1, Math.min(1, r))); // a perfect one may come out a last bit beyond 1
    }

    /** Deviations from the mean, of values scaled so that their squares neither overflow nor all vanish; zeros if all are equal. */
    private static double[] centred(double[] values, double[] weight) {
        double low = Arrays.stream(values).min().orElse(0);
        double range = Arrays.stream(values).max().orElse(0) - low;
        if (!(range > 0)) {
            return new double[values.length];
        }
        double[] scaled = Arrays.stream(values).map(v -> (v - low) / range).toArray();
        double total = 0;
        double sum = 0;
        for (int i = 0; i < scaled.length; i++) {
            total += weight[i];
            sum += weight[i] * scaled[i];
        }
        double mean = sum / total;
        return Arrays.stream(scaled).map(v -> v - mean).toArray();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "SpendFrequencyCorrelation: Pearson %.3f, Spearman %.3f over %.0f customers",
                pearson,
                spearman,
                customers);
    }
}
