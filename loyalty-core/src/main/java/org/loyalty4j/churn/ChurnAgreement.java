package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Quantiles;

/**
 * How far two views of churn agree: who has been silent for longer than a threshold, and who is likely not to buy within a horizon
 * by a model. Agreement is not accuracy: both may be wrong together. Where they differ, a look is worth the while: the model
 * knows who is slow by habit, and the threshold does not.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of its range.
 *
 * @param cut the probability of no purchase from which on the model calls a customer leaving, in [0, 1]
 * @param both called by the threshold and by the model, in [0, inf)
 * @param silentOnly called by the threshold only: silent, but the model expects a purchase; in [0, inf)
 * @param modelOnly called by the model only: not yet silent for longer than the threshold; in [0, inf)
 * @param neither called by none, in [0, inf)
 * @param halfWins over all pairs of a silent customer and one who is not: 2 where the silent one has the higher probability, 1
 *     where they are equal; in [0, 2 * silent * others]
 */
public record ChurnAgreement(double cut, long both, long silentOnly, long modelOnly, long neither, long halfWins)
        implements Serializable {

    public ChurnAgreement {
        Checks.inClosed(cut, 0, 1, "cut");
        Checks.notNegative(both, "both");
        Checks.notNegative(silentOnly, "silentOnly");
        Checks.notNegative(modelOnly, "modelOnly");
        Checks.notNegative(neither, "neither");
        Checks.partOf(halfWins, 2 * (both + silentOnly) * (modelOnly + neither), "halfWins");
    }

    /**
     * Compares the two views, customer by customer.
     *
     * @param silent the rows of the customers silent for longer than the threshold, as of {@link ChurnStates#lapsedBuyers}
     * @param noPurchaseProbability by row, the probability of no purchase within a horizon, each in [0, 1]
     * @param cut the probability from which on the model calls a customer leaving, in [0, 1]
     * @return the agreement
     * @throws IllegalArgumentException if a probability is out of its range, or a row is silent that has none
     */
    public static ChurnAgreement of(BitSet silent, double[] noPurchaseProbability, double cut) {
        Objects.requireNonNull(silent, "silent");
        Objects.requireNonNull(noPurchaseProbability, "noPurchaseProbability");
        Checks.inClosed(cut, 0, 1, "cut");
        if (silent.length() > noPurchaseProbability.length) {
            throw new IllegalArgumentException("silent must be of the " + noPurchaseProbability.length
                    + " customers with a probability, but has row " + (silent.length() - 1));
        }
        int silents = silent.cardinality();
        double[] ofSilent = new double[silents];
        double[] ofOthers = new double[noPurchaseProbability.length - silents];
        int s = 0;
        int o = 0;
        for (int row = 0; row < noPurchaseProbability.length; row++) {
            double p = Checks.inClosed(noPurchaseProbability[row], 0, 1, "noPurchaseProbability", row);
            if (silent.get(row)) {
                ofSilent[s++] = p + 0.0;
            } else {
                ofOthers[o++] = p + 0.0;
            }
        }
        long both = Arrays.stream(ofSilent).filter(p -> p >= cut).count();
        long modelOnly = Arrays.stream(ofOthers).filter(p -> p >= cut).count();
        return new ChurnAgreement(
                cut, both, silents - both, modelOnly, ofOthers.length - modelOnly, halfWins(ofSilent, ofOthers));
    }

    private static long halfWins(double[] ofSilent, double[] ofOthers) {
        Arrays.sort(ofSilent);
        Arrays.sort(ofOthers);
        long sum = 0;
        int below = 0;
        int notAbove = 0;
        for (double p : ofSilent) {
            while (below < ofOthers.length && ofOthers[below] < p) {
                below++;
            }
            while (notAbove < ofOthers.length && ofOthers[notAbove] <= p) {
                notAbove++;
            }
            sum += below + notAbove;
        }
        return sum;
    }

    /**
     * The customers compared.
     *
     * @return their number
     */
    public long customers() {
        return both + silentOnly + modelOnly + neither;
    }

    /**
     * The share of customers of whom both views say the same.
     *
     * @return {@code both + neither} of all; {@link Proportion#wilson} gives the interval
     */
    public Proportion agreement() {
        return new Proportion(both + neither, customers());
    }

    /**
     * Cohen's kappa: the agreement beyond what chance would give. 1 is perfect, 0 no better than chance.
     *
     * <pre>{@code
     * kappa = (p_o - p_e)/(1 - p_e)
     * }</pre>
     *
     * <p>with the observed share of agreement p_o and the one expected of independent views p_e. The interval is that of Fleiss,
     * Cohen and Everitt's large-sample standard error on the scale atanh(kappa), after one customer was added, a quarter to
     * each of the four counts: so it has a width also where all or none agree, and then does not hold the 1 or -1.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return kappa and its interval; empty without customers, or if both views call all or both call none, so that agreement is
     *     certain
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see <a href="https://doi.org/10.1177/001316446002000104">Cohen (1960)</a>
     * @see <a href="https://doi.org/10.1037/h0028106">Fleiss, Cohen and Everitt (1969)</a>
     */
    public Optional<Estimate> kappa(double confidence) {
        Checks.confidence(confidence);
        Kappa observed = new Kappa(both, silentOnly, modelOnly, neither);
        if (!(observed.expected < 1)) {
            return Optional.empty();
        }
        Kappa added = new Kappa(both + 0.25, silentOnly + 0.25, modelOnly + 0.25, neither + 0.25);
        double kappa = added.value();
        double half = Quantiles.twoSidedNormal(confidence) * Math.sqrt(added.variance()) / (1 - kappa * kappa);
        double centre = (StrictMath.log1p(kappa) - StrictMath.log1p(-kappa)) / 2;
        return Optional.of(new Estimate(
                observed.value(),
                new Interval(StrictMath.tanh(centre - half), StrictMath.tanh(centre + half), confidence)));
    }

    /** Kappa of four counts that need not be whole. */
    private static final class Kappa {
        private final double n;
        private final double both;
        private final double silentOnly;
        private final double modelOnly;
        private final double neither;
        private final double silent;
        private final double model;
        private final double expected;

        Kappa(double both, double silentOnly, double modelOnly, double neither) {
            this.n = both + silentOnly + modelOnly + neither;
            this.both = both / n;
            this.silentOnly = silentOnly / n;
            this.modelOnly = modelOnly / n;
            this.neither = neither / n;
            this.silent = this.both + this.silentOnly;
            this.model = this.both + this.modelOnly;
            this.expected = silent * model + (1 - silent) * (1 - model);
        }

        double value() {
            return (both + neither - expected) / (1 - expected);
        }

        double variance() {
            double other = 1 - value();
            double agreeing =
                    both * square(1 - (silent + model) * other) + neither * square(1 - (2 - silent - model) * other);
            double crossed = modelOnly * square(silent + 1 - model) + silentOnly * square(model + 1 - silent);
            double centre = value() - expected * other;
            return Math.max(0, agreeing + square(other) * crossed - square(centre)) / (n * square(1 - expected));
        }
    }

    private static double square(double value) {
        return value * value;
    }

    /**
     * The concordance, or area under the ROC curve: how often a silent customer has a higher probability of no purchase than one who
     * is not silent, equal ones counted half. It needs no cut. 0.5 is no agreement, 1 perfect order.
     *
     * <p>The interval is that of Newcombe's method 5: the values A of which the observed one is at most z standard errors away,
     * with the variance of Hanley and McNeil at A itself and both sample sizes in it replaced by their mean,
     *
     * <pre>{@code
     * V(A) = A(1 - A)/(m n) (1 + (N - 1)((1 - A)/(2 - A) + A/(1 + A))),   N = (m + n)/2
     * }</pre>
     *
     * <p>so it has a width also where every pair is in order.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return the concordance and its interval; empty if all or none are silent
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see <a href="https://doi.org/10.1002/sim.2324">Newcombe (2006)</a>
     */
    public Optional<Estimate> concordance(double confidence) {
        Checks.confidence(confidence);
        double m = both + silentOnly;
        double n = modelOnly + neither;
        if (!(m > 0 && n > 0)) {
            return Optional.empty();
        }
        double observed = halfWins / (2 * m * n);
        double z = Quantiles.twoSidedNormal(confidence);
        return Optional.of(new Estimate(
                observed, new Interval(bound(observed, 0, m, n, z), bound(observed, 1, m, n, z), confidence)));
    }

    /** Halves the way from the observed value to an end of [0, 1], which is always too far off unless it is the value. */
    private static double bound(double observed, double end, double m, double n, double z) {
        double in = observed;
        double out = end;
        for (int i = 0; i < 200 && in != out; i++) {
            double middle = in + (out - in) / 2;
            if (middle == in || middle == out) {
                break;
            }
            double variance = middle
                    * (1 - middle)
                    / (m * n)
                    * (1 + ((m + n) / 2 - 1) * ((1 - middle) / (2 - middle) + middle / (1 + middle)));
            if (square(middle - observed) <= z * z * variance) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return in;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%14s %14s %14s\n%14s %14d %14d\n%14s %14d %14d\nagreement %s",
                "",
                "model: leaving",
                "model: staying",
                "silent",
                both,
                silentOnly,
                "not silent",
                modelOnly,
                neither,
                agreement());
    }
}
