package org.loyalty4j.ltv;

import java.util.OptionalDouble;

/**
 * One part of a value.
 *
 * @param value the part, positive or 0
 * @param logVariance the variance of its logarithm; NaN where it is not known
 */
record Uncertain(double value, double logVariance) {

    /** By the delta method, Var(ln q) = Var(q) / q^2; 0 where q itself is. */
    static Uncertain of(double value, OptionalDouble standardError) {
        double error = standardError.orElse(Double.NaN) / value;
        return new Uncertain(value, value == 0 && standardError.isPresent() ? 0 : error * error);
    }
}
