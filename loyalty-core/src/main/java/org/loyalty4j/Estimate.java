package org.loyalty4j;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.loyalty4j.internal.Checks;

/**
 * A number that was estimated, with its uncertainty.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the value is not finite.
 *
 * @param value the point estimate, finite
 * @param interval its confidence interval, which for some methods need not contain the value
 */
public record Estimate(double value, Interval interval) implements Serializable {

    public Estimate {
        Checks.finite(value, "value");
        Objects.requireNonNull(interval, "interval");
    }

    /**
     * What follows from this estimate by a function that never falls, such as a rate said for another period.
     *
     * @param rising a function, never falling between the bounds and finite at them and the value
     * @return the function of the value and of both bounds, at the same confidence
     * @throws IllegalArgumentException if the function is not finite there, or falls from the lower bound to the upper
     */
    public Estimate map(DoubleUnaryOperator rising) {
        Objects.requireNonNull(rising, "rising");
        return new Estimate(
                rising.applyAsDouble(value),
                new Interval(
                        rising.applyAsDouble(interval.lower()),
                        rising.applyAsDouble(interval.upper()),
                        interval.confidence()));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4g %s", value, interval);
    }
}
