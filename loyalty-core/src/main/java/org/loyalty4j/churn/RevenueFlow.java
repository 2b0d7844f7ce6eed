package org.loyalty4j.churn;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.loyalty4j.Estimate;
import org.loyalty4j.Horizon;
import org.loyalty4j.Interval;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.WilsonScore;

/**
 * What became of the recurring revenue that was there when a window opened, and what came in addition.
 *
 * <pre>{@code
 * atEnd = atStart - churned - contraction + expansion + started + reactivated
 * gross retention = (atStart - churned - contraction) / atStart
 * net retention   = (atStart - churned - contraction + expansion) / atStart
 * }</pre>
 *
 * <p>Customers are compared at the two ends of the window; a customer who went up and down again in between has not changed.
 * Those who start or come back within it are in neither rate. Customer churn, which counts heads, is {@link CustomerFlow}.
 *
 * <pre>{@code
 * RevenueFlow year = RevenueFlow.between(subscriptions, LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1));
 * year.netRetention(0.95);
 * }</pre>
 */
public final class RevenueFlow implements Serializable {
    private static final long serialVersionUID = 1L;

    private final LocalDate startInclusive;
    private final LocalDate endExclusive;
    private final RevenuePart atStart;
    private final RevenuePart churned;
    private final RevenuePart contraction;
    private final RevenuePart expansion;
    private final RevenuePart started;
    private final RevenuePart reactivated;
    private final RevenuePart atEnd;
    private final BigDecimal squaresAtStart;
    private final BigDecimal expandedAtStart; // what those who expanded had brought

    private RevenueFlow(List<RevenueChange> changes, LocalDate startInclusive, LocalDate endExclusive) {
        this.startInclusive = startInclusive;
        this.endExclusive = endExclusive;
        Tally tally = new Tally();
        Checks.forEach(changes, "changes", tally::add);
        this.atStart = tally.atStart;
        this.churned = tally.churned;
        this.contraction = tally.contraction;
        this.expansion = tally.expansion;
        this.started = tally.started;
        this.reactivated = tally.reactivated;
        this.atEnd = tally.atEnd;
        this.squaresAtStart = tally.squaresAtStart;
        this.expandedAtStart = tally.expandedAtStart;
    }

    /** Adds up the changes. */
    private static final class Tally {
        private RevenuePart atStart = RevenuePart.NONE;
        private RevenuePart churned = RevenuePart.NONE;
        private RevenuePart contraction = RevenuePart.NONE;
        private RevenuePart expansion = RevenuePart.NONE;
        private RevenuePart started = RevenuePart.NONE;
        private RevenuePart reactivated = RevenuePart.NONE;
        private RevenuePart atEnd = RevenuePart.NONE;
        private BigDecimal squaresAtStart = BigDecimal.ZERO;
        private BigDecimal expandedAtStart = BigDecimal.ZERO;

        void add(RevenueChange change) {
            BigDecimal before = change.before();
            BigDecimal after = change.after();
            BigDecimal more = after.subtract(before);
            if (before.signum() > 0) {
                atStart = atStart.plus(before);
                squaresAtStart = squaresAtStart.add(before.multiply(before));
                if (after.signum() == 0) {
                    churned = churned.plus(before);
                } else if (more.signum() < 0) {
                    contraction = contraction.plus(more.negate());
                } else if (more.signum() > 0) {
                    expansion = expansion.plus(more);
                    expandedAtStart = expandedAtStart.add(before);
                }
            } else if (after.signum() > 0 && change.knownBefore()) {
                reactivated = reactivated.plus(after);
            } else if (after.signum() > 0) {
                started = started.plus(after);
            }
            if (after.signum() > 0) {
                atEnd = atEnd.plus(after);
            }
        }
    }

    /**
     * Compares the recurring revenue at the two ends of a window.
     *
     * @param subscriptions the subscriptions, in any order, all in one currency
     * @param startInclusive the first day of the window; its base is the revenue of the day before
     * @param endExclusive the day after its last, after {@code startInclusive}
     * @return the flow
     * @throws IllegalArgumentException if the window is empty, or a customer's amounts add up to more than 18 digits
     */
    public static RevenueFlow between(
            List<Subscription> subscriptions, LocalDate startInclusive, LocalDate endExclusive) {
        return new RevenueFlow(
                RevenueChange.between(subscriptions, startInclusive, endExclusive), startInclusive, endExclusive);
    }

    /**
     * Adds up changes that are known for each customer, such as from two months' invoices.
     *
     * @param changes one for each customer, in any order, all in one currency
     * @param startInclusive the first day of the window; its base is the revenue of the day before
     * @param endExclusive the day after its last, after {@code startInclusive}
     * @return the flow
     * @throws IllegalArgumentException if the window is empty
     */
    public static RevenueFlow of(List<RevenueChange> changes, LocalDate startInclusive, LocalDate endExclusive) {
        Objects.requireNonNull(changes, "changes");
        CustomerFlow.requireWindow(startInclusive, endExclusive);
        return new RevenueFlow(changes, startInclusive, endExclusive);
    }

    /**
     * The first day of the window.
     *
     * @return the day
     */
    public LocalDate startInclusive() {
        return startInclusive;
    }

    /**
     * The day after the last of the window.
     *
     * @return the day
     */
    public LocalDate endExclusive() {
        return endExclusive;
    }

    /**
     * The revenue when the window opened.
     *
     * @return the paying customers and their monthly amount
     */
    public RevenuePart atStart() {
        return atStart;
    }

    /**
     * The revenue lost with customers who no longer pay.
     *
     * @return the customers and what they had paid
     */
    public RevenuePart churned() {
        return churned;
    }

