package org.loyalty4j;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Quantiles;
import org.loyalty4j.internal.math.WilsonScore;

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
        double share = (double) successes / trials;
        double[] bounds = WilsonScore.bounds(share, trials, confidence);
        return Optional.of(new Estimate(share, new Interval(bounds[0], bounds[1], confidence)));
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

    /**
     * The share with its mid-p interval, which is the exact one without its caution: for rare events the best choice.
     *
     * <pre>{@code
     * lower: P(X > x | lower) + P(X = x | lower) / 2 = alpha/2
     * upper: P(X < x | upper) + P(X = x | upper) / 2 = alpha/2
     * }</pre>
     *
     * <p>It is narrower than {@link #exact} and covers close to what it says on average; unlike {@link #wilson} it does so for
     * shares near 0 and 1 too. For single shares it may cover less than it says, by up to three points at 95 % and ten trials.
     *
     * <p>Source: Berry and Armitage (1995), The Statistician 44(4), 417-423.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return the share and its interval; empty without trials
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     */
    public Optional<Estimate> midP(double confidence) {
        Checks.confidence(confidence);
        if (trials == 0) {
            return Optional.empty();
        }
        double tail = (1 - confidence) / 2;
        // The bound for the failures is small where the share is near 1, and keeps its digits.
        double lower = successes == 0 ? 0 : Quantiles.midBinomial(tail, successes, trials);
        double upper = successes == trials ? 1 : 1 - Quantiles.midBinomial(tail, trials - successes, trials);
        return Optional.of(new Estimate((double) successes / trials, new Interval(lower, upper, confidence)));
    }

    /**
     * How much larger this share is than one of other customers, with Newcombe's interval from the two Wilson intervals.
     *
     * <pre>{@code
     * d = p1 - p2,   [d - sqrt((p1 - l1)^2 + (u2 - p2)^2), d + sqrt((u1 - p1)^2 + (p2 - l2)^2)]
     * }</pre>
     *
     * <p>Edge cases: never below -1 or above 1; not of zero width where both shares are 0 or 1. The two must be of different
     * customers: of the same ones asked twice, the changes are what to look at.
     *
     * @param other the share to compare with: p2, with bounds l2 and u2
     * @param confidence the confidence level, in (0, 1)
     * @return {@code value - other.value}, in [-1, 1], and its interval; empty if either has no trials
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see <a href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I">Newcombe (1998b)</a>
     */
    public Optional<Estimate> minus(Proportion other, double confidence) {
        Optional<Estimate> first = wilson(confidence);
        Optional<Estimate> second = other.wilson(confidence);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        double p1 = first.get().value();
        double p2 = second.get().value();
        Interval one = first.get().interval();
        Interval two = second.get().interval();
        double difference = p1 - p2;
        double down = StrictMath.hypot(p1 - one.lower(), two.upper() - p2);
        double up = StrictMath.hypot(one.upper() - p1, p2 - two.lower());
        return Optional.of(new Estimate(
                difference, new Interval(Math.max(-1, difference - down), Math.min(1, difference + up), confidence)));
    }

    @Override
    public String toString() {
        return trials == 0
                ? "0 of 0"
                : String.format(Locale.ROOT, "%.2f %% (%d of %d)", 100.0 * successes / trials, successes, trials);
    }
}
