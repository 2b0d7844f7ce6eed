package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Quantiles;
import org.loyalty4j.internal.math.Tails;
import org.loyalty4j.summary.PurchaseDays;

/**
 * The rhythm of a base of customers, with which a silence is judged by the customer's own: 40 days say little of a customer who
 * buys twice a year, and much of one who buys weekly.
 *
 * <p>While a customer still buys, the gaps between purchases are Gamma(k, lambda); the rates lambda of the customers are Gamma(r,
 * alpha). This is conjugate: after n gaps that sum to S days a customer's rate is Gamma(r + k n, alpha + S). So the customer's own
 * mean gap is shrunk to that of the base, the more the fewer the gaps, and with none (one purchase) it is the base's. The next
 * gap G then has a closed form:
 *
 * <pre>{@code
 * P(G > s) = I_x(r + k n, k),   x = (alpha + S)/(alpha + S + s)
 * }</pre>
 *
 * <p>with the regularized incomplete beta function I. It is the probability of a silence at least this long from a customer who
 * still buys. It is no probability of having left: for that, the share of those who leave must come in as well, which is the
 * business of the models of purchases; {@link PersonalFalseChurnCurve} shows how well a rhythm alone foresees who comes back.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of its range.
 *
 * @param k the shape of the gaps, in (0, inf): 1 for purchases at random, larger for more regular ones
 * @param r the shape of the rates, in (0, inf): the larger, the more alike the customers
 * @param alphaDays the scale of the rates in days, in (0, inf)
 * @param dropout the share of customers who leave after a purchase, in [0, 1): taken into account when the others are fitted,
 *     since the silences of those who left say nothing of the rhythm
 * @param warnings what to beware of in the fit, naming each parameter that stands at a bound; none in a rhythm of your own numbers
 */
