package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.BitSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.loyalty4j.Estimate;
import org.loyalty4j.internal.Checks;

/**
 * How those who answered differ, in what is known of everybody, from those who did not.
 *
 * <p>Frequency, spend, days since the last purchase: where the two groups differ in these, they may well differ in what they would
 * have answered, and {@link PostStratification} by that column is in place. Where they do not, they may still differ in
 * their answers.
 *
 * @param column what is compared, not blank
 * @param answered the customers who answered
 * @param silent the customers who did not
 */
public record ResponseBias(String column, ColumnSummary answered, ColumnSummary silent) implements Serializable {

    public ResponseBias {
        Checks.notBlank(column, "column");
        Objects.requireNonNull(answered, "answered");
        Objects.requireNonNull(silent, "silent");
    }

    /**
     * Splits a column by who answered.
     *
     * @param column what is compared, not blank
     * @param valueByCustomer one element a customer, finite
     * @param answered the indices of the customers who answered
     * @return both groups
     * @throws IllegalArgumentException if a value is not finite, or a customer answered who is not in the base
     */
    public static ResponseBias of(String column, double[] valueByCustomer, BitSet answered) {
        ResponseTable.requireInBase(answered, valueByCustomer.length);
        double[] yes = new double[answered.cardinality()];
        double[] no = new double[valueByCustomer.length - yes.length];
        int filled = 0;
        for (int i = 0; i < valueByCustomer.length; i++) {
            Checks.finite(valueByCustomer[i], "valueByCustomer", i);
            if (answered.get(i)) {
                yes[filled++] = valueByCustomer[i];
            } else {
                no[i - filled] = valueByCustomer[i];
            }
        }
        return new ResponseBias(column, ColumnSummary.of(yes), ColumnSummary.of(no));
    }

    /**
     * How much higher the mean of those who answered is, with Welch's interval.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return the difference, in the units of the column; empty if either group has fewer than two customers
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see ColumnSummary#minus
     */
    public Optional<Estimate> difference(double confidence) {
        return answered.minus(silent, confidence);
    }

    /**
     * The difference of the means in standard deviations, which compares columns of different units and does not grow with the
     * number of customers.
     *
     * <pre>{@code (m1 - m2) / sqrt((s1^2 + s2^2) / 2)}</pre>
     *
     * <p>Above 0.1 in size it is commonly called an imbalance.
     *
     * @return the standardised difference; empty if either group has fewer than two customers, or no value differs within both
     * @see <a href="https://doi.org/10.1002/sim.3697">Austin (2009)</a>
     */
    public OptionalDouble standardisedDifference() {
        Double s1 = answered.standardDeviation();
        Double s2 = silent.standardDeviation();
        Double m1 = answered.mean();
        Double m2 = silent.mean();
        if (s1 == null || s2 == null || m1 == null || m2 == null || !(s1 + s2 > 0)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((m1 - m2) / Math.sqrt((s1 * s1 + s2 * s2) / 2));
    }

    @Override
    public String toString() {
        OptionalDouble standardised = standardisedDifference();
        return column + ": answered " + answered + "; silent " + silent
                + (standardised.isEmpty()
                        ? ""
                        : String.format(Locale.ROOT, "; standardised difference %.3f", standardised.getAsDouble()));
    }
}