    /**
     * The revenue lost with customers who pay less.
     *
     * @return the customers and by how much less
     */
    public RevenuePart contraction() {
        return contraction;
    }

    /**
     * The revenue gained from customers who pay more.
     *
     * @return the customers and by how much more
     */
    public RevenuePart expansion() {
        return expansion;
    }

    /**
     * The revenue of customers who pay for the first time.
     *
     * @return the customers and their monthly amount
     */
    public RevenuePart started() {
        return started;
    }

    /**
     * The revenue of customers who had stopped paying before the window opened, and pay again.
     *
     * @return the customers and their monthly amount
     */
    public RevenuePart reactivated() {
        return reactivated;
    }

    /**
     * The revenue when the window closed.
     *
     * @return the paying customers and their monthly amount
     */
    public RevenuePart atEnd() {
        return atEnd;
    }

    /**
     * The length of the window.
     *
     * @return days, in [1, inf)
     */
    public long days() {
        return ChronoUnit.DAYS.between(startInclusive, endExclusive);
    }

    /**
     * How many customers of equal amounts would tell as much as these do: a few large ones make a base small.
     *
     * <pre>{@code (sum of before)^2 / sum of before^2 }</pre>
     *
     * @return the effective number of customers at the start, in [1, customers]; 0 without any
     * @see <a href="https://www.wiley.com/en-us/9780471109495">Kish (1965), section 11.7</a>
     */
    public double effectiveCustomers() {
        if (atStart.customers() == 0) {
            return 0;
        }
        double sum = atStart.monthlyAmount().doubleValue();
        return sum * sum / squaresAtStart.doubleValue();
    }

    /**
     * The gross revenue retention: what is left of the revenue at the start when nothing is added to it.
     *
     * <p>The interval is Wilson's with {@link #effectiveCustomers} in place of the number of trials. It is that of customers who stay
     * or leave with all they pay; contraction varies less, so then it is a little wide.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return the retention, in [0, 1]; empty if there was no revenue at the start
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     */
    public Optional<RevenueRetention> grossRetention(double confidence) {
        Checks.confidence(confidence);
        if (atStart.customers() == 0) {
            return Optional.empty();
        }
        double kept = kept();
        double[] bounds = WilsonScore.bounds(kept, effectiveCustomers(), confidence);
        return Optional.of(retention(kept, bounds[0], bounds[1], confidence));
    }

    /**
     * The net revenue retention: what the customers at the start pay at the end, of what they paid.
     *
     * <p>The interval adds up those of its two parts: Wilson's of the gross retention, and Wilson's of the share of the revenue that
     * expanded, times the mean expansion of those:
     *
     * <pre>{@code
     * lower = N - sqrt((G - G_lower)^2 + (E - E_lower)^2),   upper likewise
     * }</pre>
     *
     * <p>Where nobody has expanded, nothing is known of expansion, and the upper bound allows for none.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return the retention, in [0, inf); empty if there was no revenue at the start
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see <a href="https://doi.org/10.1002/sim.3095">Zou and Donner (2008)</a>
     */
    public Optional<RevenueRetention> netRetention(double confidence) {
        Checks.confidence(confidence);
        if (atStart.customers() == 0) {
            return Optional.empty();
        }
        double base = atStart.monthlyAmount().doubleValue();
        double kept = kept();
        double[] keptBounds = WilsonScore.bounds(kept, effectiveCustomers(), confidence);
        double below = kept - keptBounds[0];
        double above = keptBounds[1] - kept;
        double added = expansion.monthlyAmount().doubleValue() / base;
        double moreBelow = 0;
        double moreAbove = 0;
        if (expansion.customers() > 0) {
            double share = expandedAtStart.doubleValue() / base;
            double growth = added / share;
            double[] bounds = WilsonScore.bounds(share, effectiveCustomers(), confidence);
            moreBelow = growth * (share - bounds[0]);
            moreAbove = growth * (bounds[1] - share);
        }
        double net = atStart.monthlyAmount()
                        .subtract(churned.monthlyAmount())
                        .subtract(contraction.monthlyAmount())
                        .add(expansion.monthlyAmount())
                        .doubleValue()
                / base;
        return Optional.of(retention(
                net,
                Math.max(0, net - Math.sqrt(below * below + moreBelow * moreBelow)),
                net + Math.sqrt(above * above + moreAbove * moreAbove),
                confidence));
    }

    private double kept() {
        return atStart.monthlyAmount()
                        .subtract(churned.monthlyAmount())
                        .subtract(contraction.monthlyAmount())
                        .doubleValue()
                / atStart.monthlyAmount().doubleValue();
    }

    private RevenueRetention retention(double value, double lower, double upper, double confidence) {
        return new RevenueRetention(
                Horizon.days((double) days()), new Estimate(value, new Interval(lower, upper, confidence)));
    }

    /**
     * The quick ratio: revenue gained for each unit of revenue lost.
     *
     * @return {@code (started + reactivated + expansion) / (churned + contraction)}, in [0, inf); empty if nothing was lost
     */
    public OptionalDouble quickRatio() {
        BigDecimal lost = churned.monthlyAmount().add(contraction.monthlyAmount());
        BigDecimal gained =
                started.monthlyAmount().add(reactivated.monthlyAmount()).add(expansion.monthlyAmount());
        return lost.signum() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(gained.doubleValue() / lost.doubleValue());
    }

    @Override
    public String toString() {
        return startInclusive + " to " + endExclusive + " (exclusive), a month: " + atStart + " at start - " + churned
                + " churned - " + contraction + " contraction + " + expansion + " expansion + " + started + " new + "
                + reactivated + " reactivated = " + atEnd + " at end";
    }
}
