package org.loyalty4j.summary;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.internal.Checks;

/**
 * How regularly customers buy: the shape k of the Erlang or gamma distribution of the times between purchases, k = 1 for purchases
 * at random as the NBD assumes, larger for more regular ones.
 *
 * <p>Of two successive gaps of one customer, the share of the first, M = gap1/(gap1 + gap2), has a symmetric beta distribution
 * with both parameters k, whatever the customer's rate (Wheat and Morrison 1990). So
 *
 * <pre>{@code
 * Var(M) = 1/(4(2k + 1)),   k = (1 - 4 Var(M))/(8 Var(M))
 * }</pre>
 *
 * <p>Each customer with two gaps gives one pair, the last two. The variance is taken about 1/2, which is the mean of M by symmetry:
 * so k is always above zero. Gaps count whole days between purchase days.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of its range.
 *
 * @param pairs the customers with at least two gaps, in [0, inf)
 * @param meanShare the mean of M, in [0, 1]; 0.5 without a pair. Far from 0.5, customers are speeding up (above) or slowing down
 *     (below), and k says less
 * @param shareVariance Var(M): the mean of (M - 1/2)^2, in [0, 0.25]; 0 without a pair
 * @param shareFourthMoment the mean of (M - 1/2)^4, in [0, 0.0625]; 0 without a pair
 * @param gaps all gaps of all customers, in [0, inf): the sum of x
 * @param sumOfLogGaps the sum over all gaps of ln(gap in days), in [0, inf)
 */
public record PurchaseRhythm(
        long pairs, double meanShare, double shareVariance, double shareFourthMoment, long gaps, double sumOfLogGaps)
        implements Serializable {

    public PurchaseRhythm {
        Checks.notNegative(pairs, "pairs");
        Checks.inClosed(meanShare, 0, 1, "meanShare");
        Checks.inClosed(shareVariance, 0, 0.25, "shareVariance");
        Checks.inClosed(shareFourthMoment, 0, 0.0625, "shareFourthMoment");
        Checks.notNegative(gaps, "gaps");
        Checks.notNegative(sumOfLogGaps, "sumOfLogGaps");
    }

    /**
     * Measures the rhythm of a log's customers.
     *
     * @param log the transactions
     * @param rules what counts as a purchase occasion
     * @param asOf the last day observed; later rows are left out
     * @return the rhythm
     * @throws IllegalArgumentException if {@code asOf} is before every row or not in the years 1 to 9999, a customer's total
     *     overflows, or a refund is met under {@link org.loyalty4j.data.RefundPolicy#REJECT}
     */
    public static PurchaseRhythm of(TransactionLog log, PurchaseRules rules, LocalDate asOf) {
        return of(PurchaseDays.of(log, rules, asOf));
    }

    /**
     * Measures the rhythm of customers whose purchase days are known.
     *
     * @param days when they bought
     * @return the rhythm
     */
    public static PurchaseRhythm of(PurchaseDays days) {
        GapCounts counts = new GapCounts();
        for (int c = 0; c < days.customerCount(); c++) {
            counts.add(days, c);
        }
        return of(counts);
    }

    /**
     * Measures the rhythm of customers of whom only it is known how many gaps were how long.
     *
     * @param counts the gaps
     * @return the rhythm; of the same customers the same, whatever their order
     */
    public static PurchaseRhythm of(GapCounts counts) {
        Sums sums = new Sums();
        counts.gaps().forEach((days, none, gaps) -> sums.addGaps(days, gaps));
        counts.lastTwo().forEach(sums::addPairs);
        return sums.rhythm();
    }

    /** Sums over equal gaps and equal pairs of gaps, which come in ascending order: so they do not depend on that of the customers. */
    private static final class Sums {
        private long pairs;
        private double shares;
        private double squares;
        private double fourths;
        private long gaps;
        private double logs;

        void addGaps(long days, long count) {
            gaps += count;
            logs += count * StrictMath.log(days);
        }

        void addPairs(long first, long second, long count) {
            double share = (double) first / (first + second);
            double square = (share - 0.5) * (share - 0.5);
            pairs += count;
            shares += count * share;
            squares += count * square;
            fourths += count * (square * square);
        }

        PurchaseRhythm rhythm() {
            return pairs == 0
                    ? new PurchaseRhythm(0, 0.5, 0, 0, gaps, logs)
                    : new PurchaseRhythm(pairs, shares / pairs, squares / pairs, fourths / pairs, gaps, logs);
        }
    }

    /**
     * The shape k of the times between purchases.
     *
     * @return {@code (1 - 4 Var(M))/(8 Var(M))}, in (0, inf); empty without a pair, or where the gaps of every pair are equal and
     *     no finite k would do
     */
    public OptionalDouble shape() {
        return shareVariance > 0
                ? OptionalDouble.of((1 - 4 * shareVariance) / (8 * shareVariance))
                : OptionalDouble.empty();
    }

    /**
     * The standard error of the shape, by the delta method.
     *
     * <pre>{@code
     * sqrt((mean of (M - 1/2)^4 - Var(M)^2) / pairs) / (8 Var(M)^2)
     * }</pre>
     *
     * @return the standard error, in [0, inf); empty where the shape is, and with a single pair
     */
    public OptionalDouble standardError() {
        if (!(shareVariance > 0 && pairs > 1)) {
            return OptionalDouble.empty();
        }
        double square = shareVariance * shareVariance;
        return OptionalDouble.of(Math.sqrt(Math.max(0, shareFourthMoment - square) / pairs) / (8 * square));
    }

    /**
     * The sum over all gaps of the logarithm of the gap: the part of the likelihood of a model with Erlang gaps of shape k that
     * depends on more than (x, t_x, T) is k - 1 times this.
     *
     * @param unit the unit of the gaps
     * @return {@code sumOfLogGaps - gaps * ln(days in unit)}
     */
    public double sumOfLogGaps(PeriodUnit unit) {
        return sumOfLogGaps
                - gaps * StrictMath.log(Objects.requireNonNull(unit, "unit").days());
    }

    @Override
    public String toString() {
        return shape().isEmpty()
                ? "PurchaseRhythm: shape undefined over " + pairs + " pairs of gaps"
                : String.format(
                        Locale.ROOT, "PurchaseRhythm: shape %.3f over %d pairs of gaps", shape().orElseThrow(), pairs);
    }
}
