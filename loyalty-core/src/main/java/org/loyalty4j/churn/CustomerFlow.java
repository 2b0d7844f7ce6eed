package org.loyalty4j.churn;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.loyalty4j.Estimate;
import org.loyalty4j.Horizon;
import org.loyalty4j.Interval;
import org.loyalty4j.Proportion;
import org.loyalty4j.data.Customer;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Quantiles;

/**
 * Who was on the books when a window of days opened, who joined and who left within it.
 *
 * <p>For customers whose leave date is known. The window opens with its first day: a customer who joins on
 * {@code startInclusive} joined within it, and one whose {@link Customer#leftOn()} is that day was still there when it opened and left
 * within it. The number at the end of one window is therefore the number at the start of the next.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the window is empty, a count is negative, more customers left than
 * there were, or the exposure is more than that many customers can have.
 *
 * @param startInclusive the first day of the window
 * @param endExclusive the day after its last, after {@code startInclusive}
 * @param atStart customers on the books when the window opened, in [0, inf)
 * @param joined customers who joined within the window, in [0, inf)
 * @param leftOfAtStart those of {@code atStart} who left within it, in [0, atStart]
 * @param leftOfJoined those of {@code joined} who left within it, in [0, joined]
 * @param exposureDays days on the books within the window, summed over customers, in [0, (atStart + joined) * days]
 */
