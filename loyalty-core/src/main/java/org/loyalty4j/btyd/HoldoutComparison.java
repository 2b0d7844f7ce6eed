package org.loyalty4j.btyd;

import java.util.ArrayList;
import java.util.Arrays;
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
    private final Ranking perfect; // by the prediction that came true

    HoldoutComparison(int[] actual) {
        this.actual = actual.clone();
        this.purchases = Arrays.stream(actual).asLongStream().sum();
        this.perfect = new Ranking(Arrays.stream(actual).asDoubleStream().toArray(), actual);
    }

    /** Compares predicted numbers of purchases, one a customer. */
    ForecastAccuracy compare(double[] predicted) {
        Ranking ranking = new Ranking(predicted, actual);
        double sum = 0;
        double absolute = 0;
        double squared = 0;
        for (int group = 0; group < ranking.values.length; group++) {
            double value = ranking.values[group];
            for (int rank = ranking.start(group); rank < ranking.end(group); rank++) {
                double error = value - ranking.actual[rank];
                sum += value;
                absolute += Math.abs(error);
                squared += error * error;
            }
        }
        return new ForecastAccuracy(actual.length, purchases, sum, absolute, squared, spearman(ranking), gain(ranking));
    }

    /** Compares predicted probabilities of at least one purchase, one a customer. */
    ProbabilityAccuracy compareProbabilities(double[] probability, int bins) {
        int n = actual.length;
        Ranking ranking = new Ranking(probability, actual);
        double squared = 0;
        double[] sum = new double[bins];
        int[] buyers = new int[bins];
        int[] customers = new int[bins];
        int bin = 0;
        for (int group = 0; group < ranking.values.length; group++) {
            int start = ranking.start(group);
            int end = ranking.end(group);
            int middle = (int) (((long) start + end - 1) / 2);
            while (Tiles.start(bin + 2, bins, n) <= middle) {
                bin++;
            }
            double value = ranking.values[group];
            for (int rank = start; rank < end; rank++) {
                int outcome = ranking.actual[rank] > 0 ? 1 : 0;
                squared += (value - outcome) * (value - outcome);
                sum[bin] += value;
                buyers[bin] += outcome;
            }
            customers[bin] += end - start;
        }
        List<CalibrationBin> filled = IntStream.range(0, bins)
                .filter(b -> customers[b] > 0)
                .mapToObj(b -> new CalibrationBin(
                        Math.min(1, sum[b] / customers[b]), // rounding may take it above
                        new Proportion(buyers[b], customers[b])))
                .toList();
        return new ProbabilityAccuracy(new Proportion(Arrays.stream(buyers).sum(), n), squared, filled);
    }

    private List<GainPoint> gain(Ranking ranking) {
        List<GainPoint> gain = new ArrayList<>();
        if (purchases > 0) {
            double[] byPrediction = topPurchases(ranking);
            double[] ideal = topPurchases(perfect);
            for (int decile = 1; decile <= GainPoint.DECILES; decile++) {
                double top = (double) decile * actual.length / GainPoint.DECILES;
                gain.add(new GainPoint(decile, share(byPrediction, top), share(ideal, top)));
            }
        }
        return gain;
    }

    /** [i] is what the i customers of the highest values bought, where those of equal value share alike. */
    private double[] topPurchases(Ranking ranking) {
        int n = actual.length;
        double[] top = new double[n + 1];
        long above = purchases;
        for (int group = 0; group < ranking.values.length; group++) {
            int start = ranking.start(group);
            int end = ranking.end(group);
            long tied = 0;
            for (int rank = start; rank < end; rank++) {
                tied += ranking.actual[rank];
            }
            above -= tied;
            for (int rank = start; rank < end; rank++) {
                top[n - rank] = above + (double) tied * (end - rank) / (end - start);
            }
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

    private @Nullable Double spearman(Ranking ranking) {
        double pp = 0;
        double aa = 0;
        double pa = 0;
        for (int group = 0; group < ranking.values.length; group++) {
            double p = ranking.centredRank(group);
            for (int rank = ranking.start(group); rank < ranking.end(group); rank++) {
                double a = perfect.centredRank(Arrays.binarySearch(perfect.values, ranking.actual[rank]));
                pp += p * p;
                aa += a * a;
                pa += p * a;
            }
        }
        return pp > 0 && aa > 0 ? Double.valueOf(Math.max(-1, Math.min(1, pa / Math.sqrt(pp * aa)))) : null;
    }

    /** What the customers bought, in order of a value and, where it is equal, of the purchases. */
    private static final class Ranking {
        private final double[] values; // distinct, ascending
        private final int[] ends; // the rank after the last of each value
        private final int[] actual; // by rank

        Ranking(double[] value, int[] actual) {
            this.values = distinct(value);
            long[] keys = new long[value.length];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = (long) Arrays.binarySearch(values, value[i] + 0.0) << 32 | actual[i];
            }
            Arrays.sort(keys);
            this.ends = new int[values.length];
            this.actual = new int[keys.length];
            for (int rank = 0; rank < keys.length; rank++) {
                ends[(int) (keys[rank] >> 32)] = rank + 1;
                this.actual[rank] = (int) keys[rank];
            }
        }

        private static double[] distinct(double[] value) {
            double[] sorted = Arrays.stream(value).map(v -> v + 0.0).sorted().toArray(); // -0.0 is 0
            int size = 0;
            for (double v : sorted) {
                if (size == 0 || v > sorted[size - 1]) {
                    sorted[size++] = v;
                }
            }
            return Arrays.copyOf(sorted, size);
        }

        int start(int group) {
            return group == 0 ? 0 : ends[group - 1];
        }

        int end(int group) {
            return ends[group];
        }

        /** Twice the distance of a group's mean rank from the middle one: a whole number. */
        double centredRank(int group) {
            return (double) start(group) + end(group) - actual.length;
        }
    }
}
