package org.loyalty4j.quadrant;

import java.io.Serializable;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Tails;

/**
 * A behaviour axis from 0 to 100 over a column of numbers, such as expected purchases or spend: fitted to a base and frozen, so
 * that later customers are placed among the same.
 */
public sealed interface ColumnAxis extends Serializable permits PercentileAxis, ShareAxis {

    /**
     * Places a customer by the number.
     *
     * @param value the customer's number, finite
     * @return the position, in [0, 100], never lower for a higher value
     * @throws IllegalArgumentException if the value is not finite
     */
    double position(double value);

    /**
     * The number from which on the positions reach a cut: every higher number does, and no lower one.
     *
     * @param cut a cut on this axis, in [0, 100]
     * @return the number; negative infinity if every number reaches the cut
     * @throws IllegalArgumentException if the cut is out of range
     */
    double valueAt(double cut);

    /**
     * Places customers.
     *
     * @param values their numbers, finite
     * @return their positions in the same order, each in [0, 100]
     * @throws IllegalArgumentException if a value is not finite
     */
    default double[] positions(double[] values) {
        double[] positions = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            positions[i] = position(Checks.finite(values[i], "values", i));
        }
        return positions;
    }

    /**
     * The probability that each customer's true position reaches a cut, where the numbers are estimates with a normal error.
     *
     * <pre>{@code P = Phi((value - valueAt(cut)) / standardError) }</pre>
     *
     * <p>With a standard error of 0 the position is certain, and the probability 0 or 1. What the standard error counts is all
     * that the probability does: the error of a fitted model's expected purchases is that of its parameters, not of what the
     * customer will do.
     *
     * <p>The axis and the cut are taken as they are. Where one error moves the numbers of all customers together, as that of a model's
     * parameters does, it moves a cut that is a percentile of them as well, and leaves most customers on their side: give the
     * standard errors of the difference from the number of a customer at the cut, and not those of the numbers themselves.
     *
     * @param cut a cut on this axis, in [0, 100]
     * @param values the numbers, finite
     * @param standardErrors the standard errors of their differences from the number at the cut, each in [0, inf)
     * @return the probabilities in the same order, each in [0, 1]
     * @throws IllegalArgumentException if an argument is out of range or the columns differ in length
     */
    default double[] probabilitiesAtLeast(double cut, double[] values, double[] standardErrors) {
        double threshold = valueAt(cut);
        Checks.sameLength(values.length, standardErrors.length, "standardErrors");
        double[] probabilities = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            Checks.finite(values[i], "values", i);
            double error = Checks.notNegative(standardErrors[i], "standardErrors", i);
            probabilities[i] =
                    error == 0 ? (position(values[i]) >= cut ? 1 : 0) : Tails.normal((threshold - values[i]) / error);
        }
        return probabilities;
    }
}