public record BaseRhythm(double k, double r, double alphaDays, double dropout, Set<RhythmWarning> warnings)
        implements Serializable {
    private static final double NEXT_TO_NOTHING = 1e-12;

    public BaseRhythm {
        Objects.requireNonNull(warnings, "warnings");
        Checks.positive(k, "k");
        Checks.positive(r, "r");
        Checks.positive(alphaDays, "alphaDays");
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("dropout must be in [0, 1), but was " + dropout);
        }
        EnumSet<RhythmWarning> copy = EnumSet.noneOf(RhythmWarning.class);
        copy.addAll(warnings);
        warnings = Collections.unmodifiableSet(copy);
    }

    /**
     * A rhythm of known numbers, without warnings.
     *
     * @param k the shape of the gaps, in (0, inf)
     * @param r the shape of the rates, in (0, inf)
     * @param alphaDays the scale of the rates in days, in (0, inf)
     * @param dropout the share of customers who leave after a purchase, in [0, 1)
     * @throws IllegalArgumentException if a number is out of its range
     */
    public BaseRhythm(double k, double r, double alphaDays, double dropout) {
        this(k, r, alphaDays, dropout, Set.of());
    }

    /**
     * Fits the rhythm of a base by maximum likelihood. A customer with n gaps g and a silence s since the last purchase contributes
     *
     * <pre>{@code
     * (1 - p)^n * E[product of f(g | lambda)] * (p + (1 - p) P(G > s | gaps)),   p = dropout
     * }</pre>
     *
     * <p>The open silence counts: gaps that have ended by the last day are the shorter ones, and taken alone they would make every
     * silence look long. Of more than 4000 buyers, so many are taken, evenly spaced over the order of the log: the four numbers
     * need no more. Where no customer has two gaps, regularity cannot be told from likeness, and k is 1.
     *
     * <p>With fewer than 40 gaps, ten for each of the four numbers, or fewer than ten customers who bought twice, nothing is fitted.
     * Look at {@link #warnings} first: where the likelihood rises as far as a number is let, k in [0.05, 100] or r in [0.02, 1000],
     * the number says "at least" or "at most". The rhythm may still judge silences well, as where customers are all alike; only
     * with {@link RhythmWarning#NO_MAXIMUM} should it not be used. Nobody leaving is no such case: a dropout of 0 is believed.
     *
     * @param days when the customers bought
     * @return the rhythm; empty where the gaps are too few
     * @see <a href="https://doi.org/10.1287/mksc.1040.0098">Fader, Hardie and Lee (2005), of whom the dropout is taken</a>
     */
    public static Optional<BaseRhythm> fit(PurchaseDays days) {
        return new RhythmLikelihood(Objects.requireNonNull(days, "days")).fit();
    }

    /**
     * The probability that the next gap of a customer exceeds some days, if the customer still buys.
     *
     * @param gaps n: the customer's gaps so far, one fewer than purchase days; in [0, inf)
     * @param sumOfGapsDays S: their sum, the days from the first purchase to the last; in [0, inf)
     * @param silenceDays s: the days since the last purchase, in [0, inf)
     * @return P(G > s), in [0, 1]
     * @throws IllegalArgumentException if a number is out of its range, or there are days without gaps
     */
    public double longerThan(int gaps, double sumOfGapsDays, double silenceDays) {
        requireGaps(gaps, sumOfGapsDays);
        Checks.notNegative(silenceDays, "silenceDays");
        double scale = alphaDays + sumOfGapsDays;
        return Tails.beta(scale / (scale + silenceDays), r + k * gaps, k);
    }

    /**
     * The silence that a customer who still buys exceeds only so often: a threshold of one's own.
     *
     * @param gaps n: the customer's gaps so far, in [0, inf)
     * @param sumOfGapsDays S: their sum, in [0, inf)
     * @param probability how often the next gap is longer, in (0, 1); 0.5 gives the typical gap
     * @return days s with P(G > s) = probability, in [0, inf): 0 only if they are fewer than a double can tell from it
     * @throws IllegalArgumentException if a number is out of its range, or there are days without gaps
     * @throws ArithmeticException if the days are more than a double can hold, as for rare silences where r is next to 0
     */
    public double exceededWith(double probability, int gaps, double sumOfGapsDays) {
        Checks.inOpen(probability, 0, 1, "probability");
        requireGaps(gaps, sumOfGapsDays);
        double scale = alphaDays + sumOfGapsDays;
        double shape = r + k * gaps;
        double x = Quantiles.beta(probability, shape, k);
        boolean plain = x > NEXT_TO_NOTHING && (x < 0.5 || probability <= 0.5);
        double days = plain
                ? scale * ((1 - x) / x)
                : StrictMath.exp(StrictMath.log(scale) + extremeLogOdds(probability, shape, x));
        if (!(days < Double.POSITIVE_INFINITY)) {
            throw new ArithmeticException("the silence exceeded with probability " + probability + " is too long");
        }
        return days;
    }

    /** ln((1 - x)/x) of the quantile x of Beta(shape, k) where x or 1 - x is too small for the digits of a double. */
    private double extremeLogOdds(double probability, double shape, double x) {
        if (x < 0.5) {
            return StrictMath.log1p(-x) - Quantiles.logBeta(probability, shape, k);
        }
        double rest = Quantiles.logBeta(1 - probability, k, shape);
        return rest - StrictMath.log1p(-StrictMath.exp(rest));
    }

    private static void requireGaps(int gaps, double sumOfGapsDays) {
        Checks.notNegative((long) gaps, "gaps");
        Checks.notNegative(sumOfGapsDays, "sumOfGapsDays");
        if (gaps == 0 && sumOfGapsDays > 0) {
            throw new IllegalArgumentException("sumOfGapsDays must be 0 without gaps, but was " + sumOfGapsDays);
        }
    }

    private String typicalGap() {
        try {
            return String.format(Locale.ROOT, "%.1f days", exceededWith(0.5, 0, 0));
        } catch (ArithmeticException e) {
            return "too long to say";
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "BaseRhythm: k %.3f, r %.3f, alpha %.2f days, dropout %.3f; a typical gap is %s%s",
                k,
                r,
                alphaDays,
                dropout,
                typicalGap(),
                warnings.stream().map(warning -> ". " + warning.label()).collect(Collectors.joining()));
    }
}
