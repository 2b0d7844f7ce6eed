package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Quantiles;

/**
 * How many values a group of customers has, and where they lie.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the count or the standard deviation is negative, a number is not
 * finite, or one is given that so few values do not have, and {@link NullPointerException} if a number is missing that so many values have.
 *
 * @param customers the number of values, in [0, inf)
 * @param mean their mean; null without values
 * @param median their median; null without values
 * @param standardDeviation their standard deviation, with n - 1, in [0, inf); null with fewer than two
 */
public record ColumnSummary(
        long customers,
        @Nullable Double mean,
        @Nullable Double median,
        @Nullable Double standardDeviation) implements Serializable {

    public ColumnSummary {
        Checks.notNegative(customers, "customers");
        if (customers > 0) {
            Checks.finite(Objects.requireNonNull(mean, "mean"), "mean");
            Checks.finite(Objects.requireNonNull(median, "median"), "median");
        }
        if (customers > 1) {
            Checks.notNegative(Objects.requireNonNull(standardDeviation, "standardDeviation"), "standardDeviation");
        }
        requireNone(customers == 0, mean, "mean", customers);
        requireNone(customers == 0, median, "median", customers);
        requireNone(customers < 2, standardDeviation, "standardDeviation", customers);
    }

    private static void requireNone(boolean undefined, @Nullable Double value, String name, long customers) {
        if (undefined && value != null) {
            throw new IllegalArgumentException(
                    name + " must be null with customers = " + customers + ", but was " + value);
        }
    }

    /**
     * Sums up a column.
     *
     * @param values the values, finite, in any order
     * @return their number, mean, median and standard deviation
     * @throws IllegalArgumentException if a value is not finite
     */
    public static ColumnSummary of(double[] values) {
        double[] sorted = values.clone();
        for (int i = 0; i < sorted.length; i++) {
            Checks.finite(sorted[i], "values", i);
        }
        Arrays.sort(sorted);
        int n = sorted.length;
        if (n == 0) {
            return new ColumnSummary(0, null, null, null);
        }
        double median = sorted[(n - 1) / 2] + (sorted[n / 2] - sorted[(n - 1) / 2]) / 2;
        double sum = 0;
        for (double value : sorted) {
            sum += value - median;
        }
        double mean = median + sum / n;
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        return new ColumnSummary(n, mean, median, n == 1 ? null : Math.sqrt(squares / (n - 1)));
    }

    /**
     * The mean with its t-interval.
     *
     * <p>Values such as spend are skewed, and for few of them the interval is then too short and too low; the documents on
     * coverage say by how much.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return the mean and its interval; empty with fewer than two values
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see <a href="https://doi.org/10.1093/biomet/6.1.1">Student (1908)</a>
     */
    public Optional<Estimate> mean(double confidence) {
        Checks.confidence(confidence);
        if (mean == null || standardDeviation == null) {
            return Optional.empty();
        }
        double half = Quantiles.twoSidedStudentT(confidence, customers - 1.0)
                * (standardDeviation / Math.sqrt((double) customers));
        return Optional.of(new Estimate(mean, new Interval(mean - half, mean + half, confidence)));
    }

    /**
     * How much higher this mean is than that of other customers, with Welch's interval, which lets the variances differ.
     *
     * <pre>{@code
     * m1 - m2 -+ t(df) sqrt(s1^2/n1 + s2^2/n2)
     * df = (s1^2/n1 + s2^2/n2)^2 / ((s1^2/n1)^2 / (n1 - 1) + (s2^2/n2)^2 / (n2 - 1))
     * }</pre>
     *
     * <p>Edge cases: no width where the values of both groups are all alike, which says that the method has nothing to go by.
     *
     * @param other the customers to compare with: m2, s2 and n2
     * @param confidence the confidence level, in (0, 1)
     * @return {@code mean - other.mean} and its interval; empty if either has fewer than two values
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see <a href="https://doi.org/10.1093/biomet/34.1-2.28">Welch (1947)</a>
     */
    public Optional<Estimate> minus(ColumnSummary other, double confidence) {
        Objects.requireNonNull(other, "other");
        Checks.confidence(confidence);
        if (mean == null || other.mean == null || standardDeviation == null || other.standardDeviation == null) {
            return Optional.empty();
        }
        double difference = mean - other.mean;
        double first = standardDeviation * standardDeviation / customers;
        double second = other.standardDeviation * other.standardDeviation / other.customers;
        double half = 0;
        if (first + second > 0) {
            double part = first / (first + second);
            double freedom = 1 / (part * part / (customers - 1) + (1 - part) * (1 - part) / (other.customers - 1));
            half = Quantiles.twoSidedStudentT(confidence, freedom) * Math.sqrt(first + second);
        }
        return Optional.of(new Estimate(difference, new Interval(difference - half, difference + half, confidence)));
    }

    @Override
    public String toString() {
        return mean == null || median == null
                ? "no customers"
                : String.format(Locale.ROOT, "%,d customers, mean %.4g, median %.4g", customers, mean, median);
    }
}