public record CustomerFlow(
        LocalDate startInclusive,
        LocalDate endExclusive,
        long atStart,
        long joined,
        long leftOfAtStart,
        long leftOfJoined,
        long exposureDays)
        implements Serializable {

    public CustomerFlow {
        requireWindow(startInclusive, endExclusive);
        Checks.notNegative(atStart, "atStart");
        Checks.notNegative(joined, "joined");
        Checks.partOf(leftOfAtStart, atStart, "leftOfAtStart");
        Checks.partOf(leftOfJoined, joined, "leftOfJoined");
        Checks.partOf(
                exposureDays,
                Math.multiplyExact(
                        Math.addExact(atStart, joined), ChronoUnit.DAYS.between(startInclusive, endExclusive)),
                "exposureDays");
    }

    static void requireWindow(LocalDate startInclusive, LocalDate endExclusive) {
        Objects.requireNonNull(startInclusive, "startInclusive");
        if (!endExclusive.isAfter(startInclusive)) {
            throw new IllegalArgumentException(
                    "endExclusive must be after startInclusive " + startInclusive + ", but was " + endExclusive);
        }
    }

    /**
     * Counts the customers of a window.
     *
     * <p>A customer who left and came back is two rows of one id, each a spell of its own. The order of the rows does not
     * matter.
     *
     * @param customers customers with the day they joined and, where they did, left; in any order
     * @param startInclusive the first day of the window
     * @param endExclusive the day after its last, after {@code startInclusive}
     * @return the flow
     * @throws IllegalArgumentException if the window is empty, or two spells of one customer overlap
     */
    public static CustomerFlow between(List<Customer> customers, LocalDate startInclusive, LocalDate endExclusive) {
        Objects.requireNonNull(customers, "customers");
        requireWindow(startInclusive, endExclusive);
        Spells.requireSeparate(customers);
        long atStart = 0;
        long joined = 0;
        long leftOfAtStart = 0;
        long leftOfJoined = 0;
        long exposureDays = 0;
        for (Customer customer : customers) {
            LocalDate joinedOn = customer.joinedOn();
            LocalDate leftOn = customer.leftOn();
            if (!joinedOn.isBefore(endExclusive) || (leftOn != null && leftOn.isBefore(startInclusive))) {
                continue;
            }
            boolean left = leftOn != null && leftOn.isBefore(endExclusive);
            if (joinedOn.isBefore(startInclusive)) {
                atStart++;
                leftOfAtStart += left ? 1 : 0;
            } else {
                joined++;
                leftOfJoined += left ? 1 : 0;
            }
            exposureDays += ChronoUnit.DAYS.between(
                    joinedOn.isBefore(startInclusive) ? startInclusive : joinedOn,
                    leftOn != null && left ? leftOn : endExclusive);
        }
        return new CustomerFlow(
                startInclusive, endExclusive, atStart, joined, leftOfAtStart, leftOfJoined, exposureDays);
    }

    /**
     * The number of customers who left within the window.
     *
     * @return {@code leftOfAtStart + leftOfJoined}, in [0, inf)
     */
    public long left() {
        return leftOfAtStart + leftOfJoined;
    }

    /**
     * The number of customers on the books when the window closed.
     *
     * @return {@code atStart + joined - left}, in [0, inf)
     */
    public long atEnd() {
        return atStart + joined - left();
    }

    /**
     * The length of the window.
     *
     * @return days from {@code startInclusive} to {@code endExclusive}, in [1, inf)
     */
    public long days() {
        return ChronoUnit.DAYS.between(startInclusive, endExclusive);
    }

    /**
     * The share of the customers at the start who were still there at the end: the complement of churn {@link
     * Denominator#AT_START}. By the other denominators churn is not a share and has no complement.
     *
     * @return those of {@code atStart} who did not leave, of {@code atStart}
     */
    public Proportion retentionRate() {
        return new Proportion(leftOfAtStart, atStart).complement();
    }

    /**
     * The churn rate of the window, by a named denominator.
     *
     * <ul>
     *   <li>{@link Denominator#AT_START}: {@code leftOfAtStart / atStart}, with its Wilson interval.
     *   <li>{@link Denominator#EXPOSURE}: {@code left / (exposureDays / days)}, with the exact Poisson interval of Garwood:
     *       {@code Gamma^-1(alpha/2; left)} and {@code Gamma^-1(1 - alpha/2; left + 1)} in place of {@code left}.
     *   <li>{@link Denominator#AVERAGE}: {@code left / ((atStart + atEnd) / 2)}: the same rate with its exposure taken as if
     *       the number of customers had moved in a straight line; the interval is likewise Garwood's.
     * </ul>
     *
     * <p>Every rate is for the length of the window; {@link ChurnRate#per} says it for another.
     *
     * @param denominator what the rate is a rate of
     * @param confidence the confidence level, in (0, 1)
     * @return the churn rate; empty if the denominator is zero
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see <a href="https://doi.org/10.1093/biomet/28.3-4.437">Garwood (1936)</a>
     */
    public Optional<ChurnRate> churnRate(Denominator denominator, double confidence) {
        Objects.requireNonNull(denominator, "denominator");
        Checks.confidence(confidence);
        Optional<Estimate> estimate = switch (denominator) {
            case AT_START -> new Proportion(leftOfAtStart, atStart).wilson(confidence);
            case AVERAGE -> garwood(left(), (atStart + atEnd()) / 2.0, confidence);
            case EXPOSURE -> garwood(left(), (double) exposureDays / days(), confidence);
        };
        return estimate.map(value -> new ChurnRate(denominator, Horizon.days((double) days()), value));
    }

    /**
     * The churn rate of the window with an interval that covers at least as often as it says, whatever the numbers: that of Clopper and
     * Pearson {@link Denominator#AT_START}, and Garwood's, which is exact already, by the other two.
     *
     * @param denominator what the rate is a rate of
     * @param confidence the confidence level, in (0, 1)
     * @return the churn rate; empty if the denominator is zero
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson (1934)</a>
     */
    public Optional<ChurnRate> exactChurnRate(Denominator denominator, double confidence) {
        return Objects.requireNonNull(denominator, "denominator") == Denominator.AT_START
                ? new Proportion(leftOfAtStart, atStart)
                        .exact(confidence)
                        .map(value -> new ChurnRate(denominator, Horizon.days((double) days()), value))
                : churnRate(denominator, confidence);
    }

    private static Optional<Estimate> garwood(long events, double exposure, double confidence) {
        if (!(exposure > 0)) {
            return Optional.empty();
        }
        double tail = (1 - confidence) / 2;
        double lower = events == 0 ? 0 : Quantiles.gamma(tail, (double) events);
        double upper = Quantiles.gamma(1 - tail, events + 1.0);
        return Optional.of(
                new Estimate(events / exposure, new Interval(lower / exposure, upper / exposure, confidence)));
    }

    @Override
    public String toString() {
        return startInclusive + " to " + endExclusive + " (exclusive): " + atStart + " at start + " + joined
                + " joined - " + left() + " left = " + atEnd() + " at end, " + exposureDays + " customer-days";
    }
}
