package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.loyalty4j.Estimate;
import org.loyalty4j.internal.Checks;

/**
 * The mean lifetime within a span of time, which, unlike the mean of whole lifetimes, can be known before everybody has left.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the span is not positive, the mean or its interval is not in
 * [0, days], or the standard error is negative.
 *
 * @param days the span, in days since joining, in [1, inf)
 * @param mean the mean number of days within the span on which a customer is there, and its interval; in [0, days]
 * @param standardError the square root of the variance of the mean, in days, in [0, inf)
 */
public record RestrictedMean(int days, Estimate mean, double standardError) implements Serializable {

    public RestrictedMean {
        Checks.positive((long) days, "days");
        Objects.requireNonNull(mean, "mean");
        Checks.inClosed(mean.value(), 0, days, "mean.value");
        Checks.inClosed(mean.interval().lower(), 0, days, "mean.interval.lower");
        Checks.inClosed(mean.interval().upper(), 0, days, "mean.interval.upper");
        Checks.notNegative(standardError, "standardError");
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s of the first %d days", mean, days);
    }
}
