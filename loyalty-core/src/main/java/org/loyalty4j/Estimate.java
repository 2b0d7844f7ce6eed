package org.loyalty4j;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
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

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4g %s", value, interval);
    }
}
