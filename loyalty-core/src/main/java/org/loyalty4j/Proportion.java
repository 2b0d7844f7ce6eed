package org.loyalty4j;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Quantiles;

/**
 * A share given by its counts: {@code successes} of {@code trials}.
 *
 * <p>Counts rather than a ratio, so that an interval can always be had; no trials at all is allowed, and then the value
 * and the intervals are empty.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a count is negative or there are more successes than trials.
 *
 * @param successes how many had the property, in [0, trials]
 * @param trials how many were looked at, in [0, inf)
 */
public record Proportion(long successes, long trials) implements Serializable {

    public Proportion {
        Checks.notNegative(trials, "trials");
        Checks.partOf(successes, trials, "successes");
    }

    /**
     * The observed share.
     *
     * @return {@code successes / trials}, in [0, 1]; empty without trials
     */
    public OptionalDouble value() {
        return trials == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) successes / trials);
    }

    /**
     * The share of those without the property.
     *
     * @return {@code trials - successes} of {@code trials}
     */
    public Proportion complement() {
        return new Proportion(trials - successes, trials);
    }

    /**
     * The share with its Wilson score interval, the default everywhere in this library.
     *
     * <pre>{@code
     * (p + z^2/2n -+ z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n)
     * }</pre>
     *
     * <p>Edge cases: never below 0 or above 1; not of zero width at 0 or n successes.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return the share and its interval; empty without trials
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson (1927)</a>
     */
    public Optional<Estimate> wilson(double confidence) {
        Checks.confidence(confidence);
        if (trials == 0) {
            return Optional.empty();
        }
        double z = Quantiles.twoSidedNormal(confidence);
        double n = trials;
        double p = successes / n;
        double centre = p + z * z / (2 * n);
        double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        double scale = 1 + z * z / n;
        // At 0 and at n successes the bound is 0 or 1 exactly; rounding must not leave it a hair inside.
        double lower = successes == 0 ? 0 : Math.max(0, (centre - half) / scale);
        double upper = successes == trials ? 1 : Math.min(1, (centre + half) / scale);
        return Optional.of(new Estimate(p, new Interval(lower, upper, confidence)));
    }

    /**
     * The share with its exact (Clopper-Pearson) interval, which covers at least as often as it says.
     *
     * <pre>{@code
     * lower = Beta^-1(alpha/2;     x,     n - x + 1)
     * upper = Beta^-1(1 - alpha/2; x + 1, n - x)
     * }</pre>
     *
     * @param confidence the confidence level, in (0, 1)
     * @return the share and its interval; empty without trials
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson (1934)</a>
     */
    public Optional<Estimate> exact(double confidence) {
        Checks.confidence(confidence);
        if (trials == 0) {
            return Optional.empty();
        }
        double tail = (1 - confidence) / 2;
        double failures = trials - successes;
        double lower = successes == 0 ? 0 : Quantiles.beta(tail, (double) successes, failures + 1);
        double upper = failures == 0 ? 1 : Quantiles.beta(1 - tail, successes + 1.0, failures);
        return Optional.of(new Estimate((double) successes / trials, new Interval(lower, upper, confidence)));
    }

    @Override
    public String toString() {
        return trials == 0
                ? "0 of 0"
                : String.format(Locale.ROOT, "%.2f %% (%d of %d)", 100.0 * successes / trials, successes, trials);
    }
}
